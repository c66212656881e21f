import type { Encoding } from '../../domain/encoding-problems.ts';
import { loadSingleByteTable } from './single-byte-table.ts';
import { Utf8Decoder } from './utf8-decoder.ts';
import { Utf16Decoder } from './utf16-decoder.ts';

/** Turns the bytes of a file into valid UTF-8, which is what the records are cut from. */
export interface Decoder {
  /** The text of one piece; pieces may end anywhere, also inside a letter. Throws Undecodable. */
  decode(piece: Buffer): Buffer;
  /** What is left at the end of the file. Throws Undecodable. */
  end(): Buffer;
}

/** A decoder for a whole file; tables are loaded only for those encodings that need one. */
export async function decoderFor(encoding: Encoding): Promise<Decoder> {
  if (encoding === 'utf-8') return new Utf8Decoder();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new Utf16Decoder(encoding);
  return (await loadSingleByteTable(encoding)).decoder();
}
