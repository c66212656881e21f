import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/**
 * Puts a document where it was asked for: stdout, or the file of `--output`, which is then named.
 * @throws OperatorError output-in-use, output-unwritable
 */
export function writeDocument(context: Context, output: string | undefined, text: string): void {
  if (output === undefined || output === '-') {
    context.print(text);
    return;
  }
  writeOutput(context, output, text);
  context.say(`${context.catalogue.reports.written(output)}\n`);
}

/**
 * Writes a file that a flag names; an older one of that name is replaced, except a database or a file that the same
 * command line reads: a slip of the finger must not cost a district.
 * @param mode who may read a file that is made
 * @throws OperatorError output-in-use, output-unwritable
 */
export function writeOutput(context: Context, file: string, text: string, mode = 0o666): void {
  const path = outputPath(context, file);
  try {
    writeFileSync(path, text, { mode });
  } catch (error) {
    throw unwritable(file, error);
  }
}

/**
 * The path of a file that a flag names for writing.
 * @throws OperatorError output-in-use
 */
export function outputPath(context: Context, file: string): string {
  const path = resolve(context.environment.cwd, file);
  if (isNamedTwice(context, path) || isDatabase(path))
    throw new OperatorError(problem('output-in-use', { file }));
  return path;
}

/** A file that could not be written, with the system's reason. */
export function unwritable(file: string, error: unknown): OperatorError {
  const reason = error instanceof Error ? error.message : String(error);
  return new OperatorError(problem('output-unwritable', { file, reason }), { cause: error });
}

/**
 * Once it is named by the flag that writes it; a second time, under whatever name, it is something to read. So is what
 * standard input comes from.
 */
function isNamedTwice({ argv, environment }: Context, path: string): boolean {
  const { cwd, stdin } = environment;
  const own = fileIdentity(() => statSync(path));
  const values = argv.map(word => (word.startsWith('--') ? word.slice(word.indexOf('=') + 1) : word));
  const named = values.map(value => resolve(cwd, value));
  const same = named.filter(
    other => other === path || (own !== null && fileIdentity(() => statSync(other)) === own),
  );
  const fd = 'fd' in stdin && typeof stdin.fd === 'number' ? stdin.fd : null;
  const piped = fd === null ? null : fileIdentity(() => fstatSync(fd));
  return same.length > 1 || (own !== null && own === piped);
}

/** What a regular file is known by, links followed; null for anything else, and where there is none. */
function fileIdentity(look: () => Stats): string | null {
  try {
    const found = look();
    return found.isFile() ? `${found.dev}/${found.ino}` : null;
  } catch {
    // A word of the command line need not be a path at all.
    return null;
  }
}

/** https://www.sqlite.org/fileformat.html, "Magic Header String" */
const SQLITE_MAGIC = 'SQLite format 3\0';
/** What SQLite and the program keep beside a database. */
const BESIDE_DATABASE = /-(?:wal|shm|journal|writer)$/;

function isDatabase(path: string): boolean {
  const main = path.replace(BESIDE_DATABASE, '');
  return startsAsSqlite(path) || (main !== path && startsAsSqlite(main));
}

function startsAsSqlite(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const start = Buffer.alloc(SQLITE_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === SQLITE_MAGIC;
}
