import { describe, expect, it } from 'vitest';
import { findGap } from '../../../src/domain/territory/gaps.ts';
import {
  emptySet,
  type HouseSet,
  numberRange,
  singleHouse,
  union,
  unionAll,
  wholeNumber,
  wholeStreet,
} from '../../../src/domain/territory/house-set.ts';
import { house } from './arbitrary-sets.ts';

const odd = numberRange(1, 45, 'odd');
const even = numberRange(2, 60, 'even');
const singles = (...houses: Parameters<typeof house>[]) =>
  unionAll(houses.map(each => singleHouse(house(...each))));

describe('houses that no school serves', () => {
  it.each<[string, HouseSet, HouseSet, HouseSet]>([
    ['every known house that is not bound', odd, singles([1], [2], [45, 'А'], [47]), singles([2], [47])],
    [
      'a known letter beside a bound bare number',
      singles([12]),
      singles([12], [12, 'А']),
      singles([12, 'А']),
    ],
    ['nothing when all known houses are bound', union(odd, even), singles([1], [60]), emptySet],
  ])('with a list of houses are %s', (_name, bound, known, gap) => {
    expect(findGap(bound, known)).toEqual(gap);
  });

  it.each<[string, HouseSet, HouseSet]>([
    [
      'the numbers between bound ranges',
      unionAll([odd, numberRange(51, 59, 'odd'), even]),
      numberRange(47, 49, 'odd'),
    ],
    ['the side on which nothing is bound', odd, numberRange(null, null, 'even')],
    ['the whole street when nothing is bound', emptySet, wholeStreet],
    [
      'not what lies before the first and after the last number',
      union(numberRange(21, 45, 'odd'), even),
      emptySet,
    ],
    ['not the suffixes of numbers that are bound', union(odd, singles([2], [4, 'А'], [6])), emptySet],
    [
      'a number between two that are bound by a letter',
      union(odd, singles([2, 'А'], [6, 'Б'])),
      wholeNumber(4),
    ],
    ['nothing on a street bound whole', wholeStreet, emptySet],
  ])('without a list of houses are %s', (_name, bound, gap) => {
    expect(findGap(bound, null)).toEqual(gap);
  });
});
