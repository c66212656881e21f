import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin, mistype, range } from '../support/people.ts';
import { textCell, textRow, workbook } from '../support/workbook.ts';

const admin = story.admin.iin;
const header = ['ЖСН', 'Тегі', 'Аты', 'Лауазымы', 'Жұмысқа қабылданған күні'];

describe.each(engines)('import-staff of a workbook on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  function save(name: string, bytes: Uint8Array): string {
    writeFileSync(join(district.database.folder, name), bytes);
    return name;
  }

  /** The same table as a text and as a workbook. */
  function both(table: readonly (readonly string[])[]): { csv: string; xlsx: string } {
    const rows = table.map((cells, i) => textRow(i + 1, cells)).join('');
    return {
      csv: district.file(...table.map(cells => cells.join(';'))),
      xlsx: save('staff.xlsx', workbook({ sheets: [{ name: 'Қызметкерлер', rows }] })),
    };
  }

  it('gives the same plan, change and rows as the same table in CSV', async () => {
    const people = range(1, 120).map(n => [inventIin(n), 'Ахметова', 'Әлия', 'мұғалім', '2020-09-01']);
    const { csv, xlsx } = both([header, ...people]);
    const plan = await district.refused(admin, ['import-staff', csv, '--org', 'school-1', '--dry-run']);
    const real = await district.done(admin, ['import-staff', xlsx, '--org', 'school-1']);
    expect(real.document).toEqual({ ...plan.document, outcome: 'applied', change: real.document.change });
    expect(real.document.summary).toMatchObject({ read: 120, add: 120 });
    const again = await district.refused(admin, ['import-staff', csv, '--org', 'school-1']);
    expect(again.document).toMatchObject({ outcome: 'unchanged', summary: { unchanged: 120 } });
  });

  it('tells the same problems at the same places as the same table in CSV', async () => {
    const [one, other] = [inventIin(201), inventIin(202)];
    const { csv, xlsx } = both([
      header,
      [mistype(one), 'Ахметова', 'Әлия', 'мұғалім', '2020-09-01'],
      [one, 'Ахм?това', 'Әлия', 'мұғалім', '31.02.2020'],
      [other, 'Ахметова', '', 'мұғалім', '2020-09-01'],
    ]);
    const text = await district.refused(admin, ['import-staff', csv, '--org', 'school-1']);
    const sheet = await district.refused(admin, ['import-staff', xlsx, '--org', 'school-1']);
    expect(text.code).toBe(3);
    expect(sheet.code).toBe(3);
    const problems = text.document.problems.map(one => ({ ...one, where: { ...one.where, file: xlsx } }));
    expect(problems.length).toBeGreaterThan(3);
    expect(sheet.document.problems).toEqual(problems);
  });

  it('reads numbers that were IINs, and dates, from the sheet that is named, through standard input too', async () => {
    const iin = inventIin(301);
    const row = `<row r="2"><c r="A2"><v>${iin}</v></c>${textCell('B2', 'Қасымова')}${textCell('C2', 'Дана')}<c r="E2" s="1"><v>44075</v></c></row>`;
    const bytes = workbook({
      sheets: [
        { name: '2025', rows: textRow(1, header) + textRow(2, [inventIin(302), 'Ескі', 'Дана']) },
        { name: '2026', rows: textRow(1, header) + row },
      ],
      styles: [0, 'dd.mm.yyyy'],
    });
    const argv = ['import-staff', '-', '--org', 'school-2'];
    const unclear = await district.refused(admin, argv, { stdin: bytes });
    expect(unclear.codes).toEqual(['sheet-not-clear']);
    expect(unclear.document.problems[0]?.fix).toContain('--sheet "2026"');
    const { document, code } = await district.change(admin, [...argv, '--sheet', '2026'], { stdin: bytes });
    expect(code).toBe(0);
    const said = await district.text(admin, [...argv, '--sheet', '2026', '--lang', 'ru'], { stdin: bytes });
    expect(said.stderr).toContain('«2026»');
    expect(document.changes.map(({ after }) => [after?.iin, after?.surname, after?.hired_on])).toEqual([
      [iin, 'Қасымова', '2020-09-01'],
    ]);
  });

  it('refuses the row of an error cell, and takes the others when told to', async () => {
    const [bad, good] = [inventIin(401), inventIin(402)];
    const rows = `${textRow(3, header)}<row r="5">${textCell('A5', bad)}${textCell('B5', 'Әли')}<c r="C5" t="e"><v>#N/A</v></c></row>${textRow(6, [good, 'Әли', 'Дана'])}`;
    const file = save('errors.xlsx', workbook({ sheets: [{ name: 'Штат', rows }] }));
    const argv = ['import-staff', file, '--org', 'school-3'];
    const { document } = await district.refused(admin, argv);
    expect(document.problems).toMatchObject([
      { code: 'cell-error', where: { file, line: 5, record: 1, column: 'Аты', value: '#N/A' } },
    ]);
    const partly = await district.change(admin, [...argv, '--skip-invalid']);
    expect(partly.code).toBe(6);
    expect(partly.document.summary).toMatchObject({ read: 2, add: 1, rejected: 1 });
  });

  it('takes the workbook of another program', async () => {
    const bytes = readFileSync(new URL('../../fixtures/workbooks/staff-libreoffice.xlsx', import.meta.url));
    const file = save('libreoffice.csv', bytes);
    const { document } = await district.done(admin, ['import-staff', file, '--org', 'school-4']);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 4, add: 4 }, problems: [] });
  });
});
