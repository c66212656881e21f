import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, range, staffLines } from '../support/people.ts';

const admin = story.admin.iin;
const top = story.department.code;
const executor = holder('school-1', 'executor');
const [header = '', ...rows] = readFileSync('fixtures/district/staff-school-1.csv', 'utf8')
  .trimEnd()
  .split('\n');
const rowsBut = (...gone: readonly string[]) => rows.filter(row => !gone.some(iin => row.startsWith(iin)));

/** The story until the executor of school-1 is appointed, without what the other schools do. */
const scenesOfSchool1 = scenes.filter(
  ({ argv }) =>
    !['check-readiness', 'bind-streets', 'import-streets', 'set-year-settings', 'review-territory'].includes(
      argv[0] ?? '',
    ) && !argv.some(word => /school-[2-5]/.test(word)),
);

describe.each(engines)('import-staff --sync on $engine', ({ create }) => {
  let district: District;
  beforeEach(async () => {
    district = await District.open(create, scenesOfSchool1);
  });
  afterEach(() => district.drop());

  const sync = (file: string, ...more: readonly string[]) => [
    'import-staff',
    file,
    '--org',
    'school-1',
    '--sync',
    ...more,
  ];

  it('asks before it dismisses those who are absent, and shows what ends with it', async () => {
    const answer = await district.refused(admin, sync(district.file(header, ...rowsBut(executor))));
    expect(answer.code).toBe(5);
    expect(answer.codes).toEqual(['approval-needed']);
    expect(answer.document).toMatchObject({
      outcome: 'needs-approval',
      approvals: [{ reason: 'dismissal', count: 1 }],
      summary: { remove: 3, add: 0, update: 0, unchanged: rows.length - 1 },
    });
    expect(answer.document.changes.map(({ action, kind, key }) => [action, kind, key])).toEqual([
      ['remove', 'staff', `school-1/${executor}`],
      ['remove', 'role', `school-1/${executor}/executor`],
      ['remove', 'appointment', `${story.year}/school-1/grade-1-admission`],
    ]);
    expect(answer.document.changes[0]).toMatchObject({ before: { active: true }, after: { active: false } });
  });

  it('names whoever is to be dismissed, and what they lose', async () => {
    const file = district.file(header, ...rowsBut(executor));
    const { stdout } = await district.text(admin, sync(file, '--dry-run', '--lang', 'en'));
    const [, surname, givenName] = rows.find(row => row.startsWith(executor))?.split(';') ?? [];
    const [staff, role, appointment, ...more] = stdout.trimEnd().split('\n');
    expect(staff).toContain(`school-1, ${surname} ${givenName}`);
    expect(staff).toContain(`(${executor})`);
    expect(role).toContain(`${surname} ${givenName} (${executor}): executor`);
    expect(appointment).toContain(`school-1, grade-1-admission: ${surname} ${givenName}`);
    expect(more).toEqual([]);
  });

  it('dismisses them with --yes: roles and appointments end in the same change', async () => {
    const { document } = await district.done(
      admin,
      sync(district.file(header, ...rowsBut(executor)), '--yes'),
    );
    expect(document).toMatchObject({ outcome: 'applied', summary: { remove: 3 } });
    const iins = (kind: string, ...more: string[]) =>
      district.list(kind, '--org', 'school-1', ...more).then(found => found.map(row => row.iin));
    expect(await iins('staff')).not.toContain(executor);
    expect(await iins('staff', '--left')).toContain(executor);
    expect(await iins('roles')).not.toContain(executor);
    expect(await district.list('appointments', '--org', 'school-1')).toEqual([]);
    const shown = parseDocument(
      await district.text(admin, ['show', String(document.change), '--json']),
      'qabyl.show/1',
    );
    // In the order of the tables; what each row was and became is the same.
    const ordered = (changes: readonly { kind: string }[]) => changes.map(({ kind }) => kind).sort();
    expect(ordered(shown.changes)).toEqual(ordered(document.changes));
    for (const change of document.changes)
      expect(shown.changes).toContainEqual(
        expect.objectContaining({
          action: change.action,
          kind: change.kind,
          key: change.key,
          before: change.before,
          after: change.after,
        }),
      );
    expect(
      (await district.done(admin, sync(district.file(header, ...rowsBut(executor))))).document.outcome,
    ).toBe('unchanged');
    // Who has left may do nothing here any more.
    const run = await district.text(executor, ['list', 'staff', '--json']);
    expect([run.code, parseDocument(run, 'qabyl.error/1').problems[0]?.code]).toEqual([4, 'actor-unknown']);
  });

  it('asks a person on a terminal, and hears a no', async () => {
    const argv = sync(district.file(header, ...rowsBut(executor)));
    const no = await district.text(admin, argv, { answers: [false] });
    expect([no.code, no.asked.length]).toEqual([5, 1]);
    expect(no.stderr).toContain(executor);
    const yes = await district.text(admin, argv, { answers: [true] });
    expect(yes.code).toBe(0);
    expect((await district.list('staff', '--org', 'school-1')).length).toBe(rows.length - 1);
  });

  it('takes a returning person back without the roles of before', async () => {
    await district.done(admin, sync(district.file(header, ...rowsBut(executor)), '--yes'));
    const { document } = await district.done(admin, sync(district.file(header, ...rows)));
    expect(document).toMatchObject({ outcome: 'applied', approvals: [], summary: { update: 1, remove: 0 } });
    expect(document.changes[0]).toMatchObject({ before: { active: false }, after: { active: true } });
    expect((await district.list('roles', '--org', 'school-1')).map(row => row.iin)).not.toContain(executor);
  });

  it('dismisses nobody without --sync', async () => {
    const file = district.file(header, ...rowsBut(executor));
    expect((await district.done(admin, ['import-staff', file, '--org', 'school-1'])).document.outcome).toBe(
      'unchanged',
    );
  });

  it('dismisses where the file names people and nowhere else, not even at --org', async () => {
    const file = district.file('iin,surname,given_name,org', `${inventIin(1)},Ахметова,Әлия,${top}`);
    const { document, codes } = await district.refused(admin, sync(file, '--dry-run', '--all-changes'));
    const dismissed = document.changes.filter(({ kind, action }) => kind === 'staff' && action === 'remove');
    expect(dismissed.length).toBeGreaterThan(0);
    expect(dismissed.filter(({ key }) => !key.startsWith(`${top}/`))).toEqual([]);
    expect(codes).toEqual(['last-superadmin']);
  });

  it('dismisses nobody because of an error elsewhere in the file, nor for an empty one', async () => {
    const broken = district.file(header, ...rowsBut(executor), `${executor.slice(0, 11)}x;А;Б`);
    expect((await district.refused(admin, sync(broken, '--yes'))).code).toBe(3);
    expect((await district.refused(admin, sync(district.file(header), '--yes'))).codes).toEqual([
      'file-no-rows',
    ]);
    expect((await district.refused(admin, sync(broken, '--yes', '--skip-invalid'))).codes).toEqual([
      'flags-conflict',
    ]);
  });
});

describe.each(engines)('the brake of import-staff --sync on $engine', ({ create }) => {
  let district: District;
  beforeEach(async () => {
    district = await District.open(create, scenes.slice(0, 3));
    await district.done(admin, [
      'import-staff',
      district.file(...staffLines(range(1, 100))),
      '--org',
      'school-1',
    ]);
  });
  afterEach(() => district.drop());

  const sync = (last: number, ...more: readonly string[]) => [
    ...['import-staff', district.file(...staffLines(range(1, last))), '--org', 'school-1', '--sync', ...more],
  ];

  it('lets a tenth go with --yes', async () => {
    expect((await district.done(admin, sync(90, '--yes'))).document.summary.remove).toBe(10);
  });

  it('stops more than a tenth, even with --yes, until the number is named', async () => {
    const answer = await district.refused(admin, sync(89, '--yes'));
    expect([answer.code, ...answer.codes]).toEqual([5, 'removals-over-threshold']);
    const [problem] = answer.document.problems;
    expect(problem?.message).toMatch(/11 .*100/);
    expect(problem?.fix).toContain('--allow-removals=11');
    expect((await district.refused(admin, sync(89, '--yes', '--allow-removals=10'))).code).toBe(5);
    // Naming the number says how many, not that they may go.
    expect((await district.refused(admin, sync(89, '--allow-removals=11'))).codes).toEqual([
      'approval-needed',
    ]);
    expect(
      (await district.done(admin, sync(89, '--yes', '--allow-removals=11'))).document.summary.remove,
    ).toBe(11);
  });

  it('lets those come back who were dismissed by mistake: they were nobody that a file could change', async () => {
    await district.done(admin, sync(4, '--yes', '--allow-removals=96'));
    const { document } = await district.done(admin, sync(100));
    expect(document.summary).toMatchObject({ update: 96, unchanged: 4 });
  });

  it('stops a file that changes more than three quarters', async () => {
    const [head = '', ...lines] = staffLines(range(1, 100));
    const changed = lines.map((line, i) => (i < 76 ? line.replace('мұғалім', 'учитель') : line));
    const argv = ['import-staff', district.file(head, ...changed), '--org', 'school-1', '--yes'];
    const answer = await district.refused(admin, argv);
    expect([answer.code, ...answer.codes]).toEqual([5, 'changes-over-threshold']);
    expect(answer.document.problems[0]?.fix).toContain('--allow-changes=76');
    await district.done(admin, [...argv, '--allow-changes=76']);
  });

  it('lets five go from a small organisation', async () => {
    const file = district.file(...staffLines([200, 201, 202, 203, 204, 205]));
    await district.done(admin, ['import-staff', file, '--org', 'school-2']);
    const one = district.file(...staffLines([200]));
    await district.done(admin, ['import-staff', one, '--org', 'school-2', '--sync', '--yes']);
    expect((await district.list('staff', '--org', 'school-2')).length).toBe(1);
  });

  it('never dismisses the last super-administrator of the department', async () => {
    const all = (await district.list('staff', '--org', top)).filter(row => row.iin !== admin);
    const lines = all.map(row => `${row.iin},${row.surname},${row.given_name}`);
    const argv = [
      'import-staff',
      district.file('iin,surname,given_name', ...lines),
      '--org',
      top,
      '--sync',
      '--yes',
    ];
    const answer = await district.refused(admin, argv);
    expect([answer.code, ...answer.codes]).toEqual([3, 'last-superadmin']);
  });
});
