const LF = 10;
const CR = 13;
const LINE_END = /\r\n|\n|\r/;

/**
 * Cuts bytes without a single quote into lines: there a record is a line, and a cell what stands between delimiters.
 * The parser says the same, and takes four times as long; most exports have no quote at all.
 */
export class PlainLines {
  #rest: Buffer = Buffer.alloc(0);

  /** What has come after the last line end. */
  get rest(): Buffer {
    return this.#rest;
  }

  /** The whole lines of one piece, without their ends; valid UTF-8, for a line end is never inside a letter. */
  take(piece: Buffer): string[] {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, piece]) : piece;
    const end = lastLineEnd(bytes);
    this.#rest = bytes.subarray(end);
    if (end === 0) return [];
    const text = bytes.toString('utf8', 0, end);
    const lines = text.includes('\r') ? text.split(LINE_END) : text.split('\n');
    lines.pop(); // what follows the last line end: nothing
    return lines;
  }
}

/** The place behind the last line end. A CR that comes last waits: an LF may follow it. */
function lastLineEnd(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF);
  const cr = bytes.length < 2 ? -1 : bytes.lastIndexOf(CR, bytes.length - 2);
  return Math.max(lf, cr) + 1;
}
