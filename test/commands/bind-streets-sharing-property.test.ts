import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHouseList } from '../../src/domain/territory/house-list.ts';
import {
  emptySet,
  type HouseSet,
  intersect,
  isEmptySet,
  minus,
  unionAll,
} from '../../src/domain/territory/house-set.ts';
import { findOverlaps } from '../../src/domain/territory/overlaps.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const STREET = 'Гагарин көшесі';
const SCHOOLS = ['school-1', 'school-2', 'school-3'];
const row = fc.record({
  school: fc.constantFrom(...SCHOOLS),
  houses: fc.constantFrom('1-9', '5-15', '2-8', '1-20', '7', '12А', 'все', 'нечетные'),
  share: fc.constantFrom('', '', 'languages', 'grades'),
});
const one = fc.record({
  rows: fc.tuple(row.map(only => ({ ...only, share: '' }))),
  how: fc.constantFrom<readonly string[]>(
    [],
    ['--share', 'languages'],
    ['--share', 'grades'],
    ['--move'],
    ['--unbind'],
  ),
});
const file = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 2 }),
  how: fc.constantFrom<readonly string[]>([], ['--replace-all'], ['--move'], ['--replace-all', '--move']),
});
const step = fc.oneof(one, file);

const setOf = (text: unknown) => {
  if (typeof text !== 'string') return emptySet;
  const { set, problems } = readHouseList(text);
  expect(problems).toEqual([]);
  return set;
};

interface Row {
  readonly school: string;
  readonly houses: string;
  readonly share: string;
}

/** The houses that each two schools have both. */
function together(
  held: readonly { readonly school: string; readonly set: HouseSet }[],
): [string, HouseSet][] {
  return held.flatMap(({ school, set }) =>
    held
      .filter(other => school < other.school)
      .map(other => [`${school} ${other.school}`, intersect(set, other.set)] as [string, HouseSet]),
  );
}

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

  const said = (rows: readonly Row[], how: readonly string[]): string[] => {
    const [only] = rows;
    if (only && (how.includes('--share') || how.includes('--unbind')))
      return ['--school', only.school, '--street', STREET, '--houses', only.houses, ...how];
    const lines = rows.map(({ school, houses, share }) => `${school},${STREET},${houses},${share}`);
    return ['--file', district.file('school,street,houses,share', ...lines), ...how];
  };

  it('no house has two schools without a word, no share outlives its houses, and the list binds again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async steps => {
        for (const { school } of await held())
          await district.done(streetKeeper, [
            ...['bind-streets', '--school', school, '--street', STREET, '--unbind', '--yes'],
          ]);
        for (const { rows, how } of steps) {
          const before = await held();
          const { code } = await district.change(streetKeeper, ['bind-streets', ...said(rows, how), '--yes']);
          expect([0, 3]).toContain(code);
          const now = await held();
          expect(findOverlaps(now)).toEqual([]);
          // Nobody is let in beside another school unless one of the two has said so.
          const isSaid = how.includes('--share') || rows.some(({ share }) => share !== '');
          if (!isSaid)
            for (const [both, common] of together(now))
              expect(isEmptySet(minus(common, new Map(together(before)).get(both) ?? emptySet))).toBe(true);
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
