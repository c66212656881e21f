import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { DatabaseAppeared, makeNewFile } from '../sqlite/new-file.ts';
import { sqliteCode } from '../sqlite/sqlite-dialect.ts';

/**
 * Makes a file that is there whole or not at all: written beside its place under a name of its own (mode 0600), brought
 * to the disk, and only then given its name.
 * @param file what people call it
 * @param replace whether it may take the place of a file that is there
 * @throws OperatorError backup-exists, backup-unwritable; whatever else `write` throws
 */
export async function makeBackupFile<T>(
  path: string,
  file: string,
  replace: boolean,
  write: (path: string) => Promise<T>,
): Promise<{ made: T; bytes: number }> {
  try {
    refuseImpossible(path, file);
    const made = makeNewFile(path);
    try {
      const answer = await write(made.path);
      toDisk(made.path);
      const bytes = statSync(made.path).size;
      if (replace) made.replace();
      else made.publish();
      return { made: answer, bytes };
    } catch (error) {
      made.discard();
      throw error;
    }
  } catch (error) {
    if (error instanceof DatabaseAppeared) throw new OperatorError(problem('backup-exists', { file }));
    throw unwritable(error, file) ?? error;
  }
}

/** A folder is not made for it: a slip in the path would put the backup where nobody looks. */
function refuseImpossible(path: string, file: string): void {
  const folder = dirname(path);
  const there = (one: string) => statSync(one, { throwIfNoEntry: false });
  const reason = !there(folder)?.isDirectory()
    ? `ENOTDIR: ${folder}`
    : there(path)?.isFile() === false
      ? `EISDIR: ${path}`
      : null;
  if (reason !== null) throw new OperatorError(problem('backup-unwritable', { file, reason }));
}

function toDisk(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the system answers to writing; SQLite copies a file with its own words for the same. */
function unwritable(error: unknown, file: string): OperatorError | null {
  if (!(error instanceof Error) || error instanceof OperatorError || !('code' in error)) return null;
  const isSystem =
    /^E[A-Z]+$/.test(String(error.code)) &&
    'syscall' in error &&
    /^(open|write|fsync|link|rename|close|access)/.test(String(error.syscall));
  const isSqlite = /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM)/.test(sqliteCode(error) ?? '');
  if (!isSystem && !isSqlite) return null;
  return new OperatorError(problem('backup-unwritable', { file, reason: error.message }), { cause: error });
}
