import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';
import { importing, making, undoing, undone } from '../support/undoing.ts';

const STREET = 'Көктем көшесі';
/** One for each test: what one leaves behind would be part of the next one's change. */
const SHARED = ['Күз көшесі', 'Қыс көшесі', 'Жаз көшесі'] as const;

describe.each(engines)('what an undo means for the schools on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
    const rows = [`${STREET},"1, 2, 3, 4, 5"`, ...SHARED.map(name => `${name},`)];
    const list = district.file('name_kk,houses', ...rows);
    await district.done(streetKeeper, ['import-streets', list]);
  });
  afterAll(() => district.drop());

  const bind = (street: string, school: string, houses: string, ...more: readonly string[]) =>
    making(
      district,
      streetKeeper,
      ...['bind-streets', '--school', school, '--street', street, '--houses', houses, '--yes', ...more],
    );
  const share = (street: string, school: string, houses: string) =>
    bind(street, school, houses, '--share', 'екі тілде');
  const planned = (change: number) => ['undo', String(change), '--dry-run', '--lang', 'en'];

  it('is shown as bind-streets shows it: what passes to another school', async () => {
    const bound = await bind(STREET, 'school-1', '1-5');
    const moved = await bind(STREET, 'school-3', '3-5', '--move');
    const { document } = await district.done(streetKeeper, planned(moved));
    expect(document).toMatchObject({ dropped: [], shared: [] });
    expect(document.moves).toEqual([
      { from: 'school-3', to: 'school-1', street: STREET, houses: '3–5 odd', known: 2 },
    ]);
    expect((await district.text(streetKeeper, planned(moved))).stdout).toContain(
      'Houses that pass to another school:\n  school-3 → school-1: 1 street, 2 known houses\n',
    );
    await undone(district, streetKeeper, moved);
    await undone(district, streetKeeper, bound);
  });

  it('and what no school has any more', async () => {
    const bound = await bind(STREET, 'school-1', '1-5');
    const { document } = await district.done(streetKeeper, planned(bound));
    expect(document).toMatchObject({ moves: [], shared: [] });
    expect(document.dropped).toEqual([{ school: 'school-1', street: STREET, houses: '1–5 odd', known: 3 }]);
    await undone(district, streetKeeper, bound);
  });

  it('is not spoken of where no binding is touched', async () => {
    const imported = await importing(district, 404);
    const { document } = await district.done(story.admin.iin, planned(imported));
    expect(document).not.toHaveProperty('moves');
  });

  it('shows a share that comes back beside the other school', async () => {
    await bind(SHARED[0], 'school-1', '11');
    await share(SHARED[0], 'school-2', '11');
    const { document, codes } = await undoing(
      district,
      streetKeeper,
      await bind(SHARED[0], 'school-2', '11', '--unbind'),
    );
    expect(codes).toEqual([]);
    expect(document.shared).toMatchObject([
      { school: 'school-2', others: ['school-1'], reason: 'екі тілде' },
    ]);
  });

  it('warns of a share that comes back when the other school has left', async () => {
    await bind(SHARED[1], 'school-1', '22');
    await share(SHARED[1], 'school-2', '22');
    const freed = await bind(SHARED[1], 'school-2', '22', '--unbind');
    await bind(SHARED[1], 'school-1', '22', '--unbind');
    const { code, document } = await undoing(district, streetKeeper, freed);
    expect(code).toBe(0);
    expect(document.problems).toMatchObject([
      { code: 'share-idle', severity: 'warning', message: expect.stringContaining('22') },
    ]);
    expect(document.shared).toEqual([]);
  });

  it('and of one that the other school leaves', async () => {
    const first = await bind(SHARED[2], 'school-1', '33');
    await share(SHARED[2], 'school-2', '33');
    const { code, codes } = await undoing(district, streetKeeper, first);
    expect([code, codes]).toEqual([0, ['share-idle']]);
  });
});
