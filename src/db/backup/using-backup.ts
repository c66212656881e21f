import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { usingDatabase } from '../using-database.ts';
import type { Backup } from './backup.ts';
import { damaged, tellsDamage } from './damage.ts';
import { PortableBackup } from './portable-backup.ts';
import { SqliteBackup } from './sqlite-backup.ts';

/** A file that may be a backup. */
export interface BackupFile {
  /** what people call it */
  readonly name: string;
  /** null for standard input */
  readonly path: string | null;
  /** its bytes, from the start each time */
  chunks(): AsyncIterable<Buffer>;
}

/** https://www.sqlite.org/fileformat.html, "Magic Header String" */
const SQLITE_MAGIC = Buffer.from('SQLite format 3\0');
/** https://www.rfc-editor.org/rfc/rfc1952, 2.3.1 */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Opens a backup of whatever form, works with it, and always closes it. What it is, is told by its bytes.
 * @throws OperatorError backup-foreign, backup-newer, backup-older, backup-damaged, backup-needs-name; those of `chunks`
 */
export async function usingBackup<T>(
  file: BackupFile,
  options: { readonly program: string; readonly signal: AbortSignal },
  work: (backup: Backup) => Promise<T>,
): Promise<T> {
  const { name, path } = file;
  // A pipe gives its bytes once: those that were looked at go before the rest.
  const beginning = await beginningOf(file.chunks());
  const { start } = beginning;
  let first: AsyncIterable<Buffer> | null = beginning.all;
  if (startsWith(start, SQLITE_MAGIC)) {
    await beginning.close();
    if (path === null) throw new OperatorError(problem('backup-needs-name', {}));
    const target = { kind: 'sqlite', path } as const;
    let isOpen = false;
    try {
      return await usingDatabase(target, { create: false, ...options }, async database => {
        const backup = await SqliteBackup.open(name, database);
        isOpen = true;
        return await work(backup);
      });
    } catch (error) {
      const isDamage = namesFile(error, path) || (!isOpen && tellsDamage(error));
      throw isDamage ? damaged(name, 'altered', null, error) : error;
    }
  }
  const chunks = () => {
    const again = first ?? file.chunks();
    first = null;
    return again;
  };
  const backup = await PortableBackup.open(name, chunks, startsWith(start, GZIP_MAGIC));
  try {
    return await work(backup);
  } finally {
    await backup.close();
  }
}

/** Opening the file itself says what is wrong with it as with any database. */
function namesFile(error: unknown, path: string): boolean {
  const [first] = error instanceof OperatorError ? error.problems : [];
  switch (first?.code) {
    case 'database-not-a-database':
    case 'database-damaged':
    case 'database-encoding':
      return first.args.target === path;
    default:
      return false;
  }
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

async function beginningOf(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let start: Buffer = Buffer.alloc(0);
  while (start.length < SQLITE_MAGIC.length) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    start = Buffer.concat(seen);
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (start.length > 0) yield start;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { start, all: all(), close: async () => void (await iterator.return?.()) };
}
