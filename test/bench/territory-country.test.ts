import { describe, expect, it } from 'vitest';
import { contains, setFromText } from '../../src/domain/territory/house-set.ts';
import { findFlaws } from '../../src/domain/territory/street-flaws.ts';
import { streetIdentity } from '../../src/domain/territory/street-name.ts';
import { countryText, inventedCountry, PER_DEPARTMENT } from './territory-country.ts';

const departments = [...inventedCountry(2 * PER_DEPARTMENT.bindings)];
const streets = departments.flatMap(department => department.streets);

describe('the invented country', () => {
  it('has what it says of each department', () => {
    expect(departments).toHaveLength(2);
    for (const { schools, streets: own } of departments) {
      expect(new Set(schools).size).toBe(PER_DEPARTMENT.schools);
      expect(new Set(own.map(({ street }) => street)).size).toBe(PER_DEPARTMENT.streets);
      expect(own.flatMap(({ bindings }) => bindings)).toHaveLength(PER_DEPARTMENT.bindings);
      expect(own.flatMap(({ houses }) => setFromText(houses).intervals)).toHaveLength(PER_DEPARTMENT.houses);
    }
    expect(departments.flatMap(({ schools }) => schools)).toHaveLength(
      2 * new Set(departments[0]?.schools).size,
    );
  });

  it.each([
    [400_000, '200 departments, 8,000 schools, 120,000 streets, 400,000 bindings, 2,500,000 known houses'],
    [10, '1 departments, 40 schools, 600 streets, 2,000 bindings, 12,500 known houses'],
  ])('is told in figures, for %i bindings', (ranges, figures) => {
    expect(countryText(ranges)).toBe(`a country of ${figures}`);
  });

  it('is the same again', () => {
    expect([...inventedCountry(2 * PER_DEPARTMENT.bindings)]).toEqual(departments);
  });

  it('names its streets as qabyl identifies them, and no school twice on one', () => {
    for (const { street, name_kk, settlement, bindings } of streets) {
      expect(street).toBe(streetIdentity({ name: name_kk, kind: 'street', settlement }));
      expect(new Set(bindings.map(({ school }) => school)).size).toBe(bindings.length);
    }
  });

  it('has overlaps and gaps where it says, and nowhere else', () => {
    for (const { street, houses, bindings, flaw } of streets) {
      const bound = bindings.map(one => ({ ...one, shared_houses: null, share: null }));
      const { overlaps, gap } = findFlaws({ street, label: street, houses, bound });
      const found = overlaps.length > 0 ? 'overlap' : gap.intervals.length > 0 ? 'gap' : null;
      expect(found).toBe(flaw);
    }
    expect(
      contains(setFromText(streets[1]?.houses ?? ''), { number: 7, letter: 'А', fraction: '', block: '' }),
    ).toBe(true);
  });
});
