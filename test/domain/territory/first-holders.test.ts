import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstHolders } from '../../../src/domain/territory/first-holders.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { contains, singleHouse, unionAll } from '../../../src/domain/territory/house-set.ts';
import { growth, LINEAR } from '../../support/work.ts';
import { crowdedSet, sampleHouse } from './arbitrary-sets.ts';

const set = (text: string) => readHouseList(text).set;

describe('the first holder of a house', () => {
  it.each([
    ['5', 'first'],
    ['11', 'second'],
    ['9, 11', 'first'],
    ['2', 'third'],
    ['100', null],
    ['100, 2', 'third'],
  ])('of %s is %s', (houses, holder) => {
    const holders = new FirstHolders<string>();
    holders.add(set('1-9'), 'first');
    holders.add(set('5-15'), 'second');
    holders.add(set('1-5, 2'), 'third');
    expect(holders.find(set(houses))).toBe(holder);
  });

  it('is the first of those who have it, of every house', () => {
    fc.assert(
      fc.property(fc.array(crowdedSet, { maxLength: 8 }), sampleHouse, (sets, house) => {
        const holders = new FirstHolders<number>();
        for (const [at, one] of sets.entries()) holders.add(one, at);
        expect(holders.houses).toEqual(unionAll(sets));
        const first = sets.findIndex(one => contains(one, house));
        expect(holders.find(singleHouse(house))).toBe(first < 0 ? null : first);
      }),
    );
  });

  it('is looked up, however many rows there are', () => {
    const rows = Array.from({ length: 8000 }, (_, i) =>
      singleHouse({ number: i + 1, letter: '', fraction: '', block: '' }),
    );
    const holders = new FirstHolders<number>();
    for (const [at, one] of rows.entries()) holders.add(one, at);
    const found = (times: number) => rows.slice(0, times).map(one => holders.find(one));
    expect(found(rows.length)).toEqual(rows.map((_, at) => at));
    expect(growth(found, rows.length / 10)).toBeLessThan(LINEAR);
  });
});
