import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from '../../../fixtures/story.ts';
import {
  emptySet,
  type HouseSet,
  intersect,
  isEmptySet,
  numberRange,
  setToText,
  singleHouse,
  unionAll,
} from '../../../src/domain/territory/house-set.ts';
import { type BoundHouses, findOverlaps } from '../../../src/domain/territory/overlaps.ts';
import { District } from '../../support/district.ts';
import { createPostgres, RuleBench } from './rule-bench.ts';
import { binding, CHANGE, street } from './written-rows.ts';

const STREETS = Array.from({ length: 12 }, (_, i) => `/street/${i}`);
const SCHOOLS = ['school-1', 'school-2', 'school-3'];

const number = fc.integer({ min: 1, max: 14 });
const piece: fc.Arbitrary<HouseSet> = fc.oneof(
  fc
    .tuple(number, number, fc.constantFrom('odd' as const, 'even' as const))
    .map(([from, to, side]) => numberRange(from, to, side)),
  fc
    .tuple(number, fc.constantFrom('', 'А'), fc.constantFrom('', '1'))
    .map(([n, letter, block]) => singleHouse({ number: n, letter, fraction: '', block })),
);
const houses = fc.array(piece, { minLength: 1, maxLength: 3 }).map(unionAll);
/** What each school has of a street; nothing for none. */
const bound = fc.tuple(
  ...SCHOOLS.map(school =>
    fc.tuple(fc.boolean(), houses, fc.option(houses)).map(([has, set, shared]): BoundHouses[] => {
      if (!has || isEmptySet(set)) return [];
      const common = intersect(set, shared ?? emptySet);
      return [{ school, street: '', set, ...(isEmptySet(common) ? {} : { shared: common }) }];
    }),
  ),
);

describe('houses of several schools as the database judges them', () => {
  let district: District;
  let bench: RuleBench;
  beforeAll(async () => {
    district = await District.open(createPostgres, scenes.slice(0, 2));
    bench = await RuleBench.open(district.db);
  });
  afterAll(async () => {
    await bench.close();
    await district.drop();
  });

  it('are taken just where the program finds an overlap that nobody means', async () => {
    const seen = { taken: 0, free: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(bound, { minLength: STREETS.length, maxLength: STREETS.length }),
        async schools => {
          const rows = STREETS.map((id, i) => (schools[i] ?? []).flat().map(one => ({ ...one, street: id })));
          const taken = STREETS.filter((_, i) => findOverlaps(rows[i] ?? []).length > 0);
          const found = await bench.streetsTaken(CHANGE, [
            ...STREETS.map(id => street({ street: id })),
            ...rows.flat().map(({ school, street: id, set, shared }) =>
              binding({
                school,
                street: id,
                houses: setToText(set),
                shared_houses: shared ? setToText(shared) : null,
                share: shared ? 'екі тілде' : null,
              }),
            ),
          ]);
          expect([...new Set(found)]).toEqual(taken);
          seen.taken += taken.length;
          seen.free += STREETS.length - taken.length;
        },
      ),
      { numRuns: 20 },
    );
    expect(Math.min(seen.taken, seen.free)).toBeGreaterThan(0);
  });
});
