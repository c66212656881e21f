import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHouses } from '../../../src/domain/territory/house-count.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { minus, singleHouse } from '../../../src/domain/territory/house-set.ts';
import { listedHouses } from '../../../src/domain/territory/listed-houses.ts';
import { isWithin } from '../../../src/domain/territory/set-inclusion.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import { houses as en } from '../../../src/locales/en/houses.ts';
import { anyHouse } from './arbitrary-sets.ts';

const listed = (text: string) => listedHouses(readHouseList(text).parts);
const print = (text: string) => {
  const set = listed(text);
  return set === null ? null : en.print(describeSet(set));
};

describe('the houses that a list of existing houses names', () => {
  it.each([
    ['12', '12'],
    ['1-7 odd', '1, 3, 5, 7'],
    ['1-4', '1, 2, 3, 4'],
    ['1-4, 3А, 7/1', '1, 2, 3, 3А, 4, 7/1'],
    ['5А-9 odd', '5А, 7, 9'],
    ['5-9Б odd', '5, 7, 9, 9Б'],
    ['12 (all blocks)', '12'],
    ['1-9 odd, except 5', '1, 3, 7, 9'],
    ['up to 3', '1, 2, 3'],
    ['1-20000', null],
    ['1-20000 odd', '10000'],
  ])('“%s” is %s', (text, expected) => {
    if (text === '1-20000 odd') expect(countHouses(listed(text) as never)).toBe(Number(expected));
    else expect(print(text)).toBe(expected);
  });

  it('are as many as are written one by one', () => {
    const houses = Array.from({ length: 12_000 }, (_, at) => `${at + 1}/1`);
    expect(countHouses(listed(houses.join(', ')) as never)).toBe(12_000);
  });

  it('are those written, and what a range may hold besides is not said to exist', () => {
    fc.assert(
      fc.property(
        fc.array(anyHouse, { maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        (houses, from, pairs) => {
          // ends of different sides: both sides are meant
          const to = from + 2 * pairs + 1;
          const text = [...houses.map(house => en.print([{ kind: 'house', house }])), `${from}-${to}`].join(
            ', ',
          );
          const { set, parts, problems } = readHouseList(text);
          fc.pre(problems.every(({ severity }) => severity === 'warning'));
          const named = listedHouses(parts);
          if (named === null) throw new Error('too many');
          expect(isWithin(named, set)).toBe(true);
          for (const house of houses) expect(isWithin(singleHouse(house), named)).toBe(true);
          for (let number = from; number <= to; number++) {
            const one = readHouseList(String(number)).set;
            expect(isWithin(one, named)).toBe(true);
            expect(isWithin(minus(readHouseList(`${number} (all blocks)`).set, one), named)).toBe(false);
          }
        },
      ),
    );
  });
});
