import { Socket } from 'node:net';
import { Kysely, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Database } from '../database.ts';
import type { Login } from '../login.ts';
import type { Schema } from '../schema.ts';
import { maskTarget } from '../target.ts';
import { explainConnecting } from './connecting-problems.ts';
import { connectionSettings } from './connection-settings.ts';
import { CopyingClient } from './copying-client.ts';
import { LockedPostgresDialect } from './locked-dialect.ts';
import { ServerPassword } from './password.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { readServerAddress } from './server-address.ts';
import { takeTurn } from './write-turn.ts';

/**
 * Opens a PostgreSQL database; the first query connects.
 * @param login how it is logged in to: a password comes from the URL, `PGPASSWORD`, `PGPASSFILE` or `~/.pgpass`, as
 * for psql, or from a person
 * @param program shown in `pg_stat_activity`, so that a waiting writer can say who holds the lock
 */
export function openPostgres(url: string, program: string, login: Login): Database {
  const sockets = new Set<Socket>();
  let broken = false;
  let committing = false;
  const target = maskTarget(url);
  const address = readServerAddress(url, login.env);
  const password = new ServerPassword(address, login, target);
  const pool = new pg.Pool({
    application_name: program,
    ...connectionSettings(address, login.env),
    password: () => password.give(),
    max: 2,
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
  const connect = async () => {
    try {
      return await password.connect(() => pool.connect());
    } catch (error) {
      // The server may go on waiting for a password that it was not given.
      if (pool.totalCount === 0) for (const socket of sockets) socket.destroy();
      throw explainConnecting(error, target, address.host);
    }
  };
  const kysely = new Kysely<Schema>({ dialect: new LockedPostgresDialect({ pool: copying(pool, connect) }) });
  const dialect = postgresDialect(target);
  return {
    target: { kind: 'postgres', url },
    dialect,
    kysely,
    read: work =>
      retryConflicts(() =>
        kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
      ),
    write: (turn, work) =>
      takeTurn(kysely, turn, target, work, {
        begins: () => {
          committing = true;
        },
        ended: () => {
          committing = false;
        },
      }),
    breakOff: () => {
      if (committing) return;
      broken = true;
      for (const socket of sockets) socket.destroy();
    },
    close: () => kysely.destroy(),
  };
}

/** The pool as Kysely takes it, with connections that know COPY. */
function copying(pool: pg.Pool, connect: () => Promise<pg.PoolClient>): PostgresPool {
  return {
    options: pool.options,
    connect: async () => new CopyingClient(await connect()),
    end: () => pool.end(),
  };
}
