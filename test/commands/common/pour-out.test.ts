import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { pourOut } from '../../../src/commands/common/pour-out.ts';

const PIECES = 1000;
/** More than a stream holds before it asks to wait. */
const piece = 'x'.repeat(70_000);

function pieces() {
  const given = { count: 0 };
  const all = async function* () {
    for (; given.count < PIECES; given.count += 1) yield piece;
  };
  return { given, all: all() };
}

describe('what is poured into a stream', () => {
  it('arrives whole, and leaves no listener for every piece behind', async () => {
    const stream = new PassThrough();
    let taken = 0;
    stream.on('data', (part: Buffer) => {
      taken += part.length;
    });
    expect(await pourOut(stream, pieces().all)).toBeNull();
    expect(taken).toBe(piece.length * PIECES);
    for (const event of ['drain', 'close', 'error']) expect(stream.listenerCount(event)).toBeLessThan(5);
  });

  it.each([
    ['EPIPE', true],
    ['ENOSPC', false],
  ])('stops when the stream says %s', async (code, closed) => {
    const stream = new PassThrough();
    stream.on('error', () => undefined);
    stream.once('data', () => {
      stream.destroy(Object.assign(new Error(`${code}: no more`), { code }));
    });
    const { given, all } = pieces();
    expect(await pourOut(stream, all)).toEqual({ reason: `${code}: no more`, closed });
    expect(given.count).toBeLessThan(10);
  });
});
