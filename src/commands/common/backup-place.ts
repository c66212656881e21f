import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { readTarget, type Target } from '../../db/target.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/** What SQLite and the program keep beside a database that is in use. */
const BESIDE = ['-wal', '-shm', '-journal', '-writer'];

/**
 * The path that a backup goes to. A database is not backed up onto itself, nor onto another one that is in use.
 * @throws OperatorError output-in-use
 */
export function backupPlace(context: Context, file: string): { path: string; exists: boolean } {
  const { cwd } = context.environment;
  const path = resolve(cwd, file);
  const target = readTarget(context.settings.db, cwd);
  const inUse = BESIDE.some(suffix => existsSync(`${path}${suffix}`)) || isPartOf(target, path);
  if (inUse) throw new OperatorError(problem('output-in-use', { file }));
  // What is no file is not offered to be replaced: a folder or a device is refused where it would be written.
  return { path, exists: statSync(path, { throwIfNoEntry: false })?.isFile() === true };
}

function isPartOf(target: Target, path: string): boolean {
  if (target.kind !== 'sqlite') return false;
  if (['', ...BESIDE].some(suffix => path === `${target.path}${suffix}`)) return true;
  const [own, other] = [target.path, path].map(one => statSync(one, { throwIfNoEntry: false }));
  return own !== undefined && other !== undefined && own.dev === other.dev && own.ino === other.ino;
}
