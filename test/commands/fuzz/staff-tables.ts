import fc from 'fast-check';
import type { Encoding } from '../../../src/domain/encoding-problems.ts';
import { encoderFor } from '../../../src/input/encoding/encoder.ts';
import { inventIin, mistype } from '../../support/people.ts';
import { textRow, workbook } from '../../support/workbook.ts';

/** A table as a person typed it: the header first. */
export type Cells = readonly (readonly string[])[];

/** Column → headers it may have, good cells, and odd ones. */
const columns: Readonly<Record<string, readonly [headers: string[], good: string[], odd: string[]]>> = {
  iin: [
    ['ЖСН', 'ИИН', 'iin', ' жсн\u00a0'],
    [1, 2, 3, 4, 5, 6, 7, 8].map(inventIin),
    [mistype(inventIin(1)), "'850315400124", '50315500371', '8,50315E+11', '', 'ИИН', '940140000385', '٨'],
  ],
  surname: [
    ['Тегі', 'ФАМИЛИЯ', 'surname', 'Tегi'],
    ['Ахметова', 'Жұмағұлов', 'Ким'],
    [
      '',
      'Ахм?това',
      'Axмeтов',
      '=1+1',
      'Ахметова1',
      'Тўрсынов',
      ' Ахметова\u00a0',
      'ё'.repeat(101),
      '\u0007',
    ],
  ],
  given_name: [
    ['Аты', 'Имя', 'First name'],
    ['Әлия', 'Артём', 'Айгүл'],
    ['', '?лия', '\u200b', '-', '🙂'],
  ],
  patronymic: [
    ['Әкесінің аты', 'Отчество'],
    ['', 'Сәкенқызы', 'Ильич'],
    ['-', 'null', '"'],
  ],
  position: [
    ['Лауазымы', 'Должность'],
    ['мұғалім', 'учитель;\r\nмузыки', '', '"А" класс'],
    ['м??алім', '@SUM(A1)', '\u001b[31m', 'ә'.repeat(201), '\ud800'],
  ],
  phone: [
    ['Телефон', 'Phone'],
    ['', '+77017619108', '8 (701) 761-91-09'],
    ['+7 916 123 45 67', '5', '+'],
  ],
  email: [
    ['Эл. почта', 'E-mail'],
    ['', 'a@mail.example', 'b@mail.example'],
    ['a@b@c', 'ә@x', '@'],
  ],
  hired_on: [
    ['Дата приёма', 'Hired on'],
    ['', '2020-09-01', '01.09.2020'],
    ['31.02.2020', '9999-99-99', '0'],
  ],
  birth_date: [['Туған күні'], ['', '01.01.1990'], ['32.13.1990']],
  org: [
    ['Мекеме', 'School'],
    ['', 'school-1', 'school-2', 'school-3'],
    ['school-77', 'akzhailau', 'мектеп'],
  ],
  role: [
    ['Рөлі', 'Роль'],
    ['', 'директор', 'executor'],
    ['король', 'superadmin'],
  ],
  own: [['№ п/п', 'Стаж', '_error', '', '__proto__'], ['', '1'], ['x']],
};

const REQUIRED = ['iin', 'surname', 'given_name'];

/** A table of employees: mostly good rows about few people, so that they meet again; some odd cells. */
export const staffTable: fc.Arbitrary<Cells> = fc
  .tuple(fc.subarray(Object.keys(columns).filter(name => !REQUIRED.includes(name))), fc.boolean())
  .chain(([optional, turned]) => {
    const names = turned ? [...optional, ...REQUIRED] : [...REQUIRED, ...optional];
    const header = names.map(name => fc.constantFrom(...(columns[name]?.[0] ?? [])));
    const row = names.map(name => {
      const [, good = [], odd = []] = columns[name] ?? [];
      return fc.oneof(
        { arbitrary: fc.constantFrom(...good), weight: 60 },
        { arbitrary: fc.constantFrom(...odd), weight: 1 },
      );
    });
    return fc
      .tuple(fc.tuple(...header), fc.array(fc.tuple(...row), { maxLength: 7 }))
      .map(([head, rows]) => [head, ...rows]);
  });

/** How a program saves a table as text. */
export interface Saved {
  readonly encoding: Encoding;
  readonly mark: boolean;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly above: readonly string[];
}

export const saved: fc.Arbitrary<Saved> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'kz-1048'),
  mark: fc.boolean(),
  delimiter: fc.constantFrom(';', ';', ',', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r', '\n\n'),
  above: fc.constantFrom([], [], [], ['sep=;'], ['Қызметкерлер тізімі', ''], ['sep=,', '', 'Тізім;;']),
});

const write = Object.fromEntries(
  await Promise.all(
    (['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'kz-1048', 'pt154'] as const).map(
      async name => [name, await encoderFor(name)] as const,
    ),
  ),
);

/** The bytes of a text; letters that the encoding lacks become `?`, as Excel writes them. */
export function encoded(text: string, { encoding, mark }: Pick<Saved, 'encoding' | 'mark'>): Uint8Array {
  const encoder = write[encoding];
  if (!encoder) throw new Error(`no encoder for ${encoding}`);
  const all = encoder.encode(text.toWellFormed());
  const kept = all.ok
    ? all
    : encoder.encode([...text.toWellFormed()].filter(c => !all.lacking.includes(c)).join(''));
  const bytes = kept.ok ? kept.bytes : Buffer.from(text);
  return mark ? Buffer.concat([encoder.mark, bytes]) : bytes;
}

export function textOf(cells: Cells, { delimiter, lineEnd, above }: Saved): string {
  const quoted = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return [...above, ...cells.map(row => row.map(quoted).join(delimiter)), ''].join(lineEnd);
}

/** The same table as a workbook. */
export function workbookOf(cells: Cells): Uint8Array {
  const rows = cells.map((row, i) => textRow(i + 1, row)).join('');
  return workbook({ sheets: [{ name: 'Қызметкерлер', rows }] });
}
