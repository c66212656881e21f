import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteStream } from '../../src/input/byte-stream.ts';
import { bytesSource } from './bytes-source.ts';

it('gives all bytes once, whatever was looked at and passed over before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.nat({ max: 80 }),
      fc.nat({ max: 5 }),
      async (content, pieceSize, look, pass) => {
        const bytes = new ByteStream(bytesSource(content, pieceSize));
        const head = await bytes.peek(look);
        expect(head.length).toBeGreaterThanOrEqual(Math.min(look, content.length));
        expect(head).toEqual(Buffer.from(content.subarray(0, head.length)));
        const skipped = Math.min(pass, head.length);
        bytes.skip(skipped);
        const rest: Buffer[] = [];
        for (let piece = await bytes.next(); piece !== null; piece = await bytes.next()) rest.push(piece);
        expect(Buffer.concat(rest)).toEqual(Buffer.from(content.subarray(skipped)));
        expect(await bytes.next()).toBeNull();
      },
    ),
  );
});

it('leaves the source when it is closed', async () => {
  let left = false;
  const source = bytesSource('a;b;c', 1);
  async function* chunks(): AsyncIterable<Buffer> {
    try {
      yield* source.chunks();
    } finally {
      left = true;
    }
  }
  const bytes = new ByteStream({ ...source, chunks });
  await bytes.next();
  await bytes.close();
  expect([left, await bytes.next()]).toEqual([true, null]);
});
