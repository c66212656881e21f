import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/input/source.ts';
import { staffFile } from '../../src/input/staff-file.ts';
import { readTable } from '../../src/input/table.ts';
import type { TableForm } from '../../src/input/table-form.ts';
import { readAllEntries } from './read-all.ts';

const folder = new URL('../../fixtures/good-files/', import.meta.url).pathname;
const open = (file: string) => openSource(folder + file, Readable.from([]));

const kazakh = [
  '850315400124 Жұмағұлова Гүлнәр Қайратқызы',
  '900101300176 Өмірбеков Ғабит Мұратұлы',
  '780520401191 Сәрсенбаева Әйгерім',
];
const russian = [
  '850315400124 Кузнецова Ирина Юрьевна',
  '900101300176 Сапожников Артём Ильич',
  '780520401191 Ахметова Айгуль',
];

interface Expected {
  readonly form?: Partial<TableForm>;
  /** the physical lines where the three rows start; 2, 3, 4 when absent */
  readonly lines?: readonly number[];
  readonly skipped?: readonly number[];
  readonly ignored?: readonly string[];
  readonly people?: readonly string[];
  readonly position?: string;
  readonly phones?: readonly string[];
  readonly dates?: readonly string[];
}
const plain: TableForm = {
  encoding: 'utf-8',
  bom: false,
  delimiter: ';',
  sep: false,
  lineEnd: '\r\n',
  sheet: null,
};

/** Each file holds the same three employees, with one trap. */
const expected: Readonly<Record<string, Expected>> = {
  'staff-blank-columns.csv': {},
  'staff-blank-rows.csv': { lines: [32, 35, 36] },
  'staff-columns-in-another-order.csv': {},
  'staff-commas.csv': { form: { delimiter: ',' }, position: 'мұғалім, хатшы' },
  'staff-cr-only.csv': { form: { lineEnd: '\r' } },
  'staff-header-capitals.csv': {},
  'staff-header-look-alikes.csv': {},
  'staff-header-mixed-languages.csv': {},
  'staff-header-no-break-spaces.csv': {},
  'staff-header-with-breaks.csv': { lines: [3, 4, 5] },
  'staff-kz-1048.csv': { form: { encoding: 'kz-1048' } },
  'staff-lf-only.csv': { form: { lineEnd: '\n' } },
  'staff-mixed-line-ends.csv': {},
  'staff-no-last-line-end.csv': {},
  'staff-own-columns.csv': { ignored: ['№ п/п', 'Пол', 'Стаж', 'Категория'] },
  'staff-quoted-breaks.csv': { lines: [2, 4, 6], position: 'мұғалім, сынып жетекшісі' },
  'staff-sep-line.csv': { form: { bom: true, sep: true }, lines: [3, 4, 5] },
  'staff-sep-quoted.csv': { form: { sep: true, delimiter: ',' }, lines: [3, 4, 5] },
  'staff-sep-tab.csv': {
    form: { encoding: 'utf-16le', bom: true, sep: true, delimiter: '\t' },
    lines: [3, 4, 5],
  },
  'staff-tabs.csv': { form: { delimiter: '\t' } },
  'staff-title-row.csv': { lines: [3, 4, 5], skipped: [1] },
  'staff-title-rows.csv': { lines: [7, 8, 9], skipped: [1, 3] },
  'staff-utf-16be.csv': { form: { encoding: 'utf-16be', bom: true } },
  'staff-utf-16le-no-mark.csv': { form: { encoding: 'utf-16le' } },
  'staff-utf-16le-tabs.csv': { form: { encoding: 'utf-16le', bom: true, delimiter: '\t' } },
  'staff-utf-8-mark.csv': { form: { bom: true } },
  'staff-utf-8.csv': {},
  'staff-windows-1251.csv': { form: { encoding: 'windows-1251' }, people: russian, position: 'учитель' },
  'staff-dates-of-three-kinds.csv': { dates: ['2020-09-01', '2020-09-01', '2020-09-01'] },
  'staff-full-name-in-one-cell.csv': {},
  'staff-hundreds-of-empty-rows.csv': { lines: [2, 303, 404] },
  'staff-phones-as-written.csv': { phones: ['+77112508631', '+77776660295', '+77051528593'] },
};

describe('every good file is read, whatever way it was saved', () => {
  it.each(readdirSync(folder))('%s', async file => {
    const { form, lines = [2, 3, 4], people = kazakh, position = 'мұғалім', ...rest } = expected[file] ?? {};
    const { entries, problems } = await readAllEntries(open(file), staffFile);
    expect(problems).toEqual([]);
    expect(
      entries.map(({ value }) =>
        [value.iin, value.surname, value.given_name, value.patronymic].filter(Boolean).join(' '),
      ),
    ).toEqual(people);
    expect(entries[0]?.value.position).toBe(position);
    expect(entries.map(({ row }) => [row.line, row.record])).toEqual(lines.map((line, i) => [line, i + 1]));
    if (rest.phones) expect(entries.map(({ value }) => value.phone)).toEqual(rest.phones);
    if (rest.dates) expect(entries.map(({ value }) => value.hired_on)).toEqual(rest.dates);
    for await (const { info } of readTable(open(file), staffFile.spec)) {
      if (info === null) continue;
      const { header, skipped, ...found } = info;
      expect(found).toEqual({ ...plain, ...form });
      expect(skipped.map(({ line }) => line)).toEqual(rest.skipped ?? []);
      expect(header.ignored).toEqual(rest.ignored ?? []);
    }
  });

  it('and every trap has its file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});
