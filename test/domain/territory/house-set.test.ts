import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHouseNumber } from '../../../src/domain/territory/house-number.ts';
import { houseOfKey } from '../../../src/domain/territory/house-order.ts';
import {
  contains,
  emptySet,
  equalSets,
  type HouseSet,
  intersect,
  isEmptySet,
  minus,
  numberRange,
  setFromIntervals,
  setFromText,
  setToText,
  singleHouse,
  union,
  unionAll,
  wholeNumber,
  wholeStreet,
} from '../../../src/domain/territory/house-set.ts';
import { house, modelledSet, SAMPLE, sampleHouse } from './arbitrary-sets.ts';

const sets = modelledSet.map(({ set }) => set);

describe('a range', () => {
  it.each([
    ['1–45 odd', numberRange(1, 45, 'odd'), ['1', '45', '45А', '45/1', '45 к2', '7Я'], ['2', '44', '47']],
    ['1–45 both', numberRange(1, 45, 'both'), ['1', '2', '44А', '45А'], ['46', '47']],
    ['12А–20 even', numberRange(house(12, 'А'), 20, 'even'), ['12А', '12Б', '20Я'], ['12', '12/1', '13']],
    ['2–12А even', numberRange(2, house(12, 'А'), 'even'), ['12', '12/1', '12А'], ['12А/1', '12Б', '14']],
    ['5/1–20 both', numberRange(house(5, '', '1'), 20, 'both'), ['5/1', '5А', '6', '20А'], ['4', '5', '21']],
    ['from 20 on', numberRange(20, null, 'both'), ['20', '20А', '21', '999999'], ['19', '19Я']],
    ['up to 26', numberRange(null, 26, 'both'), ['1', '26', '26А'], ['27']],
    ['12 to 12', numberRange(house(12), house(12), 'both'), ['12', '12А'], ['11', '13', '14']],
    ['2–9 odd', numberRange(2, 9, 'odd'), ['3', '9'], ['2', '4', '1']],
    ['2 with every suffix', wholeNumber(2), ['2', '2А', '2 к1'], ['1', '3', '4']],
    ['12 alone', singleHouse(house(12)), ['12'], ['12А', '12/1', '12 к1', '11']],
  ])('%s has the houses it says', (_name, set, inside, outside) => {
    expect(inside.filter(text => !has(set, text))).toEqual([]);
    expect(outside.filter(text => has(set, text))).toEqual([]);
  });

  it.each([
    ['backwards', numberRange(45, 1, 'both')],
    ['without a number of its side', numberRange(4, 4, 'odd')],
    ['before the first house', numberRange(-3, 0, 'both')],
    ['behind the last number', numberRange(1_000_000, null, 'both')],
  ])('%s is empty', (_name, set) => {
    expect(isEmptySet(set)).toBe(true);
  });

  it.each([
    ['from 1 on', numberRange(1, null, 'both'), wholeStreet],
    ['up to the last number there can be', numberRange(null, 999_999, 'both'), wholeStreet],
    ['5 with all and 7 with all', union(wholeNumber(5), wholeNumber(7)), numberRange(5, 7, 'odd')],
    ['two halves', union(numberRange(1, 9, 'odd'), numberRange(10, 21, 'odd')), numberRange(1, 21, 'odd')],
    [
      '12 and all after it in 12',
      union(singleHouse(house(12)), numberRange(house(12, '', '', '1'), house(12), 'even')),
      wholeNumber(12),
    ],
    ['an end on the other side', numberRange(house(4, 'А'), house(8, 'Б'), 'odd'), numberRange(5, 7, 'odd')],
  ])('%s has one canonical form', (_name, written, canonical) => {
    expect(written).toEqual(canonical);
  });
});

describe('the algebra of sets', () => {
  it('agrees with a model that asks of each house by itself', () => {
    fc.assert(
      fc.property(modelledSet, ({ set, has: expected }) => {
        expect(SAMPLE.filter(each => contains(set, each) !== expected(each))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same intervals to sets that no house tells apart', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const witnesses = [...a.intervals, ...b.intervals]
          .flatMap(({ lo, hi }) => [lo, hi])
          .filter(cut => cut !== '~')
          .map(houseOfKey);
        const alike = witnesses.every(each => contains(a, each) === contains(b, each));
        expect(equalSets(a, b)).toBe(alike);
        expect(setToText(a) === setToText(b)).toBe(alike);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps intervals sorted, apart and odd first', () => {
    fc.assert(
      fc.property(sets, ({ intervals }) => {
        intervals.forEach((interval, i) => {
          expect(interval.lo < interval.hi).toBe(true);
          const next = intervals[i + 1];
          if (next?.side === interval.side) expect(interval.hi < next.lo).toBe(true);
          else if (next) expect([interval.side, next.side]).toEqual(['odd', 'even']);
        });
      }),
    );
  });

  it('obeys the laws of sets', () => {
    fc.assert(
      fc.property(sets, sets, sets, (a, b, c) => {
        expect(union(a, b)).toEqual(union(b, a));
        expect(intersect(a, b)).toEqual(intersect(b, a));
        expect(union(a, union(b, c))).toEqual(union(union(a, b), c));
        expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)));
        expect(minus(a, union(b, c))).toEqual(intersect(minus(a, b), minus(a, c)));
        expect(union(minus(a, b), intersect(a, b))).toEqual(a);
        expect(minus(wholeStreet, minus(wholeStreet, a))).toEqual(a);
        expect(minus(a, a)).toEqual(emptySet);
        expect(unionAll([a, b, c])).toEqual(union(a, union(b, c)));
      }),
    );
  });

  it('puts intervals in any order back in order', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const rows = [...b.intervals, ...a.intervals].reverse();
        expect(setFromIntervals([...rows, { side: 'odd', lo: '000007', hi: '000007' }])).toEqual(union(a, b));
      }),
    );
  });

  it('adds a house and takes it away again', () => {
    fc.assert(
      fc.property(sets, sampleHouse, (set, one) => {
        expect(contains(union(set, singleHouse(one)), one)).toBe(true);
        expect(contains(minus(set, singleHouse(one)), one)).toBe(false);
      }),
    );
  });

  it('joins a hundred thousand houses without slowing down', () => {
    const odd = unionAll(Array.from({ length: 100_000 }, (_, i) => wholeNumber(2 * i + 1)));
    expect(odd).toEqual(numberRange(1, 199_999, 'odd'));
  });
});

describe('the stored text of a set', () => {
  it.each([
    [emptySet, ''],
    [wholeStreet, 'odd:1-~;even:2-~'],
    [numberRange(1, 45, 'odd'), 'odd:1-47'],
    [union(numberRange(2, 60, 'even'), singleHouse(house(100, 'А'))), 'even:2-62,100.А-100.А..1'],
  ])('of %j is %s', (set, text) => {
    expect(setToText(set)).toBe(text);
  });

  it('gives the set back', () => {
    fc.assert(
      fc.property(sets, set => {
        expect(setFromText(setToText(set))).toEqual(set);
      }),
    );
  });

  it.each(['1-45', 'odd', 'odd:', 'odd:1', 'left:1-45', 'odd:1-x', 'odd:1-5;'])('refuses %j', text => {
    expect(() => setFromText(text)).toThrow('not a stored house set');
  });
});

function has(set: HouseSet, text: string): boolean {
  const one = parseHouseNumber(text);
  if (one === null) throw new Error(`not a house: ${text}`);
  return contains(set, one);
}
