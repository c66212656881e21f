import type { Decoder } from './decoder.ts';
import { Undecodable } from './undecodable.ts';

/** Our names of the tables of 256 letters, and iconv-lite's. */
const tables = {
  'windows-1251': 'windows1251',
  'kz-1048': 'rk1048',
  pt154: 'pt154',
  // Read only to be recognised.
  'dos-866': 'cp866',
  'mac-cyrillic': 'maccyrillic',
} as const;
export type SingleByteName = keyof typeof tables;

/** An encoding of one byte per letter. */
export interface SingleByteTable {
  /** U+FFFD stands for a byte that the table leaves open */
  read(bytes: Buffer): string;
  /** `?` stands for a letter that the table lacks */
  write(text: string): Buffer;
  decoder(): Decoder;
}

/** Loads a table; iconv-lite costs some milliseconds, so only files that need it pay. */
export async function loadSingleByteTable(name: SingleByteName): Promise<SingleByteTable> {
  const { default: iconv } = await import('iconv-lite');
  const table = tables[name];
  const read = (bytes: Buffer) => iconv.decode(bytes, table);
  return {
    read,
    write: text => iconv.encode(text, table),
    decoder: () => ({
      decode: piece => decoded(piece, read(piece)),
      end: () => Buffer.alloc(0),
    }),
  };
}

function decoded(bytes: Buffer, text: string): Buffer {
  const open = text.indexOf('\uFFFD');
  if (open === -1) return Buffer.from(text);
  throw new Undecodable(bytes[open] ?? 0, Buffer.from(text.slice(0, open)));
}
