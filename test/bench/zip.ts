import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATE = 8;
/** 1 January 1980, the first day there is: the same content gives the same bytes. */
const DATE = 0x21;

/** A ZIP archive of texts (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), under 4 GB. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = Buffer.from(name);
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw, { level: 6 });
    const facts = [...u16(VERSION, 0, DEFLATE, 0, DATE), ...u32(crc32(raw), packed.length, raw.length)];
    const head = Buffer.from([...u32(LOCAL), ...facts, ...u16(path.length, 0)]);
    directory.push(
      Buffer.from([
        ...[...u32(CENTRAL), ...u16(VERSION), ...facts, ...u16(path.length, 0, 0, 0, 0)],
        ...u32(0, offset),
      ]),
      path,
    );
    parts.push(head, path, packed);
    offset += head.length + path.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const { length } = entries;
  const end = Buffer.from([
    ...u32(END),
    ...u16(0, 0, length, length),
    ...u32(central.length, offset),
    ...u16(0),
  ]);
  return Buffer.concat([...parts, central, end]);
}

const u16 = (...values: number[]) => values.flatMap(value => [value & 255, (value >> 8) & 255]);
const u32 = (...values: number[]) => values.flatMap(value => u16(value & 0xffff, value >>> 16));
