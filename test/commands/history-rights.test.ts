import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin } from '../support/people.ts';

const admin = story.admin.iin;

describe.each(engines)('one change of two schools on $engine', ({ create }) => {
  let district: District;
  let change: number;
  const [first, second] = [inventIin(1), inventIin(2)];

  beforeAll(async () => {
    // The schools' people and roles are there.
    district = await District.open(create, scenes.slice(0, 16));
    const file = district.file(
      'iin,surname,given_name,org',
      `${first},Ахметова,Әлия,school-1`,
      `${second},Серікова,Айгүл,school-2`,
    );
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-1']);
    change = document.change ?? 0;
  });
  afterAll(() => district.drop());

  const keysSeen = async (as: string) => {
    const run = await district.text(as, ['show', String(change), '--json']);
    if (run.code !== 0) return parseDocument(run, 'qabyl.error/1').problems.map(({ code }) => code);
    return parseDocument(run, 'qabyl.show/1').changes.map(({ key }) => key);
  };

  it.each([
    { who: 'the department', as: admin, sees: [`school-1/${first}`, `school-2/${second}`] },
    { who: 'the first school', as: holder('school-1', 'executor'), sees: [`school-1/${first}`] },
    { who: 'the second school', as: holder('school-2', 'superadmin'), sees: [`school-2/${second}`] },
    { who: 'a third school', as: holder('school-3', 'director'), sees: ['change-unknown'] },
  ])('$who sees the rows that it may read', async ({ as, sees }) => {
    expect(await keysSeen(as)).toEqual(sees);
    const history = parseDocument(await district.text(as, ['history', '--json']), 'qabyl.history/1');
    expect(history.changes.some(line => line.change === change)).toBe(sees[0] !== 'change-unknown');
  });
});
