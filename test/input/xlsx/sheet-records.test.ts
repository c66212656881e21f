import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialDate } from '../../../src/input/xlsx/serial-date.ts';
import { columnName, textCell, textRow, type WorkbookXml, workbook } from '../../support/workbook.ts';
import { readSheet } from './read-sheet.ts';

/** The records of a workbook of one sheet. */
async function recordsOf(rows: string, more: Partial<WorkbookXml> = {}) {
  return (await readSheet(workbook({ sheets: [{ name: 'Парақ1', rows }], ...more }))).records;
}

/** The texts of one row's cells. */
async function cellsOf(cells: string, more: Partial<WorkbookXml> = {}) {
  const [record] = await recordsOf(`<row r="1">${cells}</row>`, more);
  return record?.cells;
}

describe('a cell', () => {
  it.each<[what: string, cell: string, text: string, more?: Partial<WorkbookXml>]>([
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', 'Тегі', { strings: ['<t>ЖСН</t>', '<t>Тегі</t>'] }],
    [
      'a text of several fonts',
      '<c r="A1" t="s"><v>0</v></c>',
      'Төлегенов Дәурен',
      {
        strings: [
          '<r><t>Төле</t></r><r><rPr><b/></rPr><t xml:space="preserve">генов </t></r><r><t>Дәурен</t></r>',
        ],
      },
    ],
    [
      'a text with reading aids',
      '<c r="A1" t="s"><v>0</v></c>',
      '課長',
      { strings: ['<t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh><phoneticPr fontId="1"/>'] },
    ],
    ['a text in its place', '<c r="A1" t="inlineStr"><is><t>Әли</t></is></c>', 'Әли'],
    [
      'a text in its place, of several fonts',
      '<c r="A1" t="inlineStr"><is><r><t>Ә</t></r><r><t>ли</t></r></is></c>',
      'Әли',
    ],
    ['a text with marks of XML', textCell('A1', 'ТОО "А&Б" <1>'), 'ТОО "А&Б" <1>'],
    ['a text with line breaks', textCell('A1', 'Әли\nҚали\r\nСәли'), 'Әли\nҚали\r\nСәли'],
    ['a text with escapes', '<c r="A1" t="str"><v>Әли_x000D_Қ_x005F_x0041_</v></c>', 'Әли\rҚ_x0041_'],
    ['a text in CDATA', '<c r="A1" t="str"><v><![CDATA[А&Б]]></v></c>', 'А&Б'],
    ['an IIN as a number', '<c r="A1"><v>850101300123</v></c>', '850101300123'],
    ['an IIN as a power', '<c r="A1" t="n"><v>8.50101300123E11</v></c>', '850101300123'],
    ['an IIN without its zero', '<c r="A1"><v>51206500212</v></c>', '51206500212'],
    [
      'an IIN whose zero is in the format',
      '<c r="A1" s="1"><v>51206500212</v></c>',
      '051206500212',
      { styles: [0, '000000000000'] },
    ],
    ['a date of a built-in format', '<c r="A1" s="1"><v>44075</v></c>', '2020-09-01', { styles: [0, 14] }],
    ['a date of an own format', '<c r="A1" s="0"><v>44075</v></c>', '2020-09-01', { styles: ['dd.mm.yyyy'] }],
    ['a date since 1904', '<c r="A1" s="0"><v>42613</v></c>', '2020-09-01', { styles: [14], date1904: true }],
    [
      'a date as text',
      '<c r="A1" s="0" t="d"><v>2020-09-01T00:00:00</v></c>',
      '2020-09-01',
      { styles: [14] },
    ],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'yes'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'no'],
    ['a formula of text', '<c r="A1" t="str"><f>B1&amp;C1</f><v>Әли</v></c>', 'Әли'],
    ['a formula of a number', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['a formula of a date', '<c r="A1" s="0"><f>TODAY()</f><v>44075</v></c>', '2020-09-01', { styles: [14] }],
    ['a style that is not there', '<c r="A1" s="9"><v>5</v></c>', '5'],
  ])('holds %s', async (_, cell, text, more) => {
    expect(await cellsOf(cell, more)).toEqual([text]);
  });

  it('of an error is told, with what the spreadsheet shows', async () => {
    expect(await recordsOf('<row r="4"><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')).toEqual([
      { line: 4, cells: ['', '#DIV/0!'], faults: [{ column: 1, kind: 'error', text: '#DIV/0!' }] },
    ]);
  });

  it.each([
    ['<c r="A1"><f>B1*2</f></c>', '=B1*2'],
    ['<c r="A1"><f>B1*2</f><v></v></c>', '=B1*2'],
    ['<c r="A1"><f>B1*2</f><v/></c>', '=B1*2'],
  ])('of a formula without its result is told: %s', async (cell, text) => {
    expect(await recordsOf(`<row r="1">${cell}</row>`)).toEqual([
      { line: 1, cells: [text], faults: [{ column: 0, kind: 'uncalculated', text }] },
    ]);
  });

  it('whose formula gives an empty text is empty', async () => {
    expect(await cellsOf(`<c r="A1" t="str"><f>""</f><v></v></c>${textCell('B1', 'Әли')}`)).toEqual([
      '',
      'Әли',
    ]);
  });
});

describe('the rows of a sheet', () => {
  it('keep their numbers, past rows that are empty or only formatted', async () => {
    const rows = `${textRow(3, ['ЖСН', 'Тегі'])}<row r="5" ht="30"/><row r="6"><c r="A6" s="1"/><c r="B6" s="1"/></row>${textRow(900, ['1', 'Әли'])}`;
    expect(await recordsOf(rows)).toEqual([
      { line: 3, cells: ['ЖСН', 'Тегі'] },
      { line: 900, cells: ['1', 'Әли'] },
    ]);
  });

  it('are counted where the file does not number them', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${cell('а')}${cell('б')}</row><row><c/>${cell('в')}</row><row r="8">${cell('г')}</row><row>${cell('д')}</row>`;
    expect(await recordsOf(rows)).toEqual([
      { line: 1, cells: ['а', 'б'] },
      { line: 2, cells: ['', 'в'] },
      { line: 8, cells: ['г'] },
      { line: 9, cells: ['д'] },
    ]);
  });

  it('have empty texts for the cells between, and none at their end', async () => {
    const rows = `<row r="1">${textCell('C1', 'в')}<c r="D1" s="1"/><c r="XFD1" t="s"/></row>`;
    expect(await recordsOf(rows)).toEqual([{ line: 1, cells: ['', '', 'в'] }]);
  });

  it('are read when they are hidden, and merged cells give their value once', async () => {
    const rows = `<row r="1" hidden="1">${textCell('A1', 'Штат')}<c r="B1"/></row>${textRow(2, ['1', 'Әли'])}`;
    expect(await recordsOf(rows)).toEqual([
      { line: 1, cells: ['Штат'] },
      { line: 2, cells: ['1', 'Әли'] },
    ]);
  });

  it('come one by one through a hundred thousand formatted ones', async () => {
    const blank = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`,
    );
    const records = await recordsOf(`${textRow(1, ['ЖСН'])}${blank.join('')}${textRow(100_002, ['1'])}`);
    expect(records.map(({ line }) => line)).toEqual([1, 100_002]);
  });
});

/** Any text that is not blank at all: what a reader must give back to the letter. */
const text = fc.string({ unit: 'binary', maxLength: 20 });
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e14 })
  .map(n => Number(n.toPrecision(15)));
const day = fc.integer({ min: 61, max: 2_958_465 });

it('any table of texts, numbers and dates comes back from a workbook as it was', async () => {
  const cell = fc.oneof(
    text.map(value => ({ value, xml: (at: string) => (value === '' ? '' : textCell(at, value)) })),
    number.map(n => ({ value: plain(n), xml: (at: string) => `<c r="${at}"><v>${n}</v></c>` })),
    day.map(n => ({
      value: serialDate(n, false) ?? '',
      xml: (at: string) => `<c r="${at}" s="1"><v>${n}</v></c>`,
    })),
  );
  const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 4096 }), async (rows, pieceSize) => {
      const xml = rows.map((cells, r) => {
        const inside = cells.map(({ xml }, c) => xml(`${columnName(c)}${r + 1}`));
        return `<row r="${r + 1}">${inside.join('')}</row>`;
      });
      const bytes = workbook({ sheets: [{ name: 'а', rows: xml.join('') }], styles: [0, 'dd.mm.yyyy'] });
      const { records } = await readSheet(bytes, {}, pieceSize);
      const expected = rows.flatMap((cells, r) => {
        const texts = cells.map(({ value }) => value);
        while (texts.at(-1) === '') texts.pop();
        return texts.length === 0 ? [] : [{ line: r + 1, cells: texts }];
      });
      expect(records).toEqual(expected);
    }),
  );
});

/** A number without its exponent, which fractions near zero have. */
function plain(n: number): string {
  return Object.is(n, -0) ? '0' : String(n);
}
