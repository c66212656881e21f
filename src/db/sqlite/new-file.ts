import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/** Another run has made the database while this one was making it: there is one to go on with now. */
export class DatabaseAppeared extends OperatorError {
  constructor(target: string) {
    super(problem('database-locked', { target, holder: null, since: null, command: null }));
    this.name = 'DatabaseAppeared';
  }
}

/** A database file in the making, under a name of its own: two runs never hold, or remove, the same one. */
export interface NewFile {
  readonly path: string;
  /**
   * Gives the finished file its name; it must be closed, with nothing left beside it.
   * @throws DatabaseAppeared where that name is taken by now
   */
  publish(): void;
  /** The same where a file of that name may go. */
  replace(): void;
  /** Takes away what was made, the folders too; nothing that another run has made. */
  discard(): void;
}

/**
 * Makes an empty file (mode 0600) beside the place where a database will be, with its folders (0700).
 * @throws the system's error where it cannot be made
 */
export function makeNewFile(target: string): NewFile {
  const place = destination(target);
  const folders: string[] = [];
  const path = join(dirname(place), `.qabyl-${process.pid}-${randomBytes(4).toString('hex')}.new`);
  const discard = () => {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    for (const folder of folders.splice(0).reverse()) if (!removeEmpty(folder)) break;
  };
  try {
    createIn(path, folders);
  } catch (error) {
    discard();
    throw error;
  }
  const settle = () => {
    folders.length = 0;
    syncFolder(dirname(place));
  };
  const publish = () => {
    rename(path, place, target);
    settle();
  };
  const replace = () => {
    renameSync(path, place);
    settle();
  };
  return { path, publish, replace, discard };
}

/** Another run may take its empty folder away again just when this one wants to use it. */
const FOLDER_TRIES = 20;

function createIn(path: string, folders: string[]): void {
  for (let tries = 1; ; tries++) {
    makeFolders(dirname(path), folders);
    try {
      closeSync(openSync(path, 'wx', 0o600));
      return;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || tries === FOLDER_TRIES) throw error;
    }
  }
}

/** One by one, so that it is known which of them this run has made. */
function makeFolders(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder), made);
  try {
    mkdirSync(folder, { mode: 0o700 });
    made.push(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOENT') throw error;
  }
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false; // somebody uses it
  }
}

/** A link, unlike a renaming, never takes the place of a file that is there. */
function rename(path: string, place: string, target: string): void {
  try {
    linkSync(path, place);
    rmSync(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new DatabaseAppeared(target);
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    reserve(place, target); // a file system without links (FAT): the name is taken first
    renameSync(path, place);
  }
}

function reserve(place: string, target: string): void {
  try {
    closeSync(openSync(place, 'wx', 0o600));
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new DatabaseAppeared(target) : error;
  }
}

/** The new name outlives a power cut, as the commit does. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows opens no folders, and keeps names by itself.
  }
}

/** How many links a path may lead through, as in Linux. */
const LINKS = 40;

/** Where a symbolic link leads, though nothing is there yet. */
function destination(path: string): string {
  let place = path;
  for (let links = 0; links < LINKS; links++) {
    try {
      place = resolve(dirname(place), readlinkSync(place));
    } catch {
      break;
    }
  }
  return place;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
