import { Socket } from 'node:net';
import { Kysely, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { maskTarget } from '../target.ts';
import { CopyingClient } from './copying-client.ts';
import { LockedPostgresDialect } from './locked-dialect.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { takeTurn } from './write-turn.ts';

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
