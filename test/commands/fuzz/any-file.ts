import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { inventIin } from '../../support/people.ts';
import { damage, damaged } from './damage.ts';
import { encoded, saved, staffTable, textOf, workbookOf } from './staff-tables.ts';

const fixtures = ['good-files', 'bad-files', 'workbooks'].flatMap(folder => {
  const url = new URL(`../../../fixtures/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter(name => name.startsWith('staff-'))
    .map(name => new Uint8Array(readFileSync(new URL(name, url))));
});

/** Pieces that a reader of tables stumbles over, in every order. */
const pieces = [
  ...[
    'ЖСН;Тегі;Аты',
    'ИИН,ФИО',
    'iin\tsurname\tgiven_name',
    ';',
    ',',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    '\0',
  ],
  ...[
    'sep=;',
    'sep=',
    '\ufeff',
    ' ',
    '\u00a0',
    'Ахметова',
    'Әлия',
    '?',
    'Ќ',
    '\ufffd',
    '=',
    "'",
    '1',
    'x',
    '\n\n',
  ],
  ...[
    inventIin(1),
    inventIin(2),
    'PK\x03\x04',
    '%PDF-',
    '<html>',
    '{',
    '\x1f\u008b',
    'ÐÏ',
    '\u2028',
    '🙂',
    '-',
  ],
];

/** Any bytes, most of them such as tables are made of. */
const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 400, size: 'max' }),
  fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.concat([Buffer.from('PK\x03\x04'), bytes])),
  fc
    .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 40, size: 'max' }), saved)
    .map(([list, how]) => encoded(list.join(''), how)),
  fc
    .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 25, size: 'max' }), saved)
    .map(([list, how]) => encoded(`ЖСН;Тегі;Аты\n${list.join('')}`, how)),
);

const tables: fc.Arbitrary<Uint8Array> = fc.noBias(
  fc.oneof(
    {
      arbitrary: fc.tuple(staffTable, saved).map(([cells, how]) => encoded(textOf(cells, how), how)),
      weight: 4,
    },
    { arbitrary: staffTable.map(workbookOf), weight: 1 },
    { arbitrary: fc.constantFrom(...fixtures), weight: 1 },
  ),
);

const manyDamages = fc.array(damage, { minLength: 1, maxLength: 4 });

/** Bytes that somebody might hand to the import: any at all, a good file, or one that has suffered. */
export const anyFile: fc.Arbitrary<Buffer> = fc.oneof(
  { arbitrary: anyBytes.map(bytes => Buffer.from(bytes)), weight: 1 },
  { arbitrary: tables.map(bytes => Buffer.from(bytes)), weight: 3 },
  { arbitrary: fc.tuple(tables, manyDamages).map(([bytes, list]) => damaged(bytes, list)), weight: 5 },
);
