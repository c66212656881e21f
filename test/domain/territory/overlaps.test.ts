import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equalSets,
  intersect,
  isEmptySet,
  numberRange,
  singleHouse,
  wholeNumber,
} from '../../../src/domain/territory/house-set.ts';
import { findOverlaps, findShared } from '../../../src/domain/territory/overlaps.ts';
import { house, modelledSet } from './arbitrary-sets.ts';

describe('overlaps between schools', () => {
  it('names both schools and exactly the houses they share', () => {
    const bindings = [
      { school: 'school-5', street: 'abai', set: numberRange(1, 45, 'odd') },
      { school: 'school-3', street: 'abai', set: numberRange(43, 60, 'both') },
    ];
    expect(findOverlaps(bindings)).toEqual([
      { street: 'abai', schools: ['school-3', 'school-5'], houses: numberRange(43, 45, 'odd') },
    ]);
  });

  it('finds one house shared inside a range, and not its neighbour with a letter', () => {
    const bindings = [
      { school: 'a', street: 's', set: singleHouse(house(12)) },
      { school: 'b', street: 's', set: numberRange(2, 20, 'even') },
      { school: 'c', street: 's', set: singleHouse(house(12, 'А')) },
    ];
    expect(findOverlaps(bindings)).toEqual([
      { street: 's', schools: ['a', 'b'], houses: singleHouse(house(12)) },
      { street: 's', schools: ['b', 'c'], houses: singleHouse(house(12, 'А')) },
    ]);
  });

  it.each([
    ['the two sides', numberRange(1, 45, 'odd'), numberRange(2, 60, 'even')],
    ['ranges that only touch', numberRange(1, 45, 'odd'), numberRange(47, 60, 'odd')],
  ])('finds none between %s of a street', (_name, a, b) => {
    expect(
      findOverlaps([
        { school: 'a', street: 's', set: a },
        { school: 'b', street: 's', set: b },
      ]),
    ).toEqual([]);
  });

  it('finds none between streets, or within one school', () => {
    const set = wholeNumber(1);
    expect(
      findOverlaps([
        { school: 'a', street: 's', set },
        { school: 'a', street: 's', set },
        { school: 'b', street: 't', set },
      ]),
    ).toEqual([]);
  });

  const odd = numberRange(1, 45, 'odd');
  const shared = numberRange(1, 9, 'odd');

  it.each([
    ['the first school', { shared, reason: 'languages' }, {}],
    ['the second school', {}, { shared, reason: 'languages' }],
    ['both', { shared, reason: 'languages' }, { shared, reason: 'languages' }],
  ])('leaves out what %s shares on purpose, and tells it apart with the reason', (_name, a, b) => {
    const bindings = [
      { school: 'a', street: 's', set: odd, ...a },
      { school: 'b', street: 's', set: numberRange(1, 15, 'both'), ...b },
    ];
    expect(findOverlaps(bindings)).toEqual([
      { street: 's', schools: ['a', 'b'], houses: numberRange(11, 15, 'odd') },
    ]);
    expect(findShared(bindings)).toEqual([
      { street: 's', schools: ['a', 'b'], houses: shared, reasons: ['languages'] },
    ]);
  });

  it('counts a share for the school that shares alone: two others still overlap', () => {
    const bindings = [
      { school: 'a', street: 's', set: odd },
      { school: 'b', street: 's', set: odd, shared: odd, reason: 'grades' },
      { school: 'c', street: 's', set: odd },
    ];
    expect(findOverlaps(bindings)).toEqual([{ street: 's', schools: ['a', 'c'], houses: odd }]);
    expect(findShared(bindings).map(({ schools }) => schools)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  it('shares nothing on another street', () => {
    const bindings = [
      { school: 'a', street: 's', set: odd },
      { school: 'b', street: 's', set: odd },
      { school: 'b', street: 't', set: odd, shared: odd, reason: 'grades' },
    ];
    expect(findOverlaps(bindings)).toHaveLength(1);
    expect(findShared(bindings)).toEqual([]);
  });

  it('finds what comparing every pair finds', () => {
    const bindings = fc.uniqueArray(
      fc.record({
        school: fc.constantFrom('a', 'b', 'c', 'd'),
        street: fc.constantFrom('s', 't'),
        set: modelledSet.map(({ set }) => set),
      }),
      { selector: ({ school, street }) => school + street },
    );
    fc.assert(
      fc.property(bindings, bound => {
        const found = findOverlaps(bound);
        const expected = bound.flatMap(a =>
          bound
            .filter(b => a.school < b.school && a.street === b.street && !isEmptySet(intersect(a.set, b.set)))
            .map(b => ({ street: a.street, schools: [a.school, b.school], houses: intersect(a.set, b.set) })),
        );
        expect(found.length).toBe(expected.length);
        for (const { street, schools, houses } of expected) {
          const same = found.find(each => each.street === street && each.schools.join() === schools.join());
          expect(same && equalSets(same.houses, houses)).toBe(true);
        }
      }),
    );
  });

  it('sweeps fifty thousand houses of a street', () => {
    const bound = Array.from({ length: 50_000 }, (_, i) => ({
      school: `school-${i % 7}`,
      street: 's',
      set: wholeNumber(i + 1),
    }));
    expect(findOverlaps([...bound, { school: 'late', street: 's', set: wholeNumber(40_000) }])).toEqual([
      { street: 's', schools: ['late', 'school-1'], houses: wholeNumber(40_000) },
    ]);
  });
});
