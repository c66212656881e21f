import { existsSync, statSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database, WriteTurn } from '../database.ts';
import type { Schema } from '../schema.ts';
import { makeNewFile, type NewFile } from './new-file.ts';
import { explainSqlite, type Preparing, sqliteCode, sqliteDialect } from './sqlite-dialect.ts';
import { PatientSqliteDialect, READER_PATIENCE_MS } from './sqlite-driver.ts';
import { SqliteHearing } from './sqlite-hearing.ts';
import { announceWriter, readWriter, withdrawWriter } from './sqlite-writer-note.ts';
import { StatementCache } from './statement-cache.ts';

/** Of a new file. Half as many pages to find and to fill: a bulk import is a fifth faster than with SQLite's usual 4096. */
const PAGE_BYTES = 8192;
/** Of the page cache, in KiB: the index of half a million employees fits, and memory stays far below 256 MB. */
const CACHE_KIB = 24_000;

/**
 * Opens a database file.
 * @param create where the file is absent, makes it at the first commit: whatever ends otherwise leaves nothing behind
 * @throws OperatorError database-missing, database-not-a-database, database-read-only, database-refused; DatabaseAppeared
 */
export function openSqlite(path: string, create: boolean): Database {
  let newFile = findOrMake(path, create);
  let handle = openHandle(newFile, path);
  let statements = new StatementCache(handle);
  const current: Preparing = {
    prepare: text => handle.prepare(text),
    prepareKept: text => statements.prepare(text),
    close: () => void handle.close(),
  };
  let turn: WriteTurn | null = null;
  const hearing = new SqliteHearing();
  const kysely = new Kysely<Schema>({
    dialect: new PatientSqliteDialect({ database: current }, hearing, () => turn),
  });
  const dialect = sqliteDialect(current, path);

  /** The file keeps its mode, so `init` sets it, once it has written there: a file that is somebody else's stays as it was. */
  const settle = (): void => {
    setWriteAhead(handle);
    if (newFile === null) return;
    handle.close();
    newFile.publish();
    newFile = null;
    handle = openHandle(null, path);
    statements = new StatementCache(handle);
  };
  return {
    target: { kind: 'sqlite', path },
    dialect,
    kysely,
    ask: work => work(kysely),
    read: async work => {
      const answer = await kysely.transaction().setAccessMode('read only').execute(work);
      await hearing.listen();
      return answer;
    },
    write: async (nextTurn, work) => {
      turn = nextTurn;
      try {
        const answer = await kysely.transaction().execute(async tx => {
          if (newFile !== null) return work(tx, ignored);
          announceWriter(path, nextTurn.command);
          try {
            return await work(tx, ignored);
          } finally {
            withdrawWriter(path);
          }
        });
        if (create) settle();
        return answer;
      } catch (error) {
        if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
        const holder = readWriter(path);
        throw new OperatorError(problem('database-locked', { target: path, ...holder }), { cause: error });
      } finally {
        turn = null;
      }
    },
    breakOff: reason => hearing.breakOff(reason),
    close: async () => {
      await kysely.destroy();
      handle.close();
      newFile?.discard();
    },
  };
}

/** A commit to a file is never lost on the way. */
const ignored = () => undefined;

/** @returns the file in the making, null where there is one */
function findOrMake(path: string, create: boolean): NewFile | null {
  if (existsSync(path)) {
    if (statSync(path).isDirectory())
      throw new OperatorError(problem('database-not-a-database', { target: path }));
    return null;
  }
  if (!create) throw new OperatorError(problem('database-missing', { target: path }));
  try {
    return makeNewFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(problem('database-refused', { target: path, reason }), { cause: error });
  }
}

function openHandle(newFile: NewFile | null, path: string): BetterSqlite.Database {
  try {
    const handle = new BetterSqlite(newFile?.path ?? path, { timeout: READER_PATIENCE_MS });
    handle.pragma('schema_version'); // the first look tells whether it is a database
    const encoding = String(handle.pragma('encoding', { simple: true }));
    // Rows are written as bytes of UTF-8 (sqlite-packed.ts): another program may have made the file otherwise.
    if (encoding !== 'UTF-8')
      throw new OperatorError(problem('database-encoding', { target: path, encoding }));
    if (newFile !== null) handle.pragma(`page_size = ${PAGE_BYTES}`);
    handle.pragma(`cache_size = -${CACHE_KIB}`);
    handle.pragma('foreign_keys = ON');
    // WAL with NORMAL never corrupts; a power cut may lose the last commit, which FULL prevents: an approved change must stay.
    handle.pragma('synchronous = FULL');
    return handle;
  } catch (error) {
    newFile?.discard();
    throw explainSqlite(error, path) ?? error;
  }
}

/** Readers do not hinder a writer then. Where somebody is reading just now it stays for the next time. */
function setWriteAhead(handle: BetterSqlite.Database): void {
  try {
    handle.pragma('journal_mode = WAL');
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
  }
}
