import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database } from '../database.ts';
import type { LockHolder, Tx } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { maskTarget } from '../target.ts';
import { explainPostgres, postgresCode, postgresDialect } from './postgres-dialect.ts';

/** How long to try to reach the server, in milliseconds. */
const CONNECT_MS = 10_000;

/**
 * Opens a PostgreSQL database; the first query connects.
 * A password comes from the URL, `PGPASSWORD`, `PGPASSFILE` or `~/.pgpass`, as for psql.
 * @param program shown in `pg_stat_activity`, so that a waiting writer can say who holds the lock
 */
export function openPostgres(url: string, program: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: program,
    allowExitOnIdle: true,
  });
  // An idle connection that the server closes raises an error event; the next query reports it in its own words.
  pool.on('error', () => undefined);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const target = maskTarget(url);
  const dialect = postgresDialect(target);
  return {
    target: { kind: 'postgres', url },
    dialect,
    kysely,
    read: work =>
      kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
    write: async (turn, work) => {
      try {
        return await kysely.transaction().execute(async tx => {
          await takeLock(tx, turn.waitMs);
          turn.signal.throwIfAborted();
          return work(tx);
        });
      } catch (error) {
        if (postgresCode(error) !== '55P03') throw explainPostgres(error, target) ?? error;
        const holder = await findHolder(kysely);
        throw new OperatorError(problem('database-locked', { target, ...holder }), { cause: error });
      }
    },
    close: () => kysely.destroy(),
  };
}

/** A row lock and not an advisory one: distributed PostgreSQLs know only the former. */
async function takeLock(tx: Tx, waitMs: number): Promise<void> {
  // 0 would mean "for ever"
  await tx.executeQuery(CompiledQuery.raw(`set local lock_timeout = '${Math.max(1, Math.round(waitMs))}ms'`));
  const hasLock = await tx.executeQuery<{ oid: string | null }>(
    CompiledQuery.raw(`select to_regclass('write_lock')::text as oid`),
  );
  // Before the first migration there is nothing to lock; the migrator has a lock of its own.
  if (hasLock.rows[0]?.oid)
    await tx.executeQuery(CompiledQuery.raw('select id from write_lock where id = 1 for update'));
  await tx.executeQuery(CompiledQuery.raw('set local lock_timeout = 0'));
}

async function findHolder(kysely: Kysely<Schema>): Promise<LockHolder> {
  const found = await kysely.executeQuery<{ holder: string; since: Date; command: string }>(
    CompiledQuery.raw(
      `select usename || coalesce('@' || host(client_addr), '') as holder, xact_start as since, application_name as command
       from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and xact_start is not null and application_name like 'qabyl%'
       order by xact_start limit 1`,
    ),
  );
  const first = found.rows[0];
  return first
    ? { holder: first.holder, since: first.since.toISOString(), command: first.command }
    : { holder: null, since: null, command: null };
}
