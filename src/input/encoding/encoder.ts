import type { Encoding } from '../../domain/encoding-problems.ts';
import { loadSingleByteTable } from './single-byte-table.ts';

/** A text in bytes, or the letters that the encoding lacks: a `?` in their place would lose them for good. */
export type Encoded =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly lacking: readonly string[] };

/** Writes texts as the file was written that they came from. */
export interface Encoder {
  /** the byte order mark; empty for encodings that have none */
  readonly mark: Buffer;
  encode(text: string): Encoded;
}

/** Loads what is needed to write this encoding. */
export async function encoderFor(encoding: Encoding): Promise<Encoder> {
  if (encoding === 'utf-8') return unicode(text => Buffer.from(text));
  if (encoding === 'utf-16le') return unicode(text => Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return unicode(text => Buffer.from(text, 'utf16le').swap16());
  const { read, write } = await loadSingleByteTable(encoding);
  return {
    mark: Buffer.alloc(0),
    encode(text) {
      const bytes = write(text);
      if (read(bytes) === text) return { ok: true, bytes };
      return { ok: false, lacking: [...new Set(text)].filter(letter => read(write(letter)) !== letter) };
    },
  };
}

/** Unicode lacks nothing but halves of letters. */
function unicode(write: (text: string) => Buffer): Encoder {
  return {
    mark: write('\uFEFF'),
    encode: text =>
      text.isWellFormed()
        ? { ok: true, bytes: write(text) }
        : { ok: false, lacking: [...new Set(text)].filter(letter => !letter.isWellFormed()) },
  };
}
