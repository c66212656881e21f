import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/domain/encoding-problems.ts';
import { encoderFor } from '../../src/input/encoding/encoder.ts';
import type { TableSpec } from '../../src/input/table-spec.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllRows } from './read-all.ts';

type Field = 'iin' | 'surname';
const spec: TableSpec<Field> = {
  fields: [
    { field: 'iin', spellings: ['ЖСН', 'ИИН'], required: true },
    { field: 'surname', spellings: ['Тегі', 'Фамилия'], required: true },
  ],
};

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'kz-1048'];
const layout = fc.record({
  encoding: fc.constantFrom(...encodings),
  mark: fc.boolean(),
  delimiter: fc.constantFrom(';', ',', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  sep: fc.boolean(),
  titles: fc.nat({ max: 3 }),
  blanks: fc.nat({ max: 3 }),
});
const name = fc.string({ unit: fc.constantFrom(...'абйяАЯәғқңөұүһіӘҒҚ -'.split('')), maxLength: 12 });

interface Layout {
  readonly encoding: Encoding;
  readonly mark: boolean;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly sep: boolean;
  readonly titles: number;
  readonly blanks: number;
}

/** A table as some program writes it, and the physical lines of its rows. */
async function written(names: readonly string[], how: Layout) {
  const { delimiter, lineEnd } = how;
  const lines: string[] = [];
  if (how.sep) lines.push(`sep=${delimiter}`);
  for (let i = 0; i < how.titles; i++) lines.push(`Қызметкерлер тізімі ${i}`, '');
  lines.push(['ЖСН', 'Тегі', ''].join(delimiter));
  const at: number[] = [];
  for (const [i, one] of names.entries()) {
    for (let n = 0; n < how.blanks; n++) lines.push(delimiter.repeat(n));
    at.push(lines.length + 1);
    lines.push([String(i + 1), one, ''].join(delimiter));
  }
  const { mark, encode } = await encoderFor(how.encoding);
  const encoded = encode(lines.join(lineEnd) + lineEnd);
  const bytes = encoded.ok ? encoded.bytes : Buffer.alloc(0);
  return { bytes: how.mark ? Buffer.concat([mark, bytes]) : bytes, at };
}

describe('a table in any encoding and layout', () => {
  it('is read as it was written, wherever its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        layout,
        fc.integer({ min: 1, max: 40 }),
        async (names, how, size) => {
          const { bytes, at } = await written(names, how);
          const { rows, problems, info } = await readAllRows(
            bytesSource(bytes, size),
            spec,
            // Letters in random order are words of no language that it could be known by.
            how.encoding === 'kz-1048' ? { encoding: 'kz-1048' } : {},
          );
          expect(problems).toEqual([]);
          expect(rows.map(row => row.text('surname'))).toEqual(names.map(one => one.trim()));
          expect(rows.map(row => row.line)).toEqual(at);
          expect(info).toMatchObject({ delimiter: how.delimiter, sep: how.sep, lineEnd: how.lineEnd });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('damaged anywhere gives rows or problems, and is never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        layout,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
        fc.nat(),
        fc.option(fc.constantFrom('utf-8', 'utf-16', 'cp1251', 'kz1048', 'pt154', 'none')),
        async (names, how, damage, cut, encoding) => {
          const { bytes } = await written(names, how);
          const hurt = Buffer.from(bytes.subarray(0, bytes.length - (cut % 5)));
          for (const [at, value] of damage) if (hurt.length > 0) hurt[at % hurt.length] = value;
          const { rows, problems } = await readAllRows(
            bytesSource(hurt, 16),
            spec,
            encoding === null ? {} : { encoding },
          );
          expect(rows.length + problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
