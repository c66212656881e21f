import type { LineEnd } from './table-form.ts';

const QUOTE = 0x22;
const LF = 10;
const CR = 13;

/** A first line that tells Excel the delimiter (`sep=;`), as written in it. */
export interface SepLine {
  readonly delimiter: string;
  /** how many bytes the line takes, its end included */
  readonly length: number;
}

/**
 * The `sep=` line of a text, or null. Excel takes it in any case; programs that quote every cell quote it too, and
 * tables that were saved again carry blank cells after it.
 * @param head the beginning of the text in UTF-8, without byte order mark
 */
export function sepLineOf(head: Buffer): SepLine | null {
  const line = /^("?)sep=([^"\r\n])\1[;,\t]*(?:\r\n|\r|\n|$)/i.exec(head.toString('latin1', 0, 64));
  return line ? { delimiter: line[2] ?? '', length: line[0].length } : null;
}

/** The first line end outside quotes; what Excel writes where there is none. */
export function lineEndOf(head: Buffer): LineEnd {
  let quoted = false;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i];
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === LF) return '\n';
    else if (byte === CR) return head[i + 1] === LF ? '\r\n' : '\r';
  }
  return '\r\n';
}
