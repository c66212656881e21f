import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/input/source.ts';
import { readTable } from '../../src/input/table.ts';
import type { TableSpec } from '../../src/input/table-spec.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllRows } from './read-all.ts';

type Field = 'iin' | 'phone' | 'position';
const spec: TableSpec<Field> = {
  fields: [
    { field: 'iin', spellings: ['ЖСН', 'ИИН'], required: true },
    { field: 'phone', spellings: ['Телефон'] },
    { field: 'position', spellings: ['Лауазымы', 'Должность'] },
  ],
};
const read = (text: string | Uint8Array, pieceSize?: number) =>
  readAllRows(bytesSource(text, pieceSize), spec);

describe('a table', () => {
  it.each([
    [';', 'ЖСН;Телефон;Лауазымы\n1;2;мұғалім, хатшы\n'],
    [',', 'ЖСН,Телефон,Лауазымы\n1,2,"мұғалім, хатшы"\n'],
    ['\t', 'ЖСН\tТелефон\tЛауазымы\n1\t2\tмұғалім, хатшы\n'],
  ])('finds its delimiter %j from the header', async (delimiter, text) => {
    for (const mark of ['', '\ufeff']) {
      const { rows, problems, info } = await read(mark + text);
      expect(problems).toEqual([]);
      expect(info?.delimiter).toBe(delimiter);
      expect(rows.map(row => [row.text('iin'), row.text('phone'), row.text('position')])).toEqual([
        ['1', '2', 'мұғалім, хатшы'],
      ]);
    }
  });

  it('is not misled by a delimiter that stands more often in the header', async () => {
    const { info, problems } = await readAllRows(
      bytesSource('"ЖСН";"Телефон, ұялы, үй, жұмыс"\n1;2\n'),
      spec,
      {
        map: { 'Телефон, ұялы, үй, жұмыс': 'phone' },
      },
    );
    expect([info?.delimiter, problems]).toEqual([';', []]);
  });

  it('takes the delimiter that is given', async () => {
    const { info } = await readAllRows(bytesSource('ЖСН\n1\n'), spec, { delimiter: 'tab' });
    expect(info?.delimiter).toBe('\t');
    const { problems } = await readAllRows(bytesSource('ЖСН\n1\n'), spec, { delimiter: '|' });
    expect(problems).toMatchObject([{ code: 'delimiter-unknown', args: { value: '|' } }]);
  });

  it.each([
    ['found', {}],
    ['given', { delimiter: ',' }],
  ] as const)(
    'without a header names its delimiter as %s, and tells no columns',
    async (delimiter, options) => {
      const { problems, info } = await readAllRows(bytesSource('1;2\n3;4\n'), spec, options);
      expect(problems).toMatchObject([{ code: 'header-unrecognised', args: { delimiter } }]);
      expect(info).toBeNull();
    },
  );

  it('has its header split by a line break and found below blank lines', async () => {
    const { rows, problems } = await read('\n;;\n"ЖСН";"Теле\nфон"\n1;2\n');
    expect(problems).toEqual([]);
    expect(rows.map(row => [row.line, row.record, row.text('phone')])).toEqual([[5, 1, '2']]);
  });

  it('passes over blank rows and blank trailing columns, and keeps physical lines and record numbers right', async () => {
    const { rows, problems } = await read('ЖСН;Телефон;;\n1;"a\nb";;\n;;;\n\n \t;\u00a0;;\n2;c;;\n3;d\n');
    expect(problems).toEqual([]);
    expect(rows.map(row => [row.line, row.record])).toEqual([
      [2, 1],
      [7, 2],
      [8, 3],
    ]);
  });

  it('gives a cell as written for problems and without outer white space for rules', async () => {
    const { rows } = await read('ЖСН ;Телефон\n\u00a01 ;2\n');
    expect(rows[0]?.text('iin')).toBe('1');
    expect(rows[0]?.raw('position')).toBeUndefined();
    expect(rows[0]?.place('iin')).toEqual({
      file: 'test.csv',
      line: 2,
      record: 1,
      column: 'ЖСН',
      value: '\u00a01 ',
    });
  });

  it('reports every row of a wrong shape and still gives the good ones', async () => {
    const { rows, problems } = await read(
      'ЖСН;Телефон;;Лауазымы\n1;2\n2;3;;4\n3;4;;5;6\n4;5;x;6\n5;"q\n6;"w";;7\n7;8;;9\n',
    );
    expect(problems).toMatchObject([
      { code: 'row-short', args: { cells: 2, expected: 4 }, where: { line: 2, record: 1 } },
      {
        code: 'row-long',
        args: { cells: 5, expected: 4, extra: '6' },
        where: { line: 4, record: 3, value: '6' },
      },
      { code: 'cell-without-header', args: { position: 3, value: 'x' }, where: { line: 5, record: 4 } },
      { code: 'quote-broken', where: { line: 6, record: 5, column: 'Телефон' } },
    ]);
    expect(rows.map(row => row.line)).toEqual([3, 8]);
  });

  it('gives the rows before an unclosed quote and the line where it opened', async () => {
    const { rows, problems } = await read('ЖСН;Телефон\n1;2\n3;"4\n5;6\n');
    expect(rows.map(row => row.line)).toEqual([2]);
    expect(problems).toMatchObject([{ code: 'quote-unclosed', where: { line: 3 } }]);
  });

  it('reads on past an unknown column that is near to a field, so that all problems are told at once', async () => {
    const { problems } = await read('ЖСН;Телефонный №\n1\n');
    expect(problems.map(one => one.code)).toEqual(['column-unknown', 'row-short']);
  });

  it('does not read rows under a header that lacks a required column', async () => {
    const { rows, problems } = await read('Телефон\n1\n2;3;4\n');
    expect([rows, problems.map(one => one.code)]).toEqual([[], ['column-missing']]);
  });

  it('gives the rows that came before bytes that cannot be read', async () => {
    const text = Buffer.concat([
      Buffer.from(`ЖСН;Телефон\n${'1;2\n'.repeat(50_000)}`),
      Buffer.from([0xc0, 0x0a]),
    ]);
    const { rows, problems } = await read(text, 4096);
    expect(rows.length).toBeGreaterThan(10_000);
    expect(problems).toMatchObject([{ code: 'file-not-utf8', where: { line: 50_002 } }]);
  });

  it('comes in batches while the source is still being read', async () => {
    let given = 0;
    const source = bytesSource(`ЖСН;Телефон\n${'1;2\n'.repeat(100_000)}`, 8192);
    const counting = {
      ...source,
      async *chunks() {
        for await (const chunk of source.chunks()) {
          given += chunk.length;
          yield chunk;
        }
      },
    };
    for await (const { rows } of readTable(counting, spec)) {
      expect(rows.length).toBeLessThan(20_000);
      if (rows.length) break;
    }
    expect(given).toBeLessThan(200_000);
  });

  it('tells that a file is missing as a problem, not as an exception', async () => {
    const { problems } = await readAllRows(openSource('/none/such.csv', process.stdin), spec);
    expect(problems).toMatchObject([{ code: 'file-missing', args: { path: '/none/such.csv' } }]);
  });

  it('gives back the cells that were written', async () => {
    const text = fc.string({
      unit: fc.constantFrom('ә', 'Ж', '1', '"', ';', ',', ' ', '\n', '\r\n'),
      maxLength: 12,
    });
    // A cell may not begin with a quote and hold a delimiter or a break: that is what a broken quote looks like.
    const cell = text.filter(value => !/^"/.test(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 6 }),
        fc.integer({ min: 1, max: 50 }),
        async (cells, size) => {
          const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
          const csv = [['ЖСН', 'Телефон'], ...cells].map(row => row.map(quote).join(';')).join('\r\n');
          const { rows } = await read(csv, size);
          const full = cells.filter(row => row.some(value => value.trim() !== ''));
          expect(rows.map(row => row.cells)).toEqual(full);
        },
      ),
    );
  });

  it('never throws, whatever the bytes', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('ЖСН;Телефон\n', '"', '\r\n', ';', '\ufeff', '\0', 'PK\x03\x04', '1;2\n')
        .map(text => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.integer({ min: 1, max: 30 }),
        async (pieces, size) => {
          const { rows, problems } = await read(Buffer.concat(pieces), size);
          expect(rows.length + problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
