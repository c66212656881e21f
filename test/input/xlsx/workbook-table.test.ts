import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { staffFile } from '../../../src/input/staff-file.ts';
import type { TableOptions } from '../../../src/input/table-options.ts';
import { textCell, textRow, type WorkbookXml, workbook } from '../../support/workbook.ts';
import { bytesSource } from '../bytes-source.ts';
import { readAllEntries, readAllRows } from '../read-all.ts';

const HEADER = ['ЖСН', 'Тегі', 'Аты', 'Лауазымы', '№ п/п'];

async function readRowsOf(xml: WorkbookXml, options?: TableOptions) {
  return readAllRows(bytesSource(workbook(xml), 1 << 16, 'staff.xlsx'), staffFile.spec, options);
}

describe('a table in a workbook', () => {
  it('places its problems by the rows of the sheet and the headers', async () => {
    const rows = [
      textRow(4, HEADER),
      `<row r="7">${textCell('A7', '850101300123')}<c r="B7" t="e"><v>#N/A</v></c><c r="D7"><f>B1</f></c></row>`,
      textRow(9, ['850101300123', 'Әли', 'Дана', 'мұғалім', '', '', 'артық']),
    ].join('');
    const { rows: good, problems, info } = await readRowsOf({ sheets: [{ name: 'Штат', rows }] });
    expect(good).toEqual([]);
    expect(problems.map(({ code, where }) => ({ code, ...where }))).toEqual([
      { code: 'cell-error', file: 'staff.xlsx', line: 7, record: 1, column: 'Тегі', value: '#N/A' },
      { code: 'cell-uncalculated', file: 'staff.xlsx', line: 7, record: 1, column: 'Лауазымы', value: '=B1' },
      { code: 'row-long', file: 'staff.xlsx', line: 9, record: 2, column: null, value: 'артық' },
    ]);
    expect(info?.sheet).toBe('Штат');
  });

  it('does not mind errors in columns that are not read', async () => {
    const rows = `${textRow(1, HEADER)}<row r="2">${textCell('A2', '1')}${textCell('B2', 'Әли')}${textCell('C2', 'Дана')}<c r="E2" t="e"><v>#REF!</v></c></row>`;
    const { rows: good, problems } = await readRowsOf({ sheets: [{ name: 'Штат', rows }] });
    expect(problems).toEqual([]);
    expect(good.map(row => row.text('surname'))).toEqual(['Әли']);
  });

  it('needs no cells for what is empty at the end of a row', async () => {
    const rows = textRow(1, HEADER) + textRow(2, ['1', 'Әли', 'Дана']);
    const { rows: good, problems } = await readRowsOf({ sheets: [{ name: 'Штат', rows }] });
    expect(problems).toEqual([]);
    expect(good.map(row => row.text('position'))).toEqual(['']);
  });

  const sheets = [
    { name: 'Титул', rows: textRow(2, ['№ 3 мектеп']) },
    { name: 'Штат', rows: textRow(1, HEADER) + textRow(2, ['1', 'Әли', 'Дана']) },
    { name: 'Ескі', rows: textRow(1, HEADER) + textRow(2, ['2', 'Қали', 'Дана']), state: 'hidden' as const },
  ];

  it('names the hidden sheet that has the columns, where the visible ones have no header', async () => {
    const [title, , hidden] = sheets;
    if (!title || !hidden) throw new Error('the sheets above');
    const { problems } = await readRowsOf({ sheets: [title, hidden] });
    expect(problems.map(({ code, args }) => ({ code, args }))).toEqual([
      { code: 'sheet-not-clear', args: { reason: 'hidden-fitting', sheets: ['Ескі'] } },
    ]);
  });

  it.each<[options: TableOptions, sheet: string, surname: string]>([
    [{}, 'Штат', 'Әли'],
    [{ sheet: 'штат' }, 'Штат', 'Әли'],
    [{ sheet: '3' }, 'Ескі', 'Қали'],
  ])('with %o is read from the sheet %s', async (options, sheet, surname) => {
    const { rows, problems, info } = await readRowsOf({ sheets }, options);
    expect(problems).toEqual([]);
    expect(info?.sheet).toBe(sheet);
    expect(rows.map(row => row.text('surname'))).toEqual([surname]);
  });

  it('says which sheets there are when the one that was named is not there', async () => {
    const { problems } = await readRowsOf({ sheets }, { sheet: 'Штат 2' });
    expect(problems).toMatchObject([
      { code: 'sheet-unknown', args: { sheets: ['Титул', 'Штат', 'Ескі'], nearest: ['Штат'] } },
    ]);
  });

  it('without a header is not said to have a wrong delimiter', async () => {
    const { problems, info } = await readRowsOf({ sheets }, { sheet: 'Титул' });
    expect(problems).toMatchObject([{ code: 'header-unrecognised', args: { delimiter: null } }]);
    expect(info).toBeNull();
  });

  it('is not looked for in a text', async () => {
    const text = bytesSource('iin;surname;given_name\n', 1 << 16, 'staff.csv');
    const { problems } = await readAllRows(text, staffFile.spec, { sheet: '1' });
    expect(problems).toMatchObject([{ code: 'sheet-of-text', args: { sheet: '1' } }]);
  });

  it.each([{ encoding: 'kz1048' }, { delimiter: ';' }])('takes no flag of texts: %o', async options => {
    const { problems } = await readRowsOf({ sheets }, { ...options, sheet: 'Штат' });
    expect(problems.map(({ code }) => code)).toEqual(['flag-of-text']);
  });

  it('without any data is empty', async () => {
    const { problems } = await readRowsOf({
      sheets: [{ name: 'Парақ1', rows: '<row r="1"><c r="A1"/></row>' }],
    });
    expect(problems.map(({ code }) => code)).toEqual(['file-empty']);
  });
});

describe('the staff of a workbook that another program saved', () => {
  const read = (name: string) => {
    const bytes = readFileSync(new URL(`../../../fixtures/workbooks/${name}`, import.meta.url));
    return readAllEntries(bytesSource(bytes, 1000, name), staffFile);
  };

  it('is read from LibreOffice: a title, numbers for IINs, zeros by format, dates, a formula, a hidden row', async () => {
    const { values, problems, entries } = await read('staff-libreoffice.xlsx');
    expect(problems).toEqual([]);
    expect(entries.map(({ row }) => row.line)).toEqual([4, 5, 6, 47]);
    expect(
      values.map(({ iin, surname, patronymic, hired_on }) => [iin, surname, patronymic, hired_on]),
    ).toEqual([
      ['880417400134', 'Әбдіқадырова', 'Серікқызы', '2019-08-25'],
      ['051206500212', 'Қасымжанов', null, '2024-09-01'],
      ['761103300773', 'Өтегенова', 'Ғабитқызы', '2001-02-28'],
      ['910228400511', 'Төлегенов', 'Асқарұлы', null],
    ]);
  });

  it('is read from a calendar that begins in 1904, beside a hidden sheet', async () => {
    const { values, problems } = await read('staff-since-1904.xlsx');
    expect(values[0]).toMatchObject({ iin: '880417400134', hired_on: '2019-08-25' });
    expect(problems.map(({ code, where }) => [code, where?.line, where?.column])).toContainEqual([
      'cell-error',
      4,
      'Должность',
    ]);
  });
});
