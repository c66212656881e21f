import { expect, it } from 'vitest';
import { countHouses } from '../../../src/domain/territory/house-count.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';

it.each([
  ['12', 1],
  ['1, 3, 5, 12, 12А, 12/1, 14 к1', 7],
  ['12, 12 к1', 2],
  ['1-45', 23],
  ['2-60, 61, 63А', 32],
  ['1-44', 44],
  ['2 (все корпуса)', 1],
  ['от дома 20', null],
  ['все', null],
])('%s are %s houses', (list, count) => {
  const { set, problems } = readHouseList(list);
  expect(problems).toEqual([]);
  expect(countHouses(set)).toBe(count);
});
