import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Backup, BackupHeader, TablePage } from './backup.ts';
import { requireKnownSchema } from './backup-schema.ts';
import { damaged } from './damage.ts';
import { PORTABLE_SCHEMA } from './portable-lines.ts';
import { type Line, linesOf, PortableReader, readHeader } from './portable-reader.ts';

type Lines = AsyncIterator<Line, unknown>;

/** A backup in qabyl's portable form, packed or not. */
export class PortableBackup implements Backup {
  readonly header: BackupHeader;
  readonly #file: string;
  readonly #reopen: () => Lines;
  readonly #first: Buffer;
  /** what follows the header, until it is read for the first time: a pipe gives it only once */
  #opened: Lines | null;

  private constructor(file: string, header: BackupHeader, first: Buffer, opened: Lines, reopen: () => Lines) {
    this.#file = file;
    this.header = header;
    this.#first = first;
    this.#opened = opened;
    this.#reopen = reopen;
  }

  /**
   * Reads the header.
   * @param file what people call it
   * @param chunks its bytes, from the start each time
   * @throws OperatorError backup-foreign, backup-newer, backup-older, backup-damaged
   */
  static async open(
    file: string,
    chunks: () => AsyncIterable<Buffer>,
    packed: boolean,
  ): Promise<PortableBackup> {
    const open = () => linesOf(packed ? unpacked(chunks()) : chunks())[Symbol.asyncIterator]();
    const lines = open();
    const first = await nextLine(lines, file, 1);
    const header = first && readHeader(first.bytes.toString('utf8'));
    if (!first || !header) throw new OperatorError(problem('backup-foreign', { file }));
    requireKnownSchema(file, header, header.schema === PORTABLE_SCHEMA);
    const reopen = () => open();
    return new PortableBackup(file, header, first.bytes, lines, reopen);
  }

  async read(take: (page: TablePage) => Promise<void>): Promise<number> {
    const lines = this.#opened ?? this.#reopen();
    const reader = new PortableReader(this.#file, this.#first);
    if (this.#opened === null) await nextLine(lines, this.#file, 1);
    this.#opened = null;
    let number = 1;
    try {
      for (;;) {
        const line = await nextLine(lines, this.#file, number);
        if (line === null) return reader.end();
        number = line.number;
        const page = reader.take(line);
        if (page !== null) await take(page);
      }
    } finally {
      await lines.return?.(null);
    }
  }

  async close(): Promise<void> {
    await this.#opened?.return?.(null);
  }
}

async function nextLine(lines: Lines, file: string, line: number): Promise<Line | null> {
  try {
    const next = await lines.next();
    return next.done ? null : next.value;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw damaged(file, 'cut-off', line, error);
    if (code.startsWith('Z_')) throw damaged(file, 'altered', line, error);
    throw error;
  }
}

function unpacked(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const packed = Readable.from(chunks, { objectMode: false });
  const plain = createGunzip();
  packed.once('error', error => plain.destroy(error));
  plain.once('close', () => packed.destroy());
  return packed.pipe(plain);
}
