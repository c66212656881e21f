import { describe, expect, it } from 'vitest';
import { clearSheet, namedSheet, type SheetLook } from '../../../src/input/xlsx/choose-sheet.ts';
import type { Sheet } from '../../../src/input/xlsx/workbook.ts';

const place = { file: 'staff.xlsx', line: null, record: null, column: null, value: null };
const sheet = (name: string, hidden = false): Sheet => ({ name, hidden, path: `${name}.xml` });

describe('--sheet', () => {
  const sheets = [sheet('Қызметкерлер'), sheet('2'), sheet('Архив 2025', true)];

  it.each([
    ['Қызметкерлер', 'Қызметкерлер'],
    ['қызметкерлер ', 'Қызметкерлер'],
    ['1', 'Қызметкерлер'],
    ['2', '2'],
    ['3', 'Архив 2025'],
    ['архив 2025', 'Архив 2025'],
  ])('%s is the sheet %s', (wanted, name) => {
    const found = namedSheet(sheets, wanted, place);
    expect(found.ok && found.value.name).toBe(name);
  });

  it.each([
    ['Кызметкерлер', ['Қызметкерлер']],
    ['4', []],
    ['0', []],
    ['Сведения', []],
  ])('%s is no sheet: all of them are named, and the nearest', (wanted, nearest) => {
    const found = namedSheet(sheets, wanted, place);
    expect(found.ok || found.problem).toMatchObject({
      code: 'sheet-unknown',
      args: { sheet: wanted, sheets: ['Қызметкерлер', '2', 'Архив 2025'], nearest },
    });
  });
});

describe('without --sheet', () => {
  const hidden = (name: string) => name.startsWith('_');
  const choose = async (looks: Readonly<Record<string, SheetLook>>) => {
    const sheets = Object.keys(looks).map(name => sheet(name, hidden(name)));
    const found = await clearSheet(sheets, async ({ name }) => looks[name] ?? 'empty', place);
    return found.ok ? found.value.name : [found.problem.code, found.problem.args];
  };

  it.each<[what: string, looks: Record<string, SheetLook>, name: string]>([
    ['the only sheet, whatever it holds', { a: 'empty' }, 'a'],
    ['the only visible sheet with data', { a: 'empty', b: 'data', c: 'empty' }, 'b'],
    ['the visible sheet, though a hidden one fits better', { _a: 'fitting', b: 'partial' }, 'b'],
    ['of several with data, the one with the columns', { a: 'data', b: 'fitting', c: 'data' }, 'b'],
    ['the visible sheet, where a hidden one fits no better', { _a: 'partial', b: 'data' }, 'b'],
    ['the first of a workbook without data', { a: 'empty', b: 'empty' }, 'a'],
  ])('reads %s', async (_, looks, name) => {
    expect(await choose(looks)).toBe(name);
  });

  it.each<[what: string, looks: Record<string, SheetLook>, reason: string, sheets: string[]]>([
    ['two have the columns', { a: 'fitting', b: 'data', c: 'fitting' }, 'several', ['a', 'c']],
    ['none of several has the columns', { a: 'data', b: 'data', c: 'empty' }, 'none', ['a', 'b']],
    [
      'only a hidden sheet has the columns',
      { a: 'data', _b: 'fitting', _c: 'data' },
      'hidden-fitting',
      ['_b'],
    ],
    ['data stands on hidden sheets only', { a: 'empty', _b: 'fitting', _c: 'empty' }, 'hidden', ['_b']],
  ])('asks which sheet is meant when %s', async (_, looks, reason, sheets) => {
    expect(await choose(looks)).toEqual(['sheet-not-clear', { reason, sheets }]);
  });
});
