import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, type Row } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, range, staffLines } from '../support/people.ts';

const admin = story.admin.iin;

describe.each(engines)('import-staff on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  let people = 0;
  /** An IIN that this database has not seen. */
  const nobody = () => inventIin(++people);
  const person = async (org: string, iin: string): Promise<Row | undefined> =>
    (await district.list('staff', '--org', org, '--left')).find(row => row.iin === iin);

  const full = {
    surname: 'Ғабитова',
    given_name: 'Сәуле',
    patronymic: 'Нұрланқызы',
    position: 'мұғалім',
    phone: '+77710008461',
    email: 's.gabitova@school-1.example',
    hired_on: '2019-09-01',
    active: true,
  };

  it.each([
    [
      'Kazakh, semicolons, byte order mark',
      '\uFEFFЖСН;Тегі;Аты;Әкесінің аты;Лауазымы;Ұялы телефон;Электрондық пошта;Жұмысқа қабылданған күні',
      ';',
      [
        'Ғабитова',
        'Сәуле',
        'Нұрланқызы',
        'мұғалім',
        '8 (771) 000-84-61',
        's.gabitova@school-1.example',
        '01.09.2019',
      ],
    ],
    [
      'Russian, commas, capitals, full name in one cell',
      'ИИН,ФИО,ДОЛЖНОСТЬ,КОНТАКТНЫЙ ТЕЛЕФОН,ЭЛ. ПОЧТА,ДАТА ПРИЁМА',
      ',',
      [
        'Ғабитова Сәуле Нұрланқызы',
        'мұғалім',
        '+7 771 000 8461',
        's.gabitova@school-1.example',
        '01/09/2019',
      ],
    ],
    [
      'English, tabs, other order',
      'Hired on\tE-mail\tPhone\tPosition\tMiddle name\tFirst name\tLast name\tIIN',
      '\t',
      [
        '2019-09-01',
        's.gabitova@school-1.example',
        '87710008461',
        'мұғалім',
        'Нұрланқызы',
        'Сәуле',
        'Ғабитова',
      ],
    ],
  ])('reads a file in %s', async (_, header, delimiter, cells) => {
    const iin = nobody();
    const row = header.startsWith('Hired') ? [...cells, iin] : [iin, ...cells];
    const { document } = await district.done(admin, [
      'import-staff',
      district.file(header, row.join(delimiter)),
      '--org',
      'school-1',
    ]);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 1, add: 1 }, problems: [] });
    expect(await person('school-1', iin)).toEqual({ org: 'school-1', iin, ...full });
  });

  it('is planned in a dry run exactly as it is then applied, and the second time is unchanged', async () => {
    const file = district.file(...staffLines(range(100, 250)));
    const argv = ['import-staff', file, '--org', 'school-2'];
    const dry = await district.refused(admin, [...argv, '--dry-run']);
    expect(dry.code).toBe(0);
    const real = await district.done(admin, argv);
    expect(real.document).toEqual({ ...dry.document, outcome: 'applied', change: real.document.change });
    expect(real.document.summary).toMatchObject({ read: 151, add: 151 });
    expect(real.document.changes).toHaveLength(100);
    const all = await district.refused(admin, [...argv, '--all-changes', '--dry-run']);
    expect(all.document.summary).toMatchObject({ add: 0, unchanged: 151 });
    const again = await district.refused(admin, argv);
    expect(again.code).toBe(0);
    expect(again.document).toMatchObject({ outcome: 'unchanged', changes: [], summary: { unchanged: 151 } });
  });

  it('shows all changes on demand', async () => {
    const file = district.file(...staffLines(range(300, 420)));
    const argv = ['import-staff', file, '--org', 'school-2', '--dry-run', '--all-changes'];
    expect((await district.done(admin, argv)).document.changes).toHaveLength(121);
  });

  it('writes the name and the digest of the file into the history', async () => {
    const file = district.file(...staffLines([500]));
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-3']);
    const sha256 = createHash('sha256')
      .update(readFileSync(join(district.database.folder, file)))
      .digest('hex');
    const run = await district.text(admin, ['show', String(document.change), '--json']);
    expect(parseDocument(run, 'qabyl.show/1')).toMatchObject({
      org: 'school-3',
      files: [{ name: file, sha256 }],
    });
  });

  it('keeps what blank cells and absent columns say nothing about, and replaces what is written', async () => {
    const iin = nobody();
    const first = district.file(
      'iin,full_name,position,phone',
      `${iin},Ахметова Әлия Асқарқызы,мұғалім,87010000001`,
    );
    await district.done(admin, ['import-staff', first, '--org', 'school-1']);
    const second = district.file(
      'iin,surname,given_name,position,phone',
      `${iin},Серікова,Әлия,,87010000002`,
    );
    const { document } = await district.done(admin, ['import-staff', second, '--org', 'school-1']);
    expect(document).toMatchObject({ outcome: 'applied', approvals: [], summary: { update: 1 } });
    expect(await person('school-1', iin)).toMatchObject({
      surname: 'Серікова',
      patronymic: 'Асқарқызы',
      position: 'мұғалім',
      phone: '+77010000002',
    });
  });

  it('lets one person work at two organisations, in one file, by code, BIN or name', async () => {
    const iin = nobody();
    const file = district.file(
      'iin,surname,given_name,position,org,БИН',
      `${iin},Ахметова,Әлия,мұғалім,school-3,`,
      `${iin},Ахметова,Әлия,әдіскер,,190840201175`,
      `${nobody()},Ахметова,Әлия,мұғалім,Общеобразовательная школа № 2,`,
      `${nobody()},Ахметова,Әлия,мұғалім,,`,
    );
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-1']);
    expect(document.changes.map(row => row.after?.org).sort()).toEqual([
      'school-1',
      'school-2',
      'school-3',
      'school-4',
    ]);
    expect(await person('school-3', iin)).toMatchObject({ position: 'мұғалім' });
    expect(await person('school-4', iin)).toMatchObject({ position: 'әдіскер' });
  });

  it('gives the roles that a column names, several to one person, each once', async () => {
    const iin = nobody();
    const file = district.file(
      'iin,surname,given_name,org,Рөлі',
      `${iin},Ахметова,Әлия,school-3,директор`,
      `${iin},Ахметова,Әлия,school-3,орындаушы`,
      // The same organisation called otherwise is still the same.
      `${iin},Ахметова,Әлия,,Исполнитель`,
      `${iin},Ахметова,Әлия,030840035704,executor`,
      `${nobody()},Ахметова,Әлия,school-3,`,
    );
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-3']);
    expect(document.summary).toMatchObject({ read: 5, add: 4 });
    const roles = (await district.list('roles', '--org', 'school-3')).filter(row => row.iin === iin);
    expect(roles.map(row => row.role)).toEqual(['director', 'executor']);
    expect((await district.done(admin, ['import-staff', file, '--org', 'school-3'])).document.outcome).toBe(
      'unchanged',
    );
  });

  it('reads standard input, and a delimiter and columns that are named', async () => {
    const iin = nobody();
    const stdin = `Таб. №,Жеке нөмір,Тегі,Аты\n12,${iin},"Ахметова",Әлия\n`;
    const map = ['--map', 'Жеке нөмір=iin', '--map', 'Таб. №=-'];
    const argv = ['import-staff', '-', '--org', 'school-1', '--delimiter', ',', ...map, '--json'];
    const run = await district.text(admin, argv, { stdin });
    expect(run.code, run.stdout).toBe(0);
    expect(await person('school-1', iin)).toMatchObject({ surname: 'Ахметова' });
  });

  it('takes --org as a BIN, as a name in another case, and not as half a name', async () => {
    const file = district.file(...staffLines([600]));
    for (const name of ['980940004156', ' № 5 АРНАЙЫ мектеп-интернат '])
      expect(
        (await district.done(admin, ['import-staff', file, '--org', name, '-n'])).document.summary.add,
      ).toBe(1);
    const { code, document } = await district.refused(admin, ['import-staff', file, '--org', 'school5']);
    expect(code).toBe(3);
    expect(document.problems).toMatchObject([{ code: 'org-unknown' }]);
    expect(document.problems[0]?.fix).toContain('school-5');
  });

  it('is for the super-administrator of the school and of those above, for nobody else', async () => {
    const own = nobody();
    const roles = district.file(
      'iin,surname,given_name,org,role',
      `${own},Ахметова,Әлия,school-4,superadmin`,
      ...(['admin', 'director', 'executor'] as const).map(
        role => `${holder('school-4', role)},Ахметова,Әлия,school-4,${role}`,
      ),
    );
    await district.done(admin, ['import-staff', roles, '--org', 'school-4']);
    const file = district.file(...staffLines([601]));
    for (const role of ['admin', 'director', 'executor'] as const) {
      const answer = await district.refused(holder('school-4', role), [
        'import-staff',
        file,
        '--org',
        'school-4',
      ]);
      expect(answer.code).toBe(4);
      expect(answer.document.problems[0]?.message).toMatch(/super-administrator/);
    }
    expect((await district.refused(nobody(), ['import-staff', file, '--org', 'school-4'])).codes).toEqual([
      'actor-unknown',
    ]);
    // A file that names another school is not a way around it.
    const other = district.file('iin,surname,given_name,org', `${nobody()},Ахметова,Әлия,school-1`);
    expect((await district.refused(own, ['import-staff', other, '--org', 'school-4'])).code).toBe(4);
    await district.done(own, ['import-staff', file, '--org', 'school-4']);
  });

  it('keeps the last good row of a long file', async () => {
    const name = 'long.csv';
    writeFileSync(join(district.database.folder, name), staffLines(range(1000, 5999)).join('\r\n'));
    const { document } = await district.done(admin, ['import-staff', name, '--org', 'school-5']);
    expect(document.summary).toMatchObject({ read: 5000, add: 5000 });
    expect(await person('school-5', inventIin(5999))).toBeDefined();
  });
});
