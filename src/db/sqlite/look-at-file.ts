import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Looking } from '../doctor/looking.ts';
import type { Schema } from '../schema.ts';
import { explainSqlite, type Preparing, sqliteDialect } from './sqlite-dialect.ts';
import { PatientSqliteDialect, READER_PATIENCE_MS } from './sqlite-driver.ts';
import { SqliteHearing } from './sqlite-hearing.ts';

/** A larger file is not read into memory as a whole. */
const MOST_IN_MEMORY = 256 * 1024 * 1024;
/** The bytes of a database's header that say how it is written (https://www.sqlite.org/fileformat2.html#file_format_version_numbers). */
const WRITE_VERSION_AT = 18;
const ROLLBACK = 1;
const WRITE_AHEAD = 2;

/**
 * Opens a database file only to look at it.
 * @param read reads the whole file
 * @throws OperatorError database-missing, database-not-a-database
 */
export function lookAtFile(path: string, read: (path: string) => Buffer = readWhole): Looking {
  if (!existsSync(path)) throw new OperatorError(problem('database-missing', { target: path }));
  if (!statSync(path).isFile()) throw new OperatorError(problem('database-not-a-database', { target: path }));
  const handle = openHandle(path, read);
  const hearing = new SqliteHearing();
  const preparing: Preparing = {
    prepare: text => handle.prepare(text),
    prepareKept: text => handle.prepare(text),
    close: () => void handle.close(),
  };
  const kysely = new Kysely<Schema>({
    dialect: new PatientSqliteDialect({ database: preparing }, hearing, () => null),
  });
  return {
    target: { kind: 'sqlite', path },
    dialect: sqliteDialect(preparing, path),
    read: work => kysely.transaction().setAccessMode('read only').execute(work),
    breakOff: reason => hearing.breakOff(reason),
    close: async () => {
      await kysely.destroy();
      handle.close();
    },
  };
}

const readWhole = (path: string) => readFileSync(path);

/** Whether the file is in the mode where readers and a writer do not hinder each other. */
export function isWriteAhead(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const byte = Buffer.alloc(1);
    readSync(handle, byte, 0, 1, WRITE_VERSION_AT);
    return byte[0] === WRITE_AHEAD;
  } finally {
    closeSync(handle);
  }
}

function openHandle(path: string, read: (path: string) => Buffer): BetterSqlite.Database {
  try {
    const handle = openQuietly(path, read);
    handle.pragma('schema_version'); // the first look tells whether it is a database
    return handle;
  } catch (error) {
    throw explainSqlite(error, path) ?? error;
  }
}

/**
 * SQLite makes `-wal` and `-shm` even for a reader, who may not take them away again. Where they are, a reader finds
 * them; where they are not, nobody is at work and all is in the file itself, whose image in memory needs neither. Only
 * a file too large for that, or one that somebody has written to meanwhile (its image may be half of the one state and
 * half of the other, and look damaged), is opened as every command opens it.
 */
function openQuietly(path: string, read: (path: string) => Buffer): BetterSqlite.Database {
  const before = stateOf(path);
  if (before.atWork || before.size > MOST_IN_MEMORY) return openInPlace(path);
  const image = read(path);
  const { atWork, size, written } = stateOf(path);
  if (atWork || size !== before.size || written !== before.written) return openInPlace(path);
  // An image has no files beside it, so it cannot be in the mode that needs them.
  if (image[WRITE_VERSION_AT] === WRITE_AHEAD) image.fill(ROLLBACK, WRITE_VERSION_AT, WRITE_VERSION_AT + 2);
  return new BetterSqlite(image, { readonly: true });
}

/** With SQLite's locks. It takes away what it made when it is closed, but not as a reader who may not write. */
function openInPlace(path: string): BetterSqlite.Database {
  const open = isAtWork(path) ? { readonly: true } : { fileMustExist: true };
  return new BetterSqlite(path, { ...open, timeout: READER_PATIENCE_MS });
}

/** When the file was written comes first: whoever writes after that changes it, whoever did before has its file there. */
function stateOf(path: string): { size: bigint; written: bigint; atWork: boolean } {
  const { size, mtimeNs } = statSync(path, { bigint: true });
  return { size, written: mtimeNs, atWork: isAtWork(path) };
}

/** Whether the files are there that SQLite keeps beside a database while somebody is at work. */
const isAtWork = (path: string) => ['-wal', '-journal'].some(suffix => existsSync(`${path}${suffix}`));
