import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database, WriteTurn } from '../database.ts';
import type { Schema } from '../schema.ts';
import { explainSqlite, sqliteCode, sqliteDialect } from './sqlite-dialect.ts';
import { PatientSqliteDialect } from './sqlite-driver.ts';
import { announceWriter, readWriter, withdrawWriter } from './sqlite-writer-note.ts';

/** Readers may meet a writer that has just begun; SQLite itself waits this long for them, in milliseconds. */
const READER_PATIENCE_MS = 250;

/**
 * Opens a database file.
 * @param create makes the file (mode 0600) and its folder (0700) when they are absent
 * @throws OperatorError database-missing, database-not-a-database, database-read-only, database-refused
 */
export function openSqlite(path: string, create: boolean): Database {
  if (!existsSync(path)) {
    if (!create) throw new OperatorError(problem('database-missing', { target: path }));
    makePrivateFile(path);
  } else if (statSync(path).isDirectory())
    throw new OperatorError(problem('database-not-a-database', { target: path }));
  const handle = openHandle(path, create);
  let turn: WriteTurn | null = null;
  const kysely = new Kysely<Schema>({
    dialect: new PatientSqliteDialect({ database: handle }, () => turn),
  });
  const dialect = sqliteDialect(handle, path);
  return {
    target: { kind: 'sqlite', path },
    dialect,
    kysely,
    read: work => kysely.transaction().setAccessMode('read only').execute(work),
    write: async (nextTurn, work) => {
      turn = nextTurn;
      try {
        return await kysely.transaction().execute(async tx => {
          announceWriter(path, nextTurn.command);
          try {
            return await work(tx);
          } finally {
            withdrawWriter(path);
          }
        });
      } catch (error) {
        if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
        const holder = readWriter(path);
        throw new OperatorError(problem('database-locked', { target: path, ...holder }), { cause: error });
      } finally {
        turn = null;
      }
    },
    close: () => kysely.destroy().then(() => void handle.close()),
  };
}

function openHandle(path: string, create: boolean): BetterSqlite.Database {
  try {
    const handle = new BetterSqlite(path, { timeout: READER_PATIENCE_MS });
    // The file keeps its mode, so only `init` sets it: a file that is somebody else's is left as it was.
    if (create) handle.pragma('journal_mode = WAL');
    else handle.pragma('schema_version');
    handle.pragma('foreign_keys = ON');
    // WAL with NORMAL never corrupts; a power cut may lose the last commit, which FULL prevents: an approved change must stay.
    handle.pragma('synchronous = FULL');
    return handle;
  } catch (error) {
    throw explainSqlite(error, path) ?? error;
  }
}

function makePrivateFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(problem('database-refused', { target: path, reason }), { cause: error });
  }
}
