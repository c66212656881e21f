import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const HEADER = 'school;total_places;intake;class_size;free_choice;classes';

describe.each(engines)('set-year-settings --file on $engine', ({ create }) => {
  let district: District;
  const admin = holder('school-1', 'admin');
  const load = (...rows: readonly string[]) => [
    ...['set-year-settings', '--file', district.file(HEADER, ...rows), '--lang', 'en'],
  ];
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('set-year-settings'));
    // One person may fill the settings of several schools: who is the administrator of each.
    const superadmin = holder('akzhailau', 'superadmin');
    for (const school of ['school-2', 'school-3']) {
      const staff = district.file('iin,surname,given_name,role', `${admin},Серікбаева,Жанар,admin`);
      await district.done(superadmin, ['import-staff', staff, '--org', school]);
    }
  });
  afterAll(() => district.drop());

  it('sets many schools, named by code, BIN or name, in one change', async () => {
    const argv = load(
      'school-1;900;50;25;иә;қазақ жалпы 2x25',
      '961040012649;720;25;25;нет;каз общие 1х25',
      'Общеобразовательная школа № 3 имени Ибрая Алтынсарина;640;27;27;no;ru general 1x27',
    );
    const { document } = await district.done(admin, argv);
    expect(document).toMatchObject({ summary: { read: 3, add: 3 } });
    expect(document.problems).toMatchObject([
      { code: 'class-size-above-norm', severity: 'warning', where: { line: 4, record: 3 } },
    ]);
    const rows = await district.list('settings');
    expect(rows.map(row => [row.school, row.intake, row.free_choice])).toEqual([
      ['school-1', 50, true],
      ['school-2', 25, false],
      ['school-3', 27, false],
    ]);
    expect((await district.done(admin, argv)).document.outcome).toBe('unchanged');
  });

  it('tells every problem with its place', async () => {
    const answer = await district.refused(
      admin,
      load(
        'school-1;0;50;25;yes;kk general 2x25',
        'school-2;720;-1;25;yes;kk general 1x25',
        'school-3;640;27,5;27;мүмкін;ru general 1x27',
        'school-9;640;25;25;yes;ru general 1x25',
        'akzhailau;640;25;25;yes;ru general 1x25',
        'school-1;640;25;25;yes;',
        'school-2;20;30;25;yes;ru general 1x25',
      ),
    );
    expect(answer.code).toBe(3);
    const places = answer.document.problems.map(({ code, where }) => [
      code,
      where?.line,
      where?.column ?? null,
    ]);
    expect(places).toHaveLength(10);
    expect(places).toEqual(
      expect.arrayContaining([
        ['number-below', 2, 'total_places'],
        ['number-below', 3, 'intake'],
        ['number-malformed', 4, 'intake'],
        ['yes-no-unknown', 4, 'free_choice'],
        ['org-unknown', 5, 'school'],
        ['org-not-school', 6, 'school'],
        ['cell-missing', 7, 'classes'],
        ['settings-intake-above-places', 8, null],
        ['settings-intake-above-capacity', 8, null],
        ['settings-classes-sum', 8, null],
      ]),
    );
  });

  it('refuses two rows of one school, however it is named', async () => {
    const row = '900;50;25;yes;kk general 2x25';
    const answer = await district.refused(admin, load(`school-1;${row}`, `950940007313;${row}`));
    expect(answer).toMatchObject({ code: 3, codes: ['settings-twice'] });
    expect(answer.document.problems[0]).toMatchObject({
      where: { line: 3, column: 'school', value: '950940007313' },
    });
    expect(answer.document.problems[0]?.message).toContain('line 2');
  });

  it('writes nothing when one of the schools is not the actor’s', async () => {
    const row = '900;25;25;yes;kk general 1x25';
    const answer = await district.refused(admin, load(`school-1;${row}`, `school-4;${row}`));
    expect(answer).toMatchObject({ code: 4, codes: ['not-permitted'] });
    expect(answer.document.problems[0]?.message).toContain('school-4');
  });

  it('overwrites only with an approval', async () => {
    const argv = load('school-1;900;25;25;yes;kk general 1x25');
    expect(await district.refused(admin, argv)).toMatchObject({
      code: 5,
      document: { approvals: [{ reason: 'settings-overwritten', count: 1 }] },
    });
    expect((await district.done(admin, [...argv, '--yes'])).document.summary).toMatchObject({ update: 1 });
  });
});
