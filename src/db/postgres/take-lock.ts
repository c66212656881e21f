import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { WriteTurn } from '../database.ts';
import type { LockHolder, Tx } from '../dialect.ts';

/** Any number, the same in every copy of the program: guards the very first migration. */
const FIRST_MIGRATION_LOCK = 564_2018;
/** How often a waiting writer asks again, in milliseconds. */
const ASK_EVERY_MS = 25;

/**
 * Takes the one row that every writer locks; a row and not an advisory lock, for distributed PostgreSQLs know only the
 * former. Asks again and again, because a query that waits cannot hear Ctrl-C.
 * @throws OperatorError database-locked when another writer does not finish in time
 */
export async function takeLock(tx: Tx, turn: WriteTurn, target: string): Promise<void> {
  const deadline = performance.now() + turn.waitMs;
  const got = await waitForLock(tx, deadline, () => turn.signal.aborted);
  turn.signal.throwIfAborted();
  if (!got) throw new OperatorError(problem('database-locked', { target, ...(await findHolder(tx)) }));
}

/**
 * The same, whatever is to be done where it cannot be had.
 * @param deadline of `performance.now()`
 * @param stopped asked between two tries
 * @returns whether the lock is held now
 */
export async function waitForLock(tx: Tx, deadline: number, stopped: () => boolean): Promise<boolean> {
  while (!stopped()) {
    if (await tryLock(tx)) return true;
    if (performance.now() >= deadline) return false;
    await sleep(ASK_EVERY_MS);
  }
  return false;
}

async function tryLock(tx: Tx): Promise<boolean> {
  const ask = async (statement: string) =>
    (await tx.executeQuery<{ answer: boolean }>(CompiledQuery.raw(statement))).rows[0]?.answer === true;
  const hasTable = () => ask(`select to_regclass('write_lock') is not null as answer`);
  if (await hasTable())
    return ask('select true as answer from write_lock where id = 1 for update skip locked');
  // Before the first migration there is no row to lock. Whoever comes second finds the table made by the first.
  return (
    (await ask(`select pg_try_advisory_xact_lock(${FIRST_MIGRATION_LOCK}) as answer`)) && !(await hasTable())
  );
}

/** A writer is a transaction that has written or locked (it has a number) and has touched the row of the lock. */
async function findHolder(tx: Tx): Promise<LockHolder> {
  const found = await tx.executeQuery<{ holder: string; since: Date | null; command: string }>(
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
  return first
    ? { holder: first.holder, since: first.since?.toISOString() ?? null, command: first.command }
    : { holder: null, since: null, command: null };
}
