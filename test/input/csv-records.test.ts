import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenQuote, CsvRecords, type RecordFault } from '../../src/input/csv-records.ts';

interface Cut {
  records: { line: number; cells: string[] }[];
  fault: RecordFault | null;
}

async function cut(text: string, delimiter = ';', pieceSize = 1 << 16): Promise<Cut> {
  const records: Cut['records'] = [];
  const reader = new CsvRecords(delimiter, (cells, line) => records.push({ line, cells }));
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += pieceSize) {
    const fault = await reader.write(bytes.subarray(i, i + pieceSize));
    if (fault) return { records, fault };
  }
  return { records, fault: await reader.end() };
}

/** Writes a table as Excel does; says on which physical line each record starts. */
function written(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string) {
  const lines: number[] = [];
  let text = '';
  for (const row of rows) {
    lines.push(text.split(/\r\n|\r|\n/).length);
    text += row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnd;
  }
  return { text, lines };
}

const cell = fc.string({
  unit: fc.constantFrom('ә', 'b', '1', '"', ';', ',', '\t', ' ', '\r', '\n', '\r\n'),
});

describe('cutting a text into records', () => {
  it('reads back the cells that were written, and the physical line where each record starts, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, lineEnd, pieceSize) => {
          // The harness counts a bare CR before LF as one break, as people's editors do.
          const { text, lines } = written(rows, delimiter, lineEnd);
          const { records, fault } = await cut(text, delimiter, pieceSize);
          expect(fault).toBeNull();
          expect(records.map(record => record.cells)).toEqual(rows);
          expect(records.map(record => record.line)).toEqual(lines);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same whether it needs the parser or not, wherever the first quote stands', async () => {
    const plainCell = fc.string({ unit: fc.constantFrom('ә', 'b', '1', ',', '\t', ' ', 'ұ') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(plainCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 12, maxLength: 12 }),
        fc.nat(11),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (rows, lineEnds, at, endsInLine, pieceSize) => {
          const lines = rows.map(row => row.join(';'));
          const ended = (texts: readonly string[]) =>
            texts.map((text, i) => (endsInLine || i < texts.length - 1 ? text + lineEnds[i] : text)).join('');
          // A bare CR before a bare LF would be one line end and not two.
          fc.pre(!lineEnds.some((end, i) => end === '\r' && lineEnds[i + 1] === '\n' && lines[i + 1] === ''));
          const quoted = lines.map((text, i) => (i === at ? `"${text.replaceAll(';', '";"')}"` : text));
          const plain = await cut(ended(lines), ';', pieceSize);
          expect(plain.records.map(record => record.cells.join(';'))).toEqual(
            endsInLine || lines.at(-1) !== '' ? lines : lines.slice(0, -1),
          );
          const parsed = await cut(ended(quoted), ';', pieceSize);
          if (lines.at(-1) !== '') expect(parsed).toEqual(plain);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['LF', 'a;b\nc;d\n'],
    ['CR LF', 'a;b\r\nc;d\r\n'],
    ['CR alone', 'a;b\rc;d\r'],
    ['no line end at the end', 'a;b\nc;d'],
  ])('takes %s for a line end', async (_, text) => {
    const { records } = await cut(text);
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ]);
  });

  it('takes lines that end differently in one file', async () => {
    const { records } = await cut('a\r\nb\nc\rd');
    expect(records.map(record => record.line)).toEqual([1, 2, 3, 4]);
  });

  it('counts blank lines, so that what follows has its right line', async () => {
    const { records } = await cut('a\n\n\nb\n');
    expect(records.at(-1)).toEqual({ line: 4, cells: ['b'] });
  });

  it('keeps a quote inside an unquoted cell', async () => {
    const { records } = await cut('Абай;12 "а"\n');
    expect(records[0]?.cells).toEqual(['Абай', '12 "а"']);
  });

  it('places an unclosed quote on the line of the record where it opened', async () => {
    const reader = new CsvRecords(';', () => {});
    await reader.write(Buffer.from('a;b\nc;"d\ne;f\n'));
    expect(await reader.end()).toBe('quote-unclosed');
    expect(reader.line).toBe(2);
  });

  it('stops at a record that has grown beyond reason', async () => {
    expect((await cut(`a;"${'x\n'.repeat(2_200_000)}`)).fault).toBe('quote-too-long');
    expect((await cut(`a;${'x'.repeat(4_400_000)}`)).fault).toBe('record-too-long');
  });

  it('reads a record of a megabyte', async () => {
    const long = '12/1, '.repeat(200_000);
    for (const text of [`a;"${long}"\nb;c\n`, `a;${long}\nb;c\n`]) {
      const { records, fault } = await cut(text);
      expect(fault).toBeNull();
      expect(records.map(({ cells }) => cells[1]?.length)).toEqual([long.length, 1]);
    }
  });
});

describe('a broken quote', () => {
  it.each([
    ['"Абай;12\n"Гоголь', true],
    ['"Абай;12', true],
    ['"Школа" № 3', false],
    ['Абай;12\n', false],
  ])('%j: %s', (text, broken) => {
    expect(brokenQuote(text, ';')).toBe(broken);
  });
});
