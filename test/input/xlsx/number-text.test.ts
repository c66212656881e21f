import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberFormat } from '../../../src/input/xlsx/format-code.ts';
import { numberText } from '../../../src/input/xlsx/number-text.ts';

describe('a number of a cell', () => {
  it.each<[raw: string, format: NumberFormat, text: string]>([
    ['850101300123', 'number', '850101300123'],
    ['8.50101300123E11', 'number', '850101300123'],
    ['8.50101300123E+11', 'number', '850101300123'],
    ['51206500212', 'number', '51206500212'],
    ['51206500212', { digits: 12 }, '051206500212'],
    ['5.1206500212E10', { digits: 12 }, '051206500212'],
    ['850101300123', { digits: 2 }, '850101300123'],
    ['12.5', { digits: 4 }, '12.5'],
    ['-5', { digits: 4 }, '-5'],
    ['25', 'number', '25'],
    ['25.0', 'number', '25'],
    ['0', 'number', '0'],
    ['007', 'number', '7'],
    ['0.1', 'number', '0.1'],
    ['0.30000000000000004', 'number', '0.3'],
    ['1234567.891', 'number', '1234567.891'],
    ['1E20', 'number', '100000000000000000000'],
    ['44075', 'date', '2020-09-01'],
    ['44075.0', 'date', '2020-09-01'],
    ['-12', 'date', '-12'],
    ['нет', 'number', 'нет'],
    [' ', 'number', ' '],
  ])('%s in the format %o is %s', (raw, format, text) => {
    expect(numberText(raw, format, false)).toBe(text);
  });

  it('that is whole keeps all digits that a spreadsheet keeps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), n => {
        expect(numberText(String(n), 'number', false)).toBe(String(n));
        expect(numberText(n.toExponential(), 'number', false)).toBe(String(n));
      }),
    );
  });
});
