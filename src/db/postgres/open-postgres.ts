import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, PostgresAdapter, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database, WriteTurn } from '../database.ts';
import type { LockHolder, Tx } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { maskTarget } from '../target.ts';
import { CopyingClient } from './copying-client.ts';
import { explainPostgres, postgresDialect } from './postgres-dialect.ts';
import { retryConflicts } from './retry-conflicts.ts';

/** How long to try to reach the server unless the URL says `connect_timeout` (seconds, as for psql), in milliseconds. */
const CONNECT_MS = 10_000;

/**
 * Opens a PostgreSQL database; the first query connects.
 * A password comes from the URL, `PGPASSWORD`, `PGPASSFILE` or `~/.pgpass`, as for psql.
 * @param program shown in `pg_stat_activity`, so that a waiting writer can say who holds the lock
 */
export function openPostgres(url: string, program: string): Database {
  const sockets = new Set<Socket>();
  let broken = false;
  let committing = false;
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: connectMs(url),
    application_name: program,
    allowExitOnIdle: true,
    // The driver has no way to give up a server that does not answer: closing the line under it is one.
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      if (broken) setImmediate(() => socket.destroy());
      return socket;
    },
  });
  // An idle connection that the server closes raises an error event; the next query reports it in its own words.
  pool.on('error', () => undefined);
  // So does one that is lost between two queries of a transaction.
  pool.on('connect', client => void client.on('error', () => undefined));
  const kysely = new Kysely<Schema>({ dialect: new LockedPostgresDialect({ pool: copying(pool) }) });
  const target = maskTarget(url);
  const dialect = postgresDialect(target);
  return {
    target: { kind: 'postgres', url },
    dialect,
    kysely,
    read: work =>
      retryConflicts(() =>
        kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
      ),
    write: async (turn, work) => {
      const attempt = () =>
        kysely.transaction().execute(async tx => {
          committing = false;
          await takeLock(tx, turn, target);
          const answer = await work(tx);
          committing = true;
          return answer;
        });
      try {
        return await retryConflicts(attempt);
      } catch (error) {
        throw explainPostgres(error, target) ?? error;
      } finally {
        committing = false;
      }
    },
    breakOff: () => {
      if (committing) return;
      broken = true;
      for (const socket of sockets) socket.destroy();
    },
    close: () => kysely.destroy(),
  };
}

/** The pool as Kysely takes it, with connections that know COPY. */
function copying(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => new CopyingClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function connectMs(url: string): number {
  const seconds = Number(new URL(url).searchParams.get('connect_timeout'));
  return seconds > 0 ? seconds * 1000 : CONNECT_MS;
}

/**
 * Migrations run inside a transaction that holds the write lock. Kysely's own lock would be given back by a query,
 * which a transaction that has failed refuses: its complaint would hide why the migration failed.
 */
class LockedPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new LockedPostgresAdapter();
  }
}

class LockedPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** Any number, the same in every copy of the program: guards the very first migration. */
const FIRST_MIGRATION_LOCK = 564_2018;
/** How often a waiting writer asks again, in milliseconds. */
const ASK_EVERY_MS = 25;

/**
 * Takes the one row that every writer locks; a row and not an advisory lock, for distributed PostgreSQLs know only the
 * former. Asks again and again, because a query that waits cannot hear Ctrl-C.
 */
async function takeLock(tx: Tx, turn: WriteTurn, target: string): Promise<void> {
  const deadline = performance.now() + turn.waitMs;
  for (;;) {
    turn.signal.throwIfAborted();
    if (await tryLock(tx)) return;
    if (performance.now() >= deadline)
      throw new OperatorError(problem('database-locked', { target, ...(await findHolder(tx)) }));
    await sleep(ASK_EVERY_MS);
  }
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
