import { closeSync, lstatSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that is there whole or not at all: into a neighbour first, which then takes its name. What is no
 * ordinary file (a pipe, /dev/stdout) is written as it is.
 * @param pieces its content, in order
 * @param mode who may read it
 * @throws Error of the file system, and whatever `pieces` throws; the older file of that name stays then
 */
export async function replaceFile(path: string, pieces: AsyncIterable<Buffer>, mode: number): Promise<void> {
  const target = wherePathLeads(path);
  if (target === null) return pour(openSync(path, 'w', mode), pieces);
  const neighbour = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await pour(openSync(neighbour, 'wx', mode), pieces);
    renameSync(neighbour, target);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

async function pour(file: number, pieces: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
  } finally {
    closeSync(file);
  }
}

/** The ordinary file, present or to be made, that a path means; null for anything else. */
function wherePathLeads(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return path;
  // A link stays a link: the file that it leads to is replaced.
  return found.isSymbolicLink() ? wherePathLeads(realpathSync(path)) : null;
}
