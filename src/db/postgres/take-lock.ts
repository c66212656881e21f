import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { WriteTurn } from '../database.ts';
import type { LockHolder, Queryable, Tx } from '../dialect.ts';

/** Any number, the same in every copy of the program: guards the very first migration. */
const FIRST_MIGRATION_LOCK = 564_2018;
/** How soon a waiting writer asks again, in milliseconds, and how much later each time. */
const ASK_AFTER_MS = 20;
const LATER = 1.3;
/** At the latest then: fifty that wait must leave the server to the one that works. */
const ASK_EVERY_MS = 150;

/**
 * Takes the one row that every writer locks; a row and not an advisory lock, for distributed PostgreSQLs know only the
 * former. Asks again and again, because a query that waits cannot hear Ctrl-C.
 * @throws OperatorError database-locked when another writer does not finish in time
 */
export async function takeLock(tx: Tx, turn: WriteTurn, target: string): Promise<void> {
  const got = await waitForLock(tx, performance.now() + turn.waitMs, turn.signal);
  turn.signal.throwIfAborted();
  if (!got) throw new OperatorError(problem('database-locked', { target, ...(await findHolder(tx)) }));
}

/**
 * The same, whatever is to be done where it cannot be had.
 * @param deadline of `performance.now()`
 * @param signal ends the waiting
 * @returns whether the lock is held now
 */
export async function waitForLock(tx: Tx, deadline: number, signal: AbortSignal): Promise<boolean> {
  let hasTable = false;
  for (let pause = ASK_AFTER_MS; !signal.aborted; pause = Math.min(pause * LATER, ASK_EVERY_MS)) {
    hasTable ||= await findTable(tx);
    if (hasTable ? await tryRow(tx) : await tryFirst(tx)) return true;
    const left = deadline - performance.now();
    if (left <= 0) return false;
    await sleep(Math.min(pause, left), undefined, { signal }).catch(() => undefined);
  }
  return false;
}

async function ask(tx: Tx, statement: string): Promise<boolean> {
  return (await tx.executeQuery<{ answer: boolean }>(CompiledQuery.raw(statement))).rows[0]?.answer === true;
}

const findTable = (tx: Tx) => ask(tx, `select to_regclass('write_lock') is not null as answer`);

/** Between what a writer is called and since when it writes. */
const SINCE = ' since ';

/**
 * Whoever has the row says since when in its name: what a transaction is called everybody may see, when it began only
 * whoever may see all of the server (https://www.postgresql.org/docs/current/monitoring-stats.html).
 */
const tryRow = (tx: Tx) =>
  ask(
    tx,
    `select set_config('application_name', split_part(current_setting('application_name'), '${SINCE}', 1)
       || to_char(clock_timestamp() at time zone 'UTC', '"${SINCE}"YYYY-MM-DD"T"HH24:MI:SS"Z"'), true) <> '' as answer
     from write_lock where id = 1 for update skip locked`,
  );

/** Before the first migration there is no row to lock. Whoever comes second finds the table made by the first. */
async function tryFirst(tx: Tx): Promise<boolean> {
  const first = await ask(tx, `select pg_try_advisory_xact_lock(${FIRST_MIGRATION_LOCK}) as answer`);
  return first && !(await findTable(tx));
}

/** A writer is a transaction that has written or locked (it has a number) and has touched the row of the lock. */
export async function findHolder(db: Queryable): Promise<LockHolder> {
  const found = await db.executeQuery<{ holder: string; since: Date | null; command: string }>(
    CompiledQuery.raw(
      `select usename || coalesce('@' || host(client_addr), '') as holder, xact_start as since, application_name as command
       from pg_stat_activity
       where pid <> pg_backend_pid()
         and pid in (select pid from pg_locks where granted and locktype = 'transactionid' and mode = 'ExclusiveLock')
         and pid in (select pid from pg_locks where granted
           and (relation = to_regclass('write_lock') or (locktype = 'advisory' and objid = ${FIRST_MIGRATION_LOCK})))
       order by xact_start limit 1`,
    ),
  );
  const first = found.rows[0];
  if (first === undefined) return { holder: null, since: null, command: null };
  const [command, since = null] = first.command.split(SINCE);
  return { holder: first.holder, since: first.since?.toISOString() ?? since, command: command || null };
}
