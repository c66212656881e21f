import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenFilter } from '../../src/input/seen-filter.ts';

describe('a filter of what was seen', () => {
  it('never takes a text that was met for a new one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), texts => {
        const filter = new SeenFilter(1);
        for (const text of texts) filter.meet(text);
        expect(texts.every(text => filter.meet(text))).toBe(true);
      }),
    );
  });

  it('takes hardly one new IIN in ten thousand for one that was met', () => {
    const filter = new SeenFilter(100_000);
    let doubted = 0;
    for (let i = 0; i < 100_000; i++) if (filter.meet(String(850101300000 + i * 7))) doubted++;
    expect(doubted).toBeLessThan(10);
  });
});
