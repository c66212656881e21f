import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type Place, problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

const MEGABYTE = 1024 * 1024;
/** A sheet, which is read in passing: a million rows of eight columns are about 400 MB. More is a mistake or an attack. */
export const MAX_SHEET_BYTES = 1024 * MEGABYTE;
/** Any other part, whose contents are kept in memory. */
const MAX_KEPT_BYTES = 256 * MEGABYTE;

/** The parts of a workbook: a ZIP archive by the Open Packaging Conventions. Nothing is unpacked to the disk. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #place: Place;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, place: Place) {
    this.#zip = zip;
    this.#entries = entries;
    this.#place = place;
  }

  /** Reads the table of contents. Throws OperatorError: workbook-damaged. */
  static async open(bytes: Buffer, place: Place): Promise<Archive> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes);
      // Names of parts are compared without case (ECMA-376 part 2, 6.2.2.3).
      for await (const entry of zip.eachEntry()) entries.set(partKey(entry.fileName), entry);
      return new Archive(zip, entries, place);
    } catch (cause) {
      throw new OperatorError(problem('workbook-damaged', { part: null }, place), { cause });
    }
  }

  has(path: string): boolean {
    return this.#entries.has(partKey(path));
  }

  /** True when some part has a name that begins so. */
  hasFolder(prefix: string): boolean {
    for (const name of this.#entries.keys()) if (name.startsWith(prefix)) return true;
    return false;
  }

  /**
   * The bytes of a part in pieces. Its declared size is a promise that is kept: a part that turns out to be larger
   * ends with an error, so that a small archive cannot unfold into an endless one.
   * Throws OperatorError: workbook-damaged, workbook-protected, workbook-too-large.
   */
  async *pieces(path: string, limit: number = MAX_KEPT_BYTES): AsyncGenerator<Buffer, void, void> {
    const entry = this.#entries.get(partKey(path));
    if (entry === undefined) throw this.damaged(path);
    if (entry.isEncrypted()) throw new OperatorError(problem('workbook-protected', {}, this.#place));
    if (entry.uncompressedSize > limit)
      throw new OperatorError(tooLarge(entry.uncompressedSize, limit, this.#place));
    let sum = 0;
    try {
      const stream: AsyncIterable<Buffer> = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of stream) {
        sum = crc32(piece, sum);
        yield piece;
      }
    } catch (cause) {
      throw this.damaged(path, cause);
    }
    if (sum !== entry.crc32) throw this.damaged(path);
  }

  /** The error of a part that is missing or cannot be read. */
  damaged(part: string, cause?: unknown): OperatorError {
    return new OperatorError(problem('workbook-damaged', { part }, this.#place), { cause });
  }
}

/** The problem of something larger than what can be read, both sizes in bytes. */
export function tooLarge(size: number, limit: number, place: Place) {
  const megabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE);
  return problem('workbook-too-large', { size: megabytes(size), limit: megabytes(limit) }, place);
}

function partKey(path: string): string {
  return path.replace(/^\//, '').toLowerCase();
}
