import type { Source } from '../../src/input/source.ts';

/** A source that hands out these bytes in pieces of the given size, to meet every cut a stream can make. */
export function bytesSource(content: string | Uint8Array, pieceSize = 1 << 16, name = 'test.csv'): Source {
  const bytes = Buffer.from(content);
  async function* chunks(): AsyncIterable<Buffer> {
    for (let i = 0; i < bytes.length; i += pieceSize) yield bytes.subarray(i, i + pieceSize);
  }
  return { name, chunks, sha256: () => null };
}
