import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, range, staffLines } from '../support/people.ts';

const admin = story.admin.iin;
const top = story.department.code;

describe.each(engines)('history on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    // The schools' people and roles are there, and nothing of the season.
    district = await District.open(create, scenes.slice(0, 16));
  });
  afterAll(() => district.drop());

  const historyAs = async (as: string, ...argv: readonly string[]) => {
    const run = await district.text(as, ['history', ...argv, '--json']);
    expect(run.code, run.stdout).toBe(0);
    return parseDocument(run, 'qabyl.history/1').changes;
  };

  it('has every change once, the newest first, with who made it and what was typed', async () => {
    const changes = await historyAs(admin);
    expect(changes.map(({ change }) => change)).toEqual(range(1, 16).reverse());
    const played = scenes.slice(0, 16).reverse();
    expect(changes.map(({ command }) => command)).toEqual(played.map(({ argv }) => argv[0]));
    expect(changes.map(({ actor }) => actor)).toEqual(played.map(({ as }) => as ?? admin));
    expect(changes.map(({ argv }) => argv)).toEqual(played.map(({ argv }) => [...argv, '--json']));
    const staff = changes.find(({ org, command }) => org === 'school-1' && command === 'import-staff');
    expect(staff).toMatchObject({
      at: '2027-02-01T07:00:00.000Z',
      summary: { read: 37, add: 37, update: 0, remove: 0 },
      files: [{ name: 'fixtures/district/staff-school-1.csv' }],
    });
  });

  it('has no line for what changed nothing, was only planned, was refused or was not approved', async () => {
    const before = await historyAs(admin);
    const file = district.file(...staffLines([1]));
    await district.done(admin, ['import-staff', file, '--org', 'school-1', '--dry-run']);
    await district.done(admin, ['assign-role', '--org', top, '--role', 'superadmin', '--staff', admin]);
    await district.change(admin, ['import-staff', 'нет.csv', '--org', 'school-1']);
    await district.change(holder('school-1', 'director'), ['import-staff', file, '--org', 'school-1']);
    const revoke = ['assign-role', '--org', 'school-1', '--role', 'executor', '--revoke'];
    expect((await district.change(admin, [...revoke, '--staff', holder('school-1', 'executor')])).code).toBe(
      5,
    );
    expect(await historyAs(admin)).toEqual(before);
  });

  it('shows people of a school the changes of their school, and as many as they ask for', async () => {
    const head = holder('school-1', 'director');
    const own = await historyAs(head);
    expect(own.map(({ org, command }) => [org, command])).toEqual([
      ['school-1', 'assign-role'],
      ['school-1', 'import-staff'],
      // The department's work, where it is about their school.
      [null, 'bind-streets'],
      [null, 'import-orgs'],
    ]);
    // The newest changes are of other schools; they do not use up what was asked for.
    expect(await historyAs(head, '--limit', '1')).toEqual(own.slice(0, 1));
  });

  it('keeps to the limit', async () => {
    expect((await historyAs(admin, '--limit', '3')).map(({ change }) => change)).toEqual([16, 15, 14]);
    expect((await district.text(admin, ['history', '--limit', '0', '--json'])).code).toBe(2);
    expect((await district.text(admin, ['history', '--limit', 'many', '--json'])).code).toBe(2);
  });

  it('is not for strangers', async () => {
    const run = await district.text(inventIin(1), ['history', '--json']);
    expect([run.code, parseDocument(run, 'qabyl.error/1').problems[0]?.code]).toEqual([4, 'actor-unknown']);
  });

  it('prints a table for people', async () => {
    const run = await district.text(admin, ['history', '--lang', 'kk', '--limit', '2']);
    expect(run.code).toBe(0);
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(3);
    expect(run.stdout).toContain('2027-02-01 07:00:00');
  });

  it('pages through a long history for those who may read little of it', async () => {
    const one = district.file(...staffLines([10]));
    const two = district.file(...staffLines([10]).map(line => line.replace('мұғалім', 'учитель')));
    for (const file of Array.from({ length: 110 }, () => [one, two]).flat())
      await district.done(admin, ['import-staff', file, '--org', 'school-2']);
    expect(await historyAs(holder('school-1', 'director'))).toHaveLength(4);
    expect(await historyAs(admin)).toHaveLength(50);
    expect(await historyAs(admin, '--limit', '1000')).toHaveLength(236);
  });
});
