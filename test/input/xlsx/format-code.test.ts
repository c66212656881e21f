import { describe, expect, it } from 'vitest';
import { builtInFormat, type NumberFormat, readFormatCode } from '../../../src/input/xlsx/format-code.ts';

describe('the code of a number format', () => {
  it.each<[code: string, format: NumberFormat]>([
    ['General', 'number'],
    ['0', 'number'],
    ['0.00', 'number'],
    ['#,##0', 'number'],
    ['0.00E+00', 'number'],
    ['0%', 'number'],
    ['@', 'number'],
    ['"день" 0', 'number'],
    ['0" days"', 'number'],
    ['[Red]0', 'number'],
    ['[$₸-43F] # ##0', 'number'],
    ['0\\d', 'number'],
    ['0_d', 'number'],
    ['000000000000', { digits: 12 }],
    ['000000000000;-000000000000;@', { digits: 12 }],
    ['00', { digits: 2 }],
    ['dd.mm.yyyy', 'date'],
    ['dd\\.mm\\.yyyy;@', 'date'],
    ['[$-419]d mmmm yyyy;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['yyyy-mm-dd hh:mm:ss', 'date'],
    ['h:mm', 'date'],
    ['[h]:mm', 'date'],
    ['[ss]', 'date'],
    ['YYYY"ж."', 'date'],
    ['"an open quote', 'number'],
  ])('%s means %o', (code, format) => {
    expect(readFormatCode(code)).toEqual(format);
  });

  it.each([
    [0, 'number'],
    [1, 'number'],
    [11, 'number'],
    [13, 'number'],
    [14, 'date'],
    [22, 'date'],
    [23, 'number'],
    [37, 'number'],
    [45, 'date'],
    [47, 'date'],
    [49, 'number'],
  ])('built-in format %i is a %s', (id, format) => {
    expect(builtInFormat(id)).toBe(format);
  });
});
