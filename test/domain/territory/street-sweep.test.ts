import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CutList, scanCuts } from '../../../src/domain/territory/cut-codes.ts';
import { findGap } from '../../../src/domain/territory/gaps.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import {
  type HouseSet,
  isEmptySet,
  setFromIntervals,
  setToText,
  singleHouse,
  unionAll,
} from '../../../src/domain/territory/house-set.ts';
import { findOverlaps } from '../../../src/domain/territory/overlaps.ts';
import { StreetSweep } from '../../../src/domain/territory/street-sweep.ts';
import { anyHouse, crowdedSet, house, modelledSet } from './arbitrary-sets.ts';

const scanned = (text: string) => {
  const list = new CutList();
  return scanCuts(text, list) ? [...list.codes.slice(0, list.size)] : null;
};
const stored = (list: string) => setToText(readHouseList(list).set);
const sweep = new StreetSweep();
const look = (bound: readonly string[], known: string | null) =>
  sweep.look(bound.map(stored).join(';'), known === null ? null : stored(known));

describe('the codes of cuts', () => {
  it('sort as the cuts do, the odd side first, whatever fits', () => {
    fc.assert(
      fc.property(fc.array(anyHouse, { minLength: 2, maxLength: 6 }), houses => {
        const set = setFromIntervals(houses.flatMap(each => singleHouse(each).intervals));
        const codes = scanned(setToText(set));
        if (codes === null) return;
        expect(codes).toHaveLength(2 * set.intervals.length);
        // A canonical set leaves room between its intervals: every cut is beyond the one before.
        expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
        expect(codes.every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });

  it('are the same for the same cut of two sets', () => {
    const cutsOf = (set: HouseSet) => set.intervals.flatMap(({ side, lo, hi }) => [side + lo, side + hi]);
    fc.assert(
      fc.property(modelledSet, modelledSet, (a, b) => {
        const [left, right] = [scanned(setToText(a.set)), scanned(setToText(b.set))];
        if (left === null || right === null) return;
        const codeOf = new Map(cutsOf(a.set).map((cut, i) => [cut, left[i]]));
        for (const [i, cut] of cutsOf(b.set).entries())
          if (codeOf.has(cut)) expect(right[i]).toBe(codeOf.get(cut));
          else expect(left).not.toContain(right[i]);
      }),
    );
  });

  it.each([
    ['12/512', house(12, '', '512')],
    ['12 к63', house(12, '', '', '63')],
  ])('do not exist for %s, and it says so', (_, each) => {
    expect(scanned(setToText(singleHouse(each)))).toBeNull();
  });

  it.each(['', 'odd:1-~', 'odd:1-1...1;even:2-~', 'even:12.А-12.А..1'])('read %j whole', text => {
    expect(scanned(text)).toHaveLength(2 * (text.match(/-/g) ?? []).length);
  });
});

describe('whether a street needs a closer look', () => {
  it.each([
    ['a street bound whole', ['все'], null, 'sound'],
    ['two sides of two schools', ['нечетные', 'четные'], null, 'sound'],
    ['ranges that follow one another', ['1-9, четные', 'с 11 (нечетные)'], null, 'sound'],
    ['a letter beside its number', ['12, нечетные', '12А'], null, 'sound'],
    ['a house of two schools', ['1-9, четные', '9-15'], null, 'flawed'],
    ['numbers between ranges', ['1-9, четные', '15-21'], null, 'flawed'],
    ['a side of nobody', ['1-9'], null, 'flawed'],
    ['a street of nobody', [], null, 'flawed'],
    ['all known houses bound', ['1-9', '2, 4А'], '1, 3, 9А, 2, 4А', 'sound'],
    ['a known house of nobody', ['1-9', '2, 4А'], '1, 3, 4', 'flawed'],
    ['a known house behind the last bound one', ['1-9'], '1, 11', 'flawed'],
    ['no house at all', [], 'все, кроме 7, 9', 'flawed'],
    [
      'a number that is bound but for one suffix',
      ['12 (все корпуса), кроме 12А'],
      '12 (все корпуса)',
      'flawed',
    ],
    ['a fraction beyond the codes', ['12/9999', 'нечетные'], null, 'unknown'],
  ])('%s', (_, bound, known, expected) => {
    expect(look(bound, known)).toBe(expected);
  });

  it('is what the algebra says', () => {
    const anySet = fc.oneof(
      modelledSet.map(({ set }) => set),
      crowdedSet,
    );
    const streets = fc.record({ bound: fc.array(anySet, { maxLength: 4 }), known: fc.option(anySet) });
    fc.assert(
      fc.property(streets, ({ bound, known }) => {
        const found = sweep.look(
          bound
            .map(setToText)
            .filter(text => text !== '')
            .join(';'),
          known === null ? null : setToText(known),
        );
        const schools = bound.map((set, i) => ({ school: String(i), street: 's', set }));
        const isSound = findOverlaps(schools).length === 0 && isEmptySet(findGap(unionAll(bound), known));
        if (found !== 'unknown') expect(found).toBe(isSound ? 'sound' : 'flawed');
      }),
      { numRuns: 1000 },
    );
  });

  it('is told of a street with thousands of pieces', () => {
    const houses = (first: number) =>
      setToText(unionAll(Array.from({ length: 4000 }, (_, i) => singleHouse(house(2 * first + 4 * i)))));
    expect(sweep.look(`${houses(1)};${houses(2)}`, houses(1))).toBe('sound');
    expect(sweep.look(`${houses(1)};${houses(1)}`, houses(1))).toBe('flawed');
  });
});
