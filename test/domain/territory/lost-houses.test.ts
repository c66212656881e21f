import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { areMany, lostHouses } from '../../../src/domain/territory/lost-houses.ts';

const set = (text: string) => readHouseList(text).set;

describe('houses that a street is no longer known to have', () => {
  it.each([
    ['1, 3, 5', '1, 3, 5, 7', null, false],
    ['1-9', '1, 3, 5, 7, 9, 9А', null, false],
    ['1, 3, 5', '1', [2, 3], false],
    ['12-30', '12', [9, 10], true],
    ['1-19, 2-20', '1', [19, 20], true],
    ['1-199', '1-189', [5, 100], false],
    ['1-199', '1-187', [6, 100], false],
    ['1-99', '1-85', [7, 50], true],
  ])('of %s, now %s: %j', (before, after, counts, many) => {
    const lost = lostHouses(set(before), set(after));
    expect(lost && [lost.count, lost.of]).toEqual(counts);
    expect(lost !== null && areMany(lost)).toBe(many);
  });
});
