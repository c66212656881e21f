import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areCanonical,
  combineIntervals,
  type HouseInterval,
  joinIntervals,
} from '../../../src/domain/territory/house-intervals.ts';
import { numberRange, unionAll } from '../../../src/domain/territory/house-set.ts';

const number = fc.integer({ min: 1, max: 400 });
const range = fc
  .tuple(number, fc.integer({ min: 0, max: 3 }), fc.constantFrom('odd', 'even', 'both'))
  .map(([from, more, side]) => numberRange(from, from + more, side));
const intervalsOf = (minLength: number, maxLength: number) =>
  fc.array(range, { minLength, maxLength }).map(sets => [...unionAll(sets).intervals]);

/** The same by hand: each stretch between two neighbouring cuts is kept or not. */
function naively(
  a: readonly HouseInterval[],
  b: readonly HouseInterval[],
  keep: (inA: boolean, inB: boolean) => boolean,
): HouseInterval[] {
  const cuts = [...new Set([...a, ...b].flatMap(({ lo, hi }) => [lo, hi]))].sort();
  const has = (rows: readonly HouseInterval[], side: string, at: string) =>
    rows.some(row => row.side === side && row.lo <= at && at < row.hi);
  const stretches = (['odd', 'even'] as const).flatMap(side =>
    cuts.map((lo, i) => ({ side, lo, hi: cuts[i + 1] ?? lo })),
  );
  return joinIntervals(stretches.filter(({ side, lo }) => keep(has(a, side, lo), has(b, side, lo))));
}

describe('lists of intervals', () => {
  it('are combined as their stretches are, however long either of them is', () => {
    const lists = fc.tuple(intervalsOf(30, 60), intervalsOf(0, 3), fc.boolean());
    const keeps = [
      (inA: boolean, inB: boolean) => inA || inB,
      (inA: boolean, inB: boolean) => inA && inB,
      (inA: boolean, inB: boolean) => inA && !inB,
    ];
    fc.assert(
      fc.property(lists, fc.constantFrom(...keeps), ([long, short, isTurned], keep) => {
        const [a, b] = isTurned ? [short, long] : [long, short];
        const combined = combineIntervals(a, b, keep);
        expect(combined).toEqual(naively(a, b, keep));
        expect(areCanonical(combined)).toBe(true);
      }),
    );
  });

  it('a house more costs the same beside few houses as beside many', () => {
    const workWith = (houses: number) => {
      const many = unionAll(
        Array.from({ length: houses }, (_, i) => numberRange(i * 4 + 1, i * 4 + 1, 'odd')),
      );
      let work = 0;
      combineIntervals(many.intervals, numberRange(201, 203, 'odd').intervals, (inA, inB) => {
        work += 1;
        return inA || inB;
      });
      return work;
    };
    expect(workWith(10_000)).toBe(workWith(100));
  });
});
