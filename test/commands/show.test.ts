import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { type Answer, District } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, range, staffLines } from '../support/people.ts';

const admin = story.admin.iin;
const SOMEBODY = inventIin(1);
const KEY = `school-1/${SOMEBODY}`;

describe.each(engines)('show on $engine', ({ create }) => {
  let district: District;
  /** every change that was made to one person, in order */
  const made: Answer[] = [];
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
    const importing = async (position: string, ...more: readonly string[]) =>
      made.push(
        await district.done(admin, [
          'import-staff',
          district.file('iin,surname,given_name,position', ...more, `${SOMEBODY},Ахметова,Әлия,${position}`),
          '--org',
          'school-1',
        ]),
      );
    const role = async (...flags: readonly string[]) =>
      made.push(
        await district.done(admin, [
          'assign-role',
          '--org',
          'school-1',
          '--role',
          'admin',
          '--staff',
          SOMEBODY,
          ...flags,
        ]),
      );
    const other = `${inventIin(2)},Серікова,Айгүл,`;
    await importing('мұғалім', other);
    await importing('тәлімгер', other);
    await importing('әдіскер', other);
    await role();
    await role('--revoke', '--yes');
    await role();
    made.push(
      await district.done(admin, [
        'import-staff',
        district.file('iin,surname,given_name', other.slice(0, -1)),
        ...['--org', 'school-1', '--sync', '--yes'],
      ]),
    );
    await importing('директор', other);
  });
  afterAll(async () => {
    made.length = 0;
    await district.drop();
  });

  const shown = async (change: number | null | undefined, as = admin) => {
    const run = await district.text(as, ['show', String(change), '--json']);
    expect(run.code, run.stdout).toBe(0);
    return parseDocument(run, 'qabyl.show/1');
  };
  const rowOf = async (change: number | null | undefined, kind = 'staff') =>
    (await shown(change)).changes.find(row => row.kind === kind && row.key.startsWith(KEY));
  const numberOf = (i: number) => made[i]?.document.change;

  it('shows every change as it was planned, however often its rows changed later', async () => {
    for (const { document } of made) {
      const { changes, command, change, summary, digest } = await shown(document.change);
      expect({ command, change, summary, digest }).toEqual({
        command: document.command,
        change: document.change,
        summary: document.summary,
        digest: document.digest,
      });
      const bare = (
        rows: readonly { action: string; kind: string; key: string; before: unknown; after: unknown }[],
      ) =>
        rows
          .map(({ action, kind, key, before, after }) => ({ action, kind, key, before, after }))
          .sort((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1));
      expect(bare(changes)).toEqual(bare(document.changes));
    }
  });

  it('shows what a row was and became, one update after another', async () => {
    const positions = await Promise.all([0, 1, 2].map(i => rowOf(numberOf(i))));
    expect(positions.map(row => row?.action)).toEqual(['add', 'update', 'update']);
    expect(positions.map(row => row?.before && 'position' in row.before && row.before.position)).toEqual([
      null,
      'мұғалім',
      'тәлімгер',
    ]);
    expect(positions.map(row => row?.after && 'position' in row.after && row.after.position)).toEqual([
      'мұғалім',
      'тәлімгер',
      'әдіскер',
    ]);
  });

  it('shows a row that was added, removed and added again', async () => {
    const row = { org: 'school-1', iin: SOMEBODY, role: 'admin' };
    expect(await rowOf(numberOf(3), 'role')).toMatchObject({ action: 'add', before: null, after: row });
    expect(await rowOf(numberOf(4), 'role')).toMatchObject({ action: 'remove', before: row, after: null });
    expect(await rowOf(numberOf(5), 'role')).toMatchObject({ action: 'add', before: null, after: row });
  });

  it('calls a dismissal a removal, with the role that ended with it, and a return an update', async () => {
    expect((await shown(numberOf(6))).changes).toMatchObject([
      { action: 'remove', kind: 'staff', before: { active: true }, after: { active: false } },
      { action: 'remove', kind: 'role', before: { role: 'admin' }, after: null },
    ]);
    expect(await rowOf(numberOf(7))).toMatchObject({
      action: 'update',
      before: { active: false, position: 'әдіскер' },
      after: { active: true, position: 'директор' },
    });
  });

  it('shows the year that init switched', async () => {
    const init = scenes[0]?.argv.map(word => (word === story.year ? '2028-2029' : word)) ?? [];
    const { document } = await district.done(admin, [...init, '--yes']);
    await district.done(admin, [...(scenes[0]?.argv ?? []), '--yes']);
    expect((await shown(document.change)).changes).toMatchObject([
      { action: 'update', key: story.year, before: { current: true }, after: { current: false } },
      { action: 'add', key: '2028-2029', before: null, after: { current: true } },
    ]);
  });

  it('shows twenty rows to people, all on demand, and all in JSON', async () => {
    const file = district.file(...staffLines(range(100, 229)));
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-2']);
    const number = String(document.change);
    expect((await shown(document.change)).changes).toHaveLength(130);
    const lines = async (...more: readonly string[]) =>
      (await district.text(admin, ['show', number, ...more])).stdout
        .split('\n')
        .filter(line => line.startsWith('+'));
    expect(await lines()).toHaveLength(20);
    expect(await lines('--all-changes')).toHaveLength(130);
  });

  it.each([
    ['a change that never was', '999', 3, 'change-unknown'],
    ['nought', '0', 2, 'flag-invalid'],
    ['a word', 'соңғы', 2, 'flag-invalid'],
    ['half a number', '1.5', 2, 'flag-invalid'],
    ['a number beyond all numbers', '99999999999999999999', 2, 'flag-invalid'],
    ['a number that PostgreSQL would not count to', '2147483648', 2, 'flag-invalid'],
    ['a change that may be once', '999999999', 3, 'change-unknown'],
  ])('refuses %s', async (_, number, exitCode, problem) => {
    const run = await district.text(admin, ['show', number, '--json']);
    const { problems } = parseDocument(run, 'qabyl.error/1');
    expect([run.code, problems[0]?.code]).toEqual([exitCode, problem]);
  });

  it('asks for the number where none is given', async () => {
    const run = await district.text(admin, ['show', '--json']);
    const [problem] = parseDocument(run, 'qabyl.error/1').problems;
    expect([run.code, problem?.code]).toEqual([2, 'flag-missing']);
    expect(problem?.message).toContain('N');
  });

  it('hides the changes of other schools from people of a school', async () => {
    const director = holder('school-3', 'director');
    const file = district.file('iin,surname,given_name', `${director},Оспанов,Ғалым`);
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-3']);
    expect((await shown(document.change, director)).org).toBe('school-3');
    for (const number of [1, numberOf(0)]) {
      const run = await district.text(director, ['show', String(number), '--json']);
      expect([run.code, parseDocument(run, 'qabyl.error/1').problems[0]?.code]).toEqual([
        3,
        'change-unknown',
      ]);
    }
  });
});
