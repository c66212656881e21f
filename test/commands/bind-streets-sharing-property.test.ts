import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHouseList } from '../../src/domain/territory/house-list.ts';
import { emptySet, intersect, isEmptySet, minus, unionAll } from '../../src/domain/territory/house-set.ts';
import { findOverlaps } from '../../src/domain/territory/overlaps.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const STREET = 'Гагарин көшесі';
const SCHOOLS = ['school-1', 'school-2', 'school-3'];
const step = fc.record({
  school: fc.constantFrom(...SCHOOLS),
  houses: fc.constantFrom('1-9', '5-15', '2-8', '1-20', '7', '12А', 'все', 'нечетные'),
  how: fc.constantFrom([], ['--share', 'languages'], ['--share', 'grades'], ['--move'], ['--unbind']),
});

const setOf = (text: unknown) => {
  if (typeof text !== 'string') return emptySet;
  const { set, problems } = readHouseList(text);
  expect(problems).toEqual([]);
  return set;
};

describe.each(engines)('whatever is bound, shared, moved and unbound on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const held = async () =>
    (await district.list('bindings', '--street', STREET)).map(row => ({
      school: String(row.school),
      street: STREET,
      set: setOf(row.houses),
      shared: setOf(row.shared_houses),
    }));

  it('no house has two schools without a word, no share outlives its houses, and the list binds again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async steps => {
        for (const { school } of await held())
          await district.done(streetKeeper, [
            ...['bind-streets', '--school', school, '--street', STREET, '--unbind', '--yes'],
          ]);
        for (const { school, houses, how } of steps) {
          const argv = ['--school', school, '--street', STREET, '--houses', houses, ...how, '--yes'];
          const { code } = await district.change(streetKeeper, ['bind-streets', ...argv]);
          expect([0, 3]).toContain(code);
          const now = await held();
          expect(findOverlaps(now)).toEqual([]);
          for (const { school: own, set, shared } of now) {
            const others = unionAll(now.filter(one => one.school !== own).map(one => one.set));
            expect(isEmptySet(minus(shared, intersect(set, others)))).toBe(true);
          }
        }
        const csv = await district.text(streetKeeper, ['list', 'bindings', '--csv']);
        if ((await held()).length === 0) return;
        const file = district.file(...csv.stdout.replace('\uFEFF', '').trimEnd().split(/\r?\n/));
        for (const argv of [[], ['--replace-all']])
          expect(
            (await district.done(streetKeeper, ['bind-streets', '--file', file, ...argv])).document.outcome,
          ).toBe('unchanged');
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});
