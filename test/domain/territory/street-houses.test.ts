import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { emptySet, setToText, unionAll } from '../../../src/domain/territory/house-set.ts';
import { isEndless, StreetHouses } from '../../../src/domain/territory/street-houses.ts';

function gather(...houses: readonly string[]): StreetHouses {
  const gathered = new StreetHouses();
  for (const house of houses) expect(gathered.addHouse(house), house).toBe(true);
  return gathered;
}

describe('the houses of a street', () => {
  it.each([
    [['12', '1', '3'], '1, 3, 12'],
    [['12А', '12 "а"', '12-а'], '12А'],
    [['5/10А', '4 корп. 1', '12\\1'], '4 к1, 5/10А, 12/1'],
    [['1', '1'], '1'],
  ])('%j are the set of “%s”', (houses, list) => {
    expect(setToText(gather(...houses).set())).toBe(setToText(readHouseList(list).set));
  });

  it.each(['12-45', '1, 2', 'гаражи', '0', '1000000', ''])('takes “%s” for no house', text => {
    const gathered = new StreetHouses();
    expect(gathered.addHouse(text)).toBe(false);
    expect(gathered.set()).toEqual(emptySet);
  });

  it('adds lists to single houses', () => {
    const gathered = gather('4', '7');
    gathered.addSet(readHouseList('1-5').set);
    expect(setToText(gathered.set())).toBe(setToText(readHouseList('1-5 нечетные, 4, 7').set));
  });

  it('counts what was given again', () => {
    expect(gather('1', '2', '12А').repeated()).toBeNull();
    expect(gather('7', '12а', '3', '3', '12 А', '3').repeated()).toEqual({ house: '3', times: 3 });
  });

  it('are the union of their rows, in whatever order these come', () => {
    const house = fc.constantFrom('1', '2', '10', '12', '12А', '12/1', '4 к1', '9Б', '100500');
    fc.assert(
      fc.property(fc.array(house), houses => {
        const set = unionAll(houses.map(text => readHouseList(text).set));
        expect(gather(...houses).set()).toEqual(set);
      }),
    );
  });

  it.each([
    ['1-45, 2, 12А', false],
    ['с 20', true],
    ['все', true],
    ['нечетные', true],
  ])('“%s” without an end: %s', (list, endless) => {
    expect(isEndless(readHouseList(list).set)).toBe(endless);
  });
});
