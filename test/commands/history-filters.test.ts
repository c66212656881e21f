import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, range } from '../support/people.ts';

const admin = story.admin.iin;
const top = story.department.code;
const SOMEBODY = inventIin(700);

describe.each(engines)('the filters of history on $engine', ({ create }) => {
  let district: District;
  const made: number[] = [];
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 16));
    const importing = async (position: string, at: string) => {
      const file = district.file('iin,surname,given_name,position', `${SOMEBODY},Ахметова,Әлия,${position}`);
      const argv = ['import-staff', file, '--org', 'school-5'];
      const run = await district.change(admin, argv, { clock: () => new Date(at) });
      made.push(run.document.change ?? 0);
    };
    await importing('мұғалім', '2027-03-01T23:59:59.999Z');
    await importing('әдіскер', '2027-03-02T00:00:00.000Z');
    const role = ['assign-role', '--org', 'school-5', '--role', 'admin', '--staff', SOMEBODY];
    const at = { clock: () => new Date('2027-03-03T12:00:00Z') };
    made.push((await district.change(admin, role, at)).document.change ?? 0);
    made.push((await district.change(admin, [...role, '--revoke', '--yes'], at)).document.change ?? 0);
  });
  afterAll(async () => {
    made.length = 0;
    await district.drop();
  });

  const numbers = async (...argv: readonly string[]) => {
    const run = await district.text(admin, ['history', ...argv, '--json']);
    expect(run.code, run.stdout).toBe(0);
    return parseDocument(run, 'qabyl.history/1').changes.map(({ change }) => change);
  };

  it('by organization: the changes that touched its rows', async () => {
    const all = parseDocument(await district.text(admin, ['history', '--json']), 'qabyl.history/1').changes;
    const own = await numbers('--org', 'school-5');
    expect(own.slice(0, 4)).toEqual(made.toReversed());
    const elsewhere = all.filter(({ org }) => org !== null && org !== 'school-5').map(({ change }) => change);
    expect(own.filter(change => elsewhere.includes(change))).toEqual([]);
    expect(await numbers('--org', top)).toContain(1);
  });

  it('by person: what was written, replaced or removed about them', async () => {
    expect(await numbers('--person', SOMEBODY)).toEqual(made.toReversed());
    const director = await numbers('--person', holder('school-1', 'director'));
    const commands = parseDocument(
      await district.text(admin, ['history', '--json']),
      'qabyl.history/1',
    ).changes;
    expect(director.map(change => commands.find(one => one.change === change)?.command)).toEqual([
      'assign-role',
      'import-staff',
    ]);
    expect(await numbers('--person', inventIin(799))).toEqual([]);
  });

  it('by command, by day and by all of them, up to the limit', async () => {
    expect(await numbers('--command', 'import-orgs')).toEqual([2]);
    expect(await numbers('--since', '2027-03-02')).toEqual(made.slice(1).toReversed());
    expect(await numbers('--since', '02.03.2027')).toEqual(made.slice(1).toReversed());
    expect(await numbers('--since', '2027-03-01')).toEqual(made.toReversed());
    expect(await numbers('--since', '2028-01-01')).toEqual([]);
    const both = ['--command', 'import-staff', '--person', SOMEBODY];
    expect(await numbers(...both)).toEqual(made.slice(0, 2).toReversed());
    expect(await numbers(...both, '--since', '2027-03-02')).toEqual([made[1]]);
    expect(await numbers(...both, '--limit', '1')).toEqual([made[1]]);
    expect(await numbers('--org', 'school-1', '--person', SOMEBODY)).toEqual([]);
  });

  it.each([
    ['--org', 'жоқ мектеп', 'org-unknown'],
    ['--person', '123', 'iin-length'],
    ['--command', 'import', 'flag-invalid'],
    ['--since', 'кеше', 'flag-invalid'],
  ])('%s %s is a slip that is told', async (flag, value, code) => {
    const run = await district.text(admin, ['history', flag, value, '--json']);
    expect(run.code).not.toBe(0);
    expect(parseDocument(run, 'qabyl.error/1').problems.map(problem => problem.code)).toEqual([code]);
  });

  it('pages through the many changes of one person', async () => {
    const file = (position: string) =>
      district.file('iin,surname,given_name,position', `${SOMEBODY},Ахметова,Әлия,${position}`);
    const [one, two] = [file('бірінші'), file('екінші')];
    const before = (await numbers('--person', SOMEBODY, '--limit', '1000')).length;
    for (const name of range(1, 105).flatMap(() => [one, two]))
      await district.done(admin, ['import-staff', name, '--org', 'school-5']);
    expect(await numbers('--person', SOMEBODY, '--limit', '1000')).toHaveLength(before + 210);
    expect(await numbers('--person', SOMEBODY)).toHaveLength(50);
  });
});
