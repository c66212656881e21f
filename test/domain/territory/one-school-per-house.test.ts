import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { equalSets } from '../../../src/domain/territory/house-set.ts';
import { heldByOthers } from '../../../src/domain/territory/one-school-per-house.ts';

const has = (school: string, houses: string) => ({ school, houses: readHouseList(houses).set });

describe('a house belongs to one school', () => {
  it.each([
    ['free houses', '1-9', [has('school-2', '2-8')], []],
    ['the school’s own houses', '1-9', [has('school-1', '1-9')], []],
    ['a house inside a range', '45А', [has('school-2', '1-45')], [['school-2', '45А']]],
    [
      'two schools at once',
      '1-20',
      [has('school-2', '2-8'), has('school-3', '9')],
      [
        ['school-2', '2-8'],
        ['school-3', '9'],
      ],
    ],
    ['the whole street', 'все', [has('school-2', '12/1')], [['school-2', '12/1']]],
    ['a neighbour with a letter', '12', [has('school-2', '12А')], []],
  ] as const)('%s', (_, wanted, held, expected) => {
    const found = heldByOthers(has('school-1', wanted), held);
    expect(found.map(({ school }) => school)).toEqual(expected.map(([school]) => school));
    found.forEach(({ common }, i) => {
      expect(equalSets(common, readHouseList(expected[i]?.[1] ?? '').set)).toBe(true);
    });
  });
});
