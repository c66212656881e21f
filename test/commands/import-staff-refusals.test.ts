import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin, mistype, staffLines } from '../support/people.ts';

const admin = story.admin.iin;
const HEADER = 'ЖСН;Тегі;Аты;Телефон;Эл. почта;Дата приёма;Туған күні;Мекеме;Рөлі';
const ONE = inventIin(1);
const TWO = inventIin(2);

/** A good row, with some cells made otherwise. */
function row(cells: Partial<Record<string, string>> = {}): string {
  const good = {
    iin: ONE,
    surname: 'Ахметова',
    name: 'Әлия',
    phone: '',
    email: '',
    hired: '',
    born: '',
    org: '',
    role: '',
  };
  return Object.values({ ...good, ...cells }).join(';');
}

describe.each(engines)('a staff file that cannot be imported on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  const refused = (file: string, ...more: readonly string[]) =>
    district.refused(admin, ['import-staff', file, '--org', 'school-1', ...more]);

  it.each([
    ['iin-check-digit', 'ЖСН', mistype(ONE), { iin: mistype(ONE) }],
    ['iin-length', 'ЖСН', '123', { iin: '123' }],
    ['iin-digits', 'ЖСН', '85O101300123', { iin: '85O101300123' }],
    ['iin-exponent', 'ЖСН', '8,50101E+11', { iin: '8,50101E+11' }],
    ['iin-is-bin', 'ЖСН', story.department.bin, { iin: story.department.bin }],
    ['cell-missing', 'ЖСН', '', { iin: '' }],
    ['cell-missing', 'Тегі', '', { surname: '' }],
    ['cell-missing', 'Аты', ' ', { name: ' ' }],
    ['name-digits', 'Тегі', 'Ахметова1', { surname: 'Ахметова1' }],
    ['name-lost-letters', 'Аты', '?лия', { name: '?лия' }],
    ['phone-length', 'Телефон', '+7 701 12', { phone: '+7 701 12' }],
    ['phone-malformed', 'Телефон', 'нет', { phone: 'нет' }],
    ['email-malformed', 'Эл. почта', 'a@b@c', { email: 'a@b@c' }],
    ['date-malformed', 'Дата приёма', '2020', { hired: '2020' }],
    ['date-impossible', 'Дата приёма', '31.02.2020', { hired: '31.02.2020' }],
    ['org-unknown', 'Мекеме', 'мектеп', { org: 'мектеп' }],
    ['role-unknown', 'Рөлі', 'король', { role: 'король' }],
  ])('is refused for %s in %s', async (code, column, value, cells) => {
    const file = district.file(HEADER, row({ iin: TWO }), '', row(cells));
    const answer = await refused(file);
    expect(answer.code).toBe(3);
    const where = { file, line: 4, record: 2, column, value };
    expect(answer.document).toMatchObject({ outcome: 'rejected', summary: { read: 2, rejected: 1 } });
    expect(answer.document.problems).toMatchObject([{ code, severity: 'error', where }]);
    expect(answer.document.problems[0]?.fix).not.toBe(null);
  });

  it('is refused with everything that is wrong in all of its rows, in their order', async () => {
    const file = district.file(
      HEADER,
      row({ iin: mistype(ONE), phone: '5', email: '@' }),
      row({ iin: TWO, name: '', hired: '99.99.2020', role: 'x' }),
      row({ iin: TWO, surname: '"Ахме\nтова"' }),
      row({ iin: inventIin(3), org: 'school-77' }),
    );
    const { document, codes } = await refused(file);
    expect(codes).toEqual([
      'iin-check-digit',
      'phone-length',
      'email-malformed',
      'cell-missing',
      'date-impossible',
      'role-unknown',
      'org-unknown',
    ]);
    expect(document.problems.map(problem => problem.where?.line)).toEqual([2, 2, 2, 3, 3, 3, 6]);
    expect(document.problems.at(-1)?.where?.record).toBe(4);
    expect(document.summary).toMatchObject({ read: 4, rejected: 3 });
  });

  it('is refused for a person who stands in it twice with other data, under whatever name of the school', async () => {
    for (const org of ['', 'school-1', '950940007313']) {
      const file = district.file(HEADER, row({ org: 'school-1' }), row({ surname: 'Серікова', org }));
      const { document } = await refused(file);
      expect(document.problems).toMatchObject([
        { code: 'row-conflict', where: { line: 2, column: 'ЖСН', value: ONE } },
        { code: 'row-conflict', where: { line: 3, column: 'ЖСН', value: ONE } },
      ]);
      expect(document.problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('3'),
        expect.stringContaining('2'),
      ]);
    }
  });

  it('may have any number of columns that nobody needs: ten of them are named', async () => {
    const extra = Array.from({ length: 15 }, (_, i) => `Графа${String.fromCharCode(1040 + i)}`);
    const file = district.file(
      `ЖСН;Тегі;Аты;${extra.join(';')}`,
      `${TWO};Серікова;Әлия;${extra.map(() => 'x').join(';')}`,
    );
    const { stderr } = await district.text(admin, ['import-staff', file, '--org', 'school-1', '-n']);
    expect(stderr).toContain(`${extra.slice(0, 10).join(', ')}, … and 5 more`);
    expect(stderr).not.toContain(extra[10]);
  });

  it('may have a row twice, an odd phone and another birth date: it is told, and goes on', async () => {
    const odd = row({ iin: TWO, phone: '+7 916 123 45 67', born: '1990-01-01' });
    const argv = ['import-staff', district.file(HEADER, row(), row(), odd), '--org', 'school-1', '-n'];
    const { document, codes } = await district.refused(admin, argv);
    expect(document).toMatchObject({ outcome: 'planned', summary: { read: 3, add: 2, rejected: 0 } });
    expect(codes).toEqual(['row-duplicate', 'phone-russian', 'birth-date-mismatch']);
    expect(document.problems.every(problem => problem.severity === 'warning')).toBe(true);
  });

  it.each([
    ['is missing', 'absent.csv', null, 'file-missing'],
    ['is a folder', 'folder', null, 'file-is-directory'],
    ['is empty', 'empty.csv', '', 'file-empty'],
    ['has a header only', 'header.csv', 'ЖСН;Тегі;Аты\n', 'file-no-rows'],
    ['has blank rows only', 'blank.csv', 'ЖСН;Тегі;Аты\n;;\n\n  ;;\n', 'file-no-rows'],
    ['has no header', 'no-header.csv', `${ONE};Ахметова;Әлия\n`, 'header-unrecognised'],
    ['lacks a column', 'lacks.csv', `ЖСН;Аты\n${ONE};Әлия\n`, 'column-missing'],
    [
      'has a column that is nearly known',
      'unknown.csv',
      `ЖСН;Тегі;Аты;Телефоны 1\n${ONE};Ахметова;Әлия;170\n`,
      'column-unknown',
    ],
    [
      'has a column twice',
      'twice.csv',
      `ЖСН;ИИН;Тегі;Аты\n${ONE};${ONE};Ахметова;Әлия\n`,
      'column-duplicate',
    ],
    [
      'has a quote that is never closed',
      'quote.csv',
      `ЖСН;Тегі;Аты\n${ONE};"Ахметова;Әлия\n`,
      'quote-unclosed',
    ],
    ['has a row too long', 'row.csv', `ЖСН;Тегі;Аты\n${ONE};Ахметова;Әлия;қыз\n`, 'row-long'],
    ['is a workbook', 'book.csv', 'PK\u0003\u0004xlsx', 'file-is-foreign'],
  ])('is refused when it %s', async (_, name, content, code) => {
    const path = join(district.database.folder, name);
    if (content !== null) writeFileSync(path, content);
    if (name === 'folder') mkdirSync(path);
    const { document } = await refused(name);
    expect(document.problems[0]).toMatchObject({ code, where: { file: name } });
    // A fault of the file as a whole is not one that leaving rows out would mend.
    if (code === 'row-long') return;
    expect((await refused(name, '--skip-invalid')).code).toBe(3);
  });

  it.each([
    ['a header that is not there', ['--map', 'Бойы=-'], 'map-header-absent', 3],
    ['a field that is none', ['--map', 'Тегі=height'], 'map-field-unknown', 3],
    ['half a pair', ['--map', 'Тегі'], 'flag-invalid', 2],
    ['another delimiter', ['--delimiter', '|'], 'flag-invalid', 2],
    ['--sync beside --skip-invalid', ['--sync', '--skip-invalid'], 'flags-conflict', 2],
  ])('is refused with %s on the command line', async (_, flags, problem, exitCode) => {
    const file = district.file('ЖСН;Тегі;Аты', `${ONE};Ахметова;Әлия`);
    const answer = await refused(file, ...flags);
    expect(answer.code).toBe(exitCode);
    expect(answer.codes).toContain(problem);
  });

  it('is asked for where nobody can be asked', async () => {
    const noFile = await district.refused(admin, ['import-staff', '--org', 'school-1']);
    expect([noFile.code, ...noFile.codes]).toEqual([2, 'flag-missing']);
    expect(noFile.document.problems[0]?.message).toContain('FILE');
    const noOrg = await district.refused(admin, ['import-staff', district.file(...staffLines([1]))]);
    expect([noOrg.code, ...noOrg.codes]).toEqual([2, 'flag-missing']);
    expect(noOrg.document.problems[0]?.message).toContain('--org');
  });
});

describe.each(engines)('--skip-invalid on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  it('writes the good rows, lists the bad ones and ends with 6, planned and the second time too; with none good it ends with 3', async () => {
    const file = district.file(
      HEADER,
      row(),
      row({ iin: mistype(TWO) }),
      row({ iin: TWO, org: 'school-77' }),
    );
    const argv = ['import-staff', file, '--org', 'school-1', '--skip-invalid'];
    const dry = await district.refused(admin, [...argv, '--dry-run']);
    expect([dry.code, dry.document.outcome]).toEqual([6, 'planned']);
    const partly = await district.change(admin, argv);
    expect(partly.code).toBe(6);
    expect(partly.document).toMatchObject({
      outcome: 'partly-applied',
      summary: { read: 3, add: 1, rejected: 2 },
      digest: dry.document.digest,
    });
    expect(partly.codes).toEqual(['iin-check-digit', 'org-unknown']);
    expect((await district.list('staff', '--org', 'school-1')).map(one => one.iin)).toEqual([ONE]);
    const again = await district.refused(admin, argv);
    expect(again).toMatchObject({
      code: 6,
      codes: partly.codes,
      document: { outcome: 'unchanged', summary: { read: 3, unchanged: 1, rejected: 2 } },
    });
    const text = await district.text(admin, [...argv, '--lang', 'en']);
    expect(text.stderr).toMatch(
      /2 rejected\. Nothing was written: whatever was not rejected is already so\.\n$/u,
    );
    const none = district.file(HEADER, row({ iin: mistype(TWO) }));
    const bad = ['import-staff', none, '--org', 'school-1', '--skip-invalid'];
    expect((await district.refused(admin, bad)).code).toBe(3);
  });
});
