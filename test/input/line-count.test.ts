import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksIn, LineCounter } from '../../src/input/line-count.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'ә', '\r', '\n') });

describe('counting lines', () => {
  it('agrees with what an editor shows, in a cell', () => {
    fc.assert(
      fc.property(text, cell => {
        expect(breaksIn(cell)).toBe(cell.split(/\r\n|\r|\n/).length - 1);
      }),
    );
  });

  it('agrees with what an editor shows, in bytes that come in pieces', () => {
    fc.assert(
      fc.property(fc.array(text), pieces => {
        const lines = new LineCounter();
        for (const piece of pieces) lines.pass(Buffer.from(piece));
        expect(lines.line).toBe(pieces.join('').split(/\r\n|\r|\n/).length);
      }),
    );
  });
});
