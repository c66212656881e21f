import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unprotectCell } from '../../src/domain/spreadsheet-cell.ts';
import { brokenQuote, CsvRecords } from '../../src/input/csv-records.ts';
import { type CsvShape, formatCsv } from '../../src/output/csv.ts';

/** The cells as our reader has them, before and after what protects them is taken off. */
async function readBack(
  text: string,
  { delimiter }: CsvShape,
): Promise<{ raw: string[][]; cells: string[][] }> {
  const raw: string[][] = [];
  const records = new CsvRecords(delimiter, cells => void raw.push(cells));
  expect(await records.write(Buffer.from(text))).toBe(null);
  expect(await records.end()).toBe(null);
  return { raw, cells: raw.map(row => row.map(unprotectCell)) };
}

const shapes: readonly CsvShape[] = ([',', ';', '\t'] as const).flatMap(delimiter =>
  (['\r\n', '\n', '\r'] as const).map(lineEnd => ({ delimiter, lineEnd })),
);

describe('CSV', () => {
  it('is RFC 4180 unless another shape is asked for', () => {
    expect(
      formatCsv([
        ['а', 'б,в', '"г"'],
        ['', '12', 'x\ny'],
      ]),
    ).toBe('а,"б,в","""г"""\r\n,12,"x\ny"\r\n');
    expect(formatCsv([['а;б', 'в,г']], { delimiter: ';', lineEnd: '\n' })).toBe('"а;б";в,г\n');
  });

  const piece = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '0',
    '850101300123',
    'а',
    ' ',
    '12/1',
  );
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join('')),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain(width =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );

  it('comes back as it was, and no cell of it begins a formula or reads as a broken quote', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(...shapes), async (rows, shape) => {
        const { raw, cells } = await readBack(formatCsv(rows, shape), shape);
        expect(cells).toEqual(rows);
        for (const one of raw.flat()) {
          expect(one).not.toMatch(/^[=+\-@\t\r\n]/);
          expect(brokenQuote(one, shape.delimiter)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
