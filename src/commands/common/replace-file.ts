import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** An open file of this process as a path; `/dev/stdout` and `/dev/fd/1` lead there. */
const DESCRIPTOR = /^(?:\/proc\/(\d+)(?:\/task\/\d+)?\/fd|\/dev\/fd)\/(\d+)$/;
/** As many as Linux follows. */
const MAX_LINKS = 40;

/**
 * Writes a file that is there whole or not at all: into a neighbour first, which then takes its name. What is no
 * ordinary file (a pipe, a device) is written as it is, and so is an output that is open already (/dev/stdout): it
 * goes on where it is, since whoever redirected it to a file wants all of it there.
 * @param pieces its content, in order
 * @param mode who may read it
 * @throws Error of the file system, and whatever `pieces` throws; the older file of that name stays then
 */
export async function replaceFile(path: string, pieces: AsyncIterable<Buffer>, mode: number): Promise<void> {
  const target = wherePathLeads(path);
  if (typeof target === 'number') return pour(target, pieces);
  if (target === null) return pourAndClose(openSync(path, 'w', mode), pieces);
  const neighbour = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await pourAndClose(openSync(neighbour, 'wx', mode), pieces);
    renameSync(neighbour, target);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

async function pourAndClose(file: number, pieces: AsyncIterable<Buffer>): Promise<void> {
  try {
    await pour(file, pieces);
  } finally {
    closeSync(file);
  }
}

async function pour(file: number, pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
}

/** The ordinary file, present or to be made, that a path means; the number of one open here; null for anything else. */
function wherePathLeads(path: string): string | number | null {
  let at = path;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found === undefined) return at;
    at = join(realpathSync(dirname(at)), basename(at));
    const open = openHere(at);
    if (open !== null) return fstatSync(open).isFile() ? open : null;
    // A link stays a link: the file that it leads to is replaced.
    if (!found.isSymbolicLink()) return found.isFile() ? at : null;
    at = resolve(dirname(at), readlinkSync(at));
  }
  return null;
}

function openHere(path: string): number | null {
  const [, owner, descriptor] = DESCRIPTOR.exec(path) ?? [];
  if (descriptor === undefined || (owner ?? String(process.pid)) !== String(process.pid)) return null;
  return Number(descriptor);
}
