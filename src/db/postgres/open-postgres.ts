import { Kysely, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Database } from '../database.ts';
import type { Queryable } from '../dialect.ts';
import type { Login } from '../login.ts';
import type { Schema } from '../schema.ts';
import { showTarget } from '../target.ts';
import { ClosingClient } from './closing-client.ts';
import { explainConnecting } from './connecting-problems.ts';
import { connectionSettings } from './connection-settings.ts';
import { CopyingClient } from './copying-client.ts';
import { LockedPostgresDialect } from './locked-dialect.ts';
import { ServerPassword } from './password.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { isLoss, runAgain } from './run-again.ts';
import { readServerAddress } from './server-address.ts';
import { ServerLine } from './server-line.ts';
import { takeTurn } from './write-turn.ts';

/**
 * Opens a PostgreSQL database; the first query connects.
 * @param login how it is logged in to: a password comes from the URL, `PGPASSWORD`, `PGPASSFILE` or `~/.pgpass`, as
 * for psql, or from a person
 * @param program shown in `pg_stat_activity`, so that a waiting writer can say who holds the lock
 * @param told whether something of what was read has been handed on: it is not read again then
 */
export function openPostgres(
  url: string,
  program: string,
  login: Login,
  told: () => boolean = () => false,
): Database {
  const line = new ServerLine();
  const target = showTarget(url);
  const address = readServerAddress(url, login.env);
  const password = new ServerPassword(address, login, target);
  const pool = new pg.Pool({
    Client: ClosingClient,
    application_name: program,
    ...connectionSettings(address, login.env),
    password: () => password.give(),
    max: 2,
    allowExitOnIdle: true,
    stream: line.socket,
  });
  line.watch(pool);
  const connect = async () => {
    try {
      return await password.connect(() => pool.connect());
    } catch (error) {
      // The server may go on waiting for a password that it was not given.
      if (pool.totalCount === 0) line.hangUp();
      throw explainConnecting(error, target, address.host);
    }
  };
  const kysely = new Kysely<Schema>({ dialect: new LockedPostgresDialect({ pool: copying(pool, connect) }) });
  const dialect = postgresDialect(target);
  return {
    target: { kind: 'postgres', url },
    dialect,
    kysely,
    ask: work =>
      runAgain(
        line,
        () => true,
        () => work(kysely),
      ),
    read: work =>
      runAgain(
        line,
        () => !told(),
        () => readOnce(kysely, line, work),
      ),
    write: (turn, work) => takeTurn({ kysely, dialect, line, target }, turn, work),
    breakOff: () => line.breakOff(),
    close: () => kysely.destroy(),
  };
}

/** What was read to its end holds, though the line was lost on the way out. */
async function readOnce<T>(
  kysely: Kysely<Schema>,
  line: ServerLine,
  work: (db: Queryable) => Promise<T>,
): Promise<T> {
  let read: { readonly answer: T } | null = null;
  const snapshot = kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read');
  try {
    return await snapshot.execute(async db => {
      const answer = await work(db);
      read = { answer };
      return answer;
    });
  } catch (error) {
    const had = read as { readonly answer: T } | null;
    if (had === null || !isLoss(error, line)) throw error;
    return had.answer;
  }
}

/** The pool as Kysely takes it, with connections that know COPY. */
function copying(pool: pg.Pool, connect: () => Promise<pg.PoolClient>): PostgresPool {
  return {
    options: pool.options,
    connect: async () => new CopyingClient(await connect()),
    end: () => pool.end(),
  };
}
