import { crc32, deflateRawSync } from 'node:zlib';

/** Contents of an archive by path. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** What an archive may lie about, or lack. */
export interface ZipFlaws {
  /** declared instead of the real size of every part */
  readonly declaredSize?: number;
  /** declared instead of the real checksum of every part */
  readonly declaredSum?: number;
  /** every part claims to be encrypted */
  readonly encrypted?: boolean;
}

/** A ZIP archive (APPNOTE 4.3), as small as one can be: deflated parts, no dates. */
export function zip(parts: Parts, { declaredSize, declaredSum, encrypted = false }: ZipFlaws = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(declaredSum ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredSize ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]));
    bodies.push(body);
    offset += body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
