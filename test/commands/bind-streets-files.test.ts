import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('bind-streets --file on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const bind = (file: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--file', file, '--lang', 'en'],
    ...argv,
  ];

  it('tells every problem of every row with its place, and writes nothing', async () => {
    const file = district.file(
      'Школа;Улица;Номера домов',
      'school-1;Достык;1-45',
      'school-9;Достык;2',
      'school-2;Гогаля;"гаражи"',
      ';Чехова;',
      'school-5;Гагарина;3',
      'akzhailau;Гагарина;3',
      'school-1;Абая;',
      'school-3;Чехова;"1-3,',
      '45-5, 12"',
    );
    const answer = await district.refused(streetKeeper, bind(file));
    expect(answer.code).toBe(3);
    const places = answer.document.problems.map(({ code, where }) => [
      code,
      where?.line,
      where?.record,
      where?.column,
      where?.value,
    ]);
    expect(places).toHaveLength(8);
    expect(places).toEqual(
      expect.arrayContaining([
        ['org-unknown', 3, 2, 'Школа', 'school-9'],
        ['street-unknown', 4, 3, 'Улица', 'Гогаля'],
        ['houses-not-houses', 4, 3, 'Номера домов', 'гаражи'],
        ['cell-missing', 5, 4, 'Школа', ''],
        ['org-without-territory', 6, 5, 'Школа', 'school-5'],
        ['org-not-school', 7, 6, 'Школа', 'akzhailau'],
        ['street-ambiguous', 8, 7, 'Улица', 'Абая'],
        ['houses-backwards', 9, 8, 'Номера домов', '1-3,\n45-5, 12'],
      ]),
    );
    expect(answer.document.problems.every(({ where }) => where?.file === file)).toBe(true);
    expect(answer.document.summary).toMatchObject({ read: 8, rejected: 7 });
  });

  it('refuses rows that give one house to two schools, naming the line and the houses', async () => {
    const file = district.file(
      'school,street,houses',
      'school-1,Достык,1-45',
      'school-2,Достық көшесі,"2-60, 45А, 47"',
      'school-3,ул. Дружбы,"10, 45/1"',
    );
    for (const more of [[], ['--move', '--yes'], ['--replace-all', '--yes']]) {
      const answer = await district.refused(streetKeeper, bind(file, ...more));
      expect(answer.code).toBe(3);
      expect(answer.document.problems).toMatchObject([
        { code: 'rows-overlap', where: { line: 3, column: 'houses' } },
        { code: 'rows-overlap', where: { line: 4, column: 'houses' } },
      ]);
      expect(answer.document.problems[0]?.message).toMatch(/line 2 .*school-1: 45А\.$/u);
    }
  });

  it('joins rows of one school on one street, under any spelling', async () => {
    const file = district.file(
      'school,street,houses',
      'school-1,Мира,1-9',
      '950940007313,Бейбітшілік көшесі,11-15',
    );
    expect((await district.done(streetKeeper, bind(file))).document.summary).toMatchObject({
      read: 2,
      add: 1,
    });
    expect(await district.bound('Мира')).toEqual({ 'school-1': '1–15 odd' });
    expect((await district.done(streetKeeper, bind(file))).document.outcome).toBe('unchanged');
  });

  it('keeps to one school with --school', async () => {
    const file = district.file('school,street,houses', 'school-1,Чехова,1', 'school-2,Чехова,2');
    const answer = await district.refused(streetKeeper, bind(file, '--school', 'school-1'));
    expect(answer).toMatchObject({ code: 3, codes: ['school-not-this'] });
    expect(answer.document.problems[0]?.where).toMatchObject({
      line: 3,
      column: 'school',
      value: 'school-2',
    });
  });

  it('reads the file from standard input', async () => {
    const stdin = 'school\tstreet\thouses\nschool-1\tГагарина\t5 "а"\n';
    const answer = await district.change(streetKeeper, bind('-', '-n'), { stdin });
    expect(answer.document).toMatchObject({ outcome: 'planned', changes: [{ after: { houses: '5А' } }] });
  });

  it('applies the good rows with --skip-invalid and says so', async () => {
    const file = district.file('school,street,houses', 'school-1,Лермонтова,1-9', 'school-1,Нигде,1');
    const answer = await district.change(streetKeeper, bind(file, '--skip-invalid'));
    expect(answer).toMatchObject({ code: 6, codes: ['street-unknown'] });
    expect(answer.document).toMatchObject({ outcome: 'partly-applied', summary: { add: 1, rejected: 1 } });
  });

  it('leaves out both of two rows that give one house to two schools, for neither is certain', async () => {
    const file = district.file(
      'school,street,houses',
      'school-1,Пушкина,1-9',
      'school-1,Пушкина,"101, 103"',
      'school-2,Пушкина,"5, 11"',
      'school-3,Пушкина,"9, 13"',
      'school-2,Гоголь көшесі,2-8',
      'school-2,Гоголь көшесі,"4, 12"',
    );
    const answer = await district.change(streetKeeper, bind(file, '--skip-invalid', '--rejects', 'bad.csv'));
    expect(answer.code).toBe(6);
    expect(answer.document.summary).toMatchObject({ read: 6, add: 2, rejected: 3 });
    expect(
      answer.document.problems.map(({ code, severity, where }) => [code, severity, where?.line]),
    ).toEqual([
      ['rows-overlap', 'error', 2],
      ['rows-overlap', 'error', 4],
      ['rows-overlap', 'error', 5],
      ['rows-repeat', 'warning', 7],
    ]);
    expect(answer.document.problems[0]?.message).toMatch(/line 4 .*school-2: 5\.$/u);
    expect(await district.bound('Пушкина')).toEqual({ 'school-1': '101, 103' });
    expect(await district.bound('Гоголь көшесі')).toEqual({ 'school-2': '2–8 even; 12' });
    const rejects = readFileSync(join(district.database.folder, 'bad.csv'), 'utf8');
    expect(rejects.match(/rows-overlap/gu)).toHaveLength(3);
  });

  it('leaves out what only a row that is left out would have excused', async () => {
    const file = district.file(
      'school,street,houses,share,shared_houses',
      'school-1,Шоқан Уәлиханов,1-5,,',
      'school-2,Шоқан Уәлиханов,"5, 7",ru,5',
      'school-2,Шоқан Уәлиханов,5,,',
      'school-3,Шоқан Уәлиханов,7,,',
    );
    const answer = await district.change(streetKeeper, bind(file, '--skip-invalid'));
    expect(answer.document.summary).toMatchObject({ read: 4, add: 0, rejected: 4 });
    expect(answer.code).toBe(3);
  });

  it('unbinds by a file too, with an approval', async () => {
    const rows = ['school,street,houses', 'school-2,Наурыз,1-9', 'school-2,Бұлақ көшесі,2-8'];
    await district.done(streetKeeper, bind(district.file(...rows)));
    const file = district.file('school,street,houses', 'school-2,Наурыз,', 'school-2,Родниковая,2');
    expect(await district.refused(streetKeeper, bind(file, '--unbind'))).toMatchObject({
      code: 5,
      document: { approvals: [{ reason: 'unbinding', count: 2 }], summary: { update: 1, remove: 1 } },
    });
    await district.done(streetKeeper, bind(file, '--unbind', '--yes'));
    expect([await district.bound('Наурыз'), await district.bound('Родниковая')]).toEqual([
      {},
      { 'school-2': '2–8 even, except 2' },
    ]);
  });
});
