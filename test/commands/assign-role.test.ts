import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin, mistype } from '../support/people.ts';

const admin = story.admin.iin;
const top = story.department.code;
const director = holder('school-1', 'director');
const deputy = holder('school-1', 'admin');
const executor = holder('school-1', 'executor');

/** The people of the department, school-1 and school-5 are there; only the department has given roles. */
const people = scenes.filter(
  ({ argv }) =>
    ['init', 'import-orgs'].includes(argv[0] ?? '') ||
    (argv[0] === 'import-staff' && argv.some(word => [top, 'school-1', 'school-5'].includes(word))) ||
    (argv[0] === 'assign-role' && argv.includes(top)),
);

describe.each(engines)('assign-role on $engine', ({ create }) => {
  let district: District;
  beforeEach(async () => {
    district = await District.open(create, people);
  });
  afterEach(() => district.drop());

  const give = (...flags: readonly string[]) => ['assign-role', '--org', 'school-1', ...flags];
  const roles = async (org = 'school-1') =>
    (await district.list('roles', '--org', org)).map(row => `${row.iin} ${row.role}`).sort();

  it('gives a role to people named by IIN, and nothing the second time', async () => {
    const argv = give('--role', 'executor', '--staff', `${executor},${deputy}`, '--staff', executor);
    const { document } = await district.done(admin, argv);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 2, add: 2 }, approvals: [] });
    expect(document.changes[0]).toMatchObject({
      kind: 'role',
      before: null,
      after: { org: 'school-1', role: 'executor' },
    });
    expect(await roles()).toEqual([`${deputy} executor`, `${executor} executor`].sort());
    expect((await district.refused(admin, argv)).document).toMatchObject({
      outcome: 'unchanged',
      summary: { unchanged: 2 },
    });
  });

  it.each(['орындаушы', 'Исполнитель', 'EXECUTOR'])('knows the role as %s', async role => {
    await district.done(admin, give('--role', role, '--staff', executor));
    expect(await roles()).toEqual([`${executor} executor`]);
  });

  it('gives a role to everyone in a position, however it is written', async () => {
    await district.done(admin, give('--role', 'director', '--position', '  ДИРЕКТОР '));
    expect(await roles()).toEqual([`${director} director`]);
  });

  it('gives roles from a file, several to one person', async () => {
    const file = district.file(
      'ЖСН;Рөлі',
      `${director};директор`,
      `${deputy};әкімші`,
      `${deputy};executor`,
      `${deputy};әкімші`,
    );
    const { document, codes } = await district.done(admin, give('--file', file));
    expect(document.summary).toMatchObject({ read: 4, add: 3 });
    expect(codes).toEqual(['row-duplicate']);
    expect(await roles()).toEqual([`${deputy} admin`, `${deputy} executor`, `${director} director`].sort());
  });

  it('tells everything that is wrong in a file, with its places', async () => {
    const file = district.file(
      'ЖСН;Рөлі',
      `${mistype(director)};директор`,
      `${director};патша`,
      `${inventIin(1)};admin`,
      `${deputy};admin`,
    );
    const { code, document } = await district.refused(admin, give('--file', file));
    expect(code).toBe(3);
    expect(document.problems).toMatchObject([
      { code: 'iin-check-digit', where: { file, line: 2, record: 1, column: 'ЖСН' } },
      { code: 'role-unknown', where: { line: 3, column: 'Рөлі', value: 'патша' } },
      { code: 'staff-unknown', where: { line: 4, record: 3, column: 'ЖСН' } },
    ]);
    expect(document.summary).toMatchObject({ read: 4, rejected: 3 });
  });

  it.each([
    ['an unknown role', ['--role', 'king', '--staff', executor], 2, 'flag-invalid'],
    ['an IIN that is wrong', ['--role', 'admin', '--staff', mistype(executor)], 2, 'iin-check-digit'],
    [
      'somebody who works elsewhere',
      ['--role', 'admin', '--staff', holder('school-5', 'admin')],
      3,
      'staff-unknown',
    ],
    ['a position that nobody has', ['--role', 'admin', '--position', 'директр'], 3, 'position-unknown'],
    ['no role', ['--staff', executor], 2, 'flag-missing'],
    ['nobody', ['--role', 'admin'], 2, 'flag-missing'],
    ['a file beside --staff', ['--file', 'x.csv', '--staff', executor], 2, 'flags-conflict'],
    ['a file beside --position', ['--file', 'x.csv', '--position', 'директор'], 2, 'flags-conflict'],
    ['a file beside --role', ['--file', 'x.csv', '--role', 'admin'], 2, 'flags-conflict'],
    [
      '--position beside --staff',
      ['--role', 'admin', '--position', 'директор', '--staff', executor],
      2,
      'flags-conflict',
    ],
    ['a file that is missing', ['--file', 'нет.csv'], 3, 'file-missing'],
  ])('refuses %s', async (_, flags, code, problem) => {
    const answer = await district.refused(admin, give(...flags));
    expect([answer.code, ...answer.codes]).toEqual([code, problem]);
    expect(answer.document.problems[0]?.fix ?? answer.document.problems[0]?.message).not.toBe('');
  });

  it('changes nothing where the role to be revoked is not held, and says so', async () => {
    const flags = ['--role', 'admin', '--staff', executor, '--revoke', '--yes'];
    const { document } = await district.done(admin, give(...flags));
    expect(document).toMatchObject({
      outcome: 'unchanged',
      summary: { read: 1, unchanged: 1 },
      problems: [{ code: 'role-not-held', severity: 'warning' }],
    });
  });

  it('proposes the position that was meant', async () => {
    const { document } = await district.refused(admin, give('--role', 'admin', '--position', 'директр'));
    expect(document.problems[0]?.fix).toContain('директор');
  });

  it('refuses a person who has left', async () => {
    const stay = (await district.list('staff', '--org', 'school-1')).filter(row => row.iin !== executor);
    const rows = stay.map(row => `${row.iin},${row.surname},${row.given_name}`);
    const file = district.file('iin,surname,given_name', ...rows);
    await district.done(admin, ['import-staff', file, '--org', 'school-1', '--sync', '--yes']);
    const { codes, document } = await district.refused(
      admin,
      give('--role', 'executor', '--staff', executor),
    );
    expect(codes).toEqual(['staff-left']);
    expect(document.problems[0]?.message).toContain(executor);
    const position = (await district.list('staff', '--org', 'school-1', '--left')).find(
      row => row.iin === executor,
    )?.position;
    const byPosition = give('--role', 'executor', '--position', String(position));
    expect((await district.refused(admin, byPosition)).codes).toEqual(['position-unknown']);
  });

  it('asks before a role is revoked, and ends the appointments that rest on it', async () => {
    await district.done(admin, give('--role', 'director', '--staff', director));
    await district.done(admin, give('--role', 'executor', '--staff', executor));
    const appoint = [
      'appoint-executor',
      '--school',
      'school-1',
      '--staff',
      executor,
      '--service',
      'grade-1-admission',
    ];
    await district.done(director, appoint);
    const revoke = give('--role', 'executor', '--staff', executor, '--revoke');
    const asked = await district.refused(admin, revoke);
    expect([asked.code, ...asked.codes]).toEqual([5, 'approval-needed']);
    expect(asked.document.approvals).toEqual([{ reason: 'role-revoked', count: 1 }]);
    expect(asked.document.changes.map(({ action, kind }) => [action, kind])).toEqual([
      ['remove', 'role'],
      ['remove', 'appointment'],
    ]);
    await district.done(admin, [...revoke, '--yes']);
    expect(await roles()).toEqual([`${director} director`]);
    expect(await district.list('appointments')).toEqual([]);
  });

  it('keeps the last super-administrator of the department, and lets that of a school go', async () => {
    const last = ['assign-role', '--org', top, '--role', 'superadmin', '--staff', admin, '--revoke', '--yes'];
    for (const argv of [last, [...last, '--skip-invalid'], [...last, '--dry-run']]) {
      const { code, codes } = await district.refused(admin, argv);
      expect([code, ...codes]).toEqual([3, 'last-superadmin']);
    }
    await district.done(admin, give('--role', 'superadmin', '--staff', deputy));
    await district.done(admin, give('--role', 'superadmin', '--staff', deputy, '--revoke', '--yes'));
    const other = holder(top, 'admin');
    await district.done(admin, ['assign-role', '--org', top, '--role', 'superadmin', '--staff', other]);
    await district.done(admin, last);
    expect((await roles(top)).filter(role => role.endsWith('superadmin'))).toEqual([`${other} superadmin`]);
    expect((await district.change(admin, give('--role', 'admin', '--staff', deputy))).code).toBe(4);
  });

  it('is for super-administrators: of the school at the school, of the department at both', async () => {
    await district.done(admin, give('--role', 'superadmin', '--staff', deputy));
    await district.done(deputy, give('--role', 'director', '--staff', director));
    const role = ['--role', 'admin', '--staff', executor];
    expect((await district.refused(director, give(...role))).codes).toEqual(['not-permitted']);
    expect((await district.refused(holder(top, 'admin'), give(...role))).codes).toEqual(['not-permitted']);
    const elsewhere = [
      'assign-role',
      '--org',
      'school-5',
      '--role',
      'admin',
      '--staff',
      holder('school-5', 'admin'),
    ];
    const answer = await district.refused(deputy, elsewhere);
    expect(answer.code).toBe(4);
    expect(answer.document.problems[0]?.message).toContain('school-5');
  });
});
