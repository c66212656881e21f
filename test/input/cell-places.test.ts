import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellPlace, CellPlaceFinder } from '../../src/input/cell-places.ts';
import { CsvRecords } from '../../src/input/csv-records.ts';

const everyLine = { has: () => true };

function placesOf(
  text: string,
  wanted: { has(line: number): boolean } = everyLine,
  piece = text.length || 1,
) {
  const finder = new CellPlaceFinder(';', wanted);
  for (let at = 0; at < text.length; at += piece) finder.write(text.slice(at, at + piece));
  finder.end();
  return finder.found;
}

/** The text that a place covers, taken from the physical lines. */
function covered(lines: readonly string[], place: CellPlace): string {
  const { line, column, endLine, endColumn } = place;
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
  const inner = lines.slice(line, endLine - 1);
  return [
    (lines[line - 1] ?? '').slice(column - 1),
    ...inner,
    (lines[endLine - 1] ?? '').slice(0, endColumn - 1),
  ].join('\n');
}

describe('the place of a cell', () => {
  it('is its column in UTF-16 code units, from 1', () => {
    expect(placesOf('ЖСН;Тегі\n😀a;б;\n').get(2)).toEqual([
      { line: 2, column: 1, endLine: 2, endColumn: 4 },
      { line: 2, column: 5, endLine: 2, endColumn: 6 },
      { line: 2, column: 7, endLine: 2, endColumn: 7 },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('is on its own line after a quoted line break (%j)', lineEnd => {
    const text = ['a;b;c', '1;"two', 'lines ""q"" ; x";3', 'n;m;k', ''].join(lineEnd);
    const found = placesOf(text);
    expect(found.get(2)).toEqual([
      { line: 2, column: 1, endLine: 2, endColumn: 2 },
      { line: 2, column: 3, endLine: 3, endColumn: 17 },
      { line: 3, column: 18, endLine: 3, endColumn: 19 },
    ]);
    expect(found.get(4)?.[2]).toEqual({ line: 4, column: 5, endLine: 4, endColumn: 6 });
  });

  it('is found for the lines that are asked for and no other', () => {
    expect([...placesOf('a;b\nc;d\ne;f', new Set([2])).keys()]).toEqual([2]);
  });

  const cell = fc.constantFrom(
    '',
    'а',
    '12 "а"',
    '"x"',
    '"x;y"',
    '"x\ny"',
    '"q""q"',
    '"x"y',
    ' "z"',
    '"\r\n"',
  );
  const table = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    .map(rows => rows.map(row => row.join(';')).join('\n'));

  it('covers the cells that the parser reads, however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (text, piece) => {
        const records = new Map<number, string[]>();
        const parser = new CsvRecords(';', (cells, line) => void records.set(line, cells));
        await parser.write(Buffer.from(text));
        await parser.end();
        const found = placesOf(text, records, piece);
        const lines = text.split(/\r\n|\n|\r/);
        for (const [line, cells] of records) {
          const places = found.get(line) ?? [];
          expect(places.map(place => plain(covered(lines, place)))).toEqual(cells.map(plain));
        }
      }),
    );
  });
});

/** A cell without what quoting adds to it. */
function plain(text: string): string {
  return text.replace(/["\r\n]/g, '');
}
