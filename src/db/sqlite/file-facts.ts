import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { CompiledQuery } from 'kysely';
import type { DiskFacts, FileFacts, FileModeFacts, LockFacts } from '../../domain/doctor/facts.ts';
import type { Queryable } from '../dialect.ts';
import { isWriteAhead } from './look-at-file.ts';
import { readWriter } from './sqlite-writer-note.ts';

/** The whole file is read for the check, a gigabyte in some seconds, and Ctrl-C is not heard meanwhile. */
const MOST_READ = 1024 ** 3;

/** Who may read and write a database file and its folder. */
export function fileModeFacts(path: string): FileModeFacts {
  const folder = dirname(resolve(path));
  const modeOf = (place: string) => statSync(place).mode;
  return {
    file: path,
    mode: modeOf(path),
    folder,
    folderMode: modeOf(folder),
    writable: mayWrite(path) && mayWrite(folder),
  };
}

/** Whether SQLite finds its file in order: https://www.sqlite.org/pragma.html#pragma_quick_check */
export async function fileFacts(path: string, db: Queryable): Promise<FileFacts> {
  const bytes = statSync(path).size;
  const facts = { file: path, bytes, writeAhead: isWriteAhead(path) };
  if (bytes > MOST_READ) return { ...facts, found: null };
  const { rows } = await db.executeQuery<{ quick_check: string }>(CompiledQuery.raw('pragma quick_check(1)'));
  return { ...facts, found: rows[0]?.quick_check ?? 'ok' };
}

/** How much room the database takes, and how much is left beside it for whoever runs the program. */
export function diskFacts(path: string): DiskFacts {
  const { bavail, bsize } = statfsSync(dirname(resolve(path)));
  const beside = ['', '-wal'].map(suffix => `${path}${suffix}`).filter(file => existsSync(file));
  return { free: bavail * bsize, size: beside.reduce((sum, file) => sum + statSync(file).size, 0) };
}

/**
 * Who writes to a database file, by the note that a writer leaves beside it. A note of a process that has ended since
 * says nothing; one of another machine is believed.
 */
export function fileLockFacts(path: string): LockFacts {
  const note = readWriter(path);
  const [, host, id] = /@(.+) \((\d+)\)$/.exec(note.holder ?? '') ?? [];
  const ended = host === hostname() && id !== undefined && !isAlive(Number(id));
  return { held: note.holder !== null && !ended, ...note };
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // somebody else's
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
