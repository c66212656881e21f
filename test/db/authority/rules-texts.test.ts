import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROW_RULES } from '../../../src/db/postgres/authority/rules/row-rules.ts';
import { LONGEST_POSITION } from '../../../src/db/postgres/authority/rules/staff-rules.ts';
import { readOrgCode } from '../../../src/domain/identity/org-code.ts';
import { cleanNamePart } from '../../../src/domain/identity/person-name.ts';
import { readAcademicYear } from '../../../src/domain/season/academic-year.ts';
import { readClassSets, writeClassSets } from '../../../src/domain/season/class-types.ts';
import { CLASS_TYPES, LANGUAGES } from '../../../src/domain/season/class-words.ts';
import { controlCharacters } from '../../../src/domain/text/control-characters.ts';
import { readText } from '../../../src/domain/text/read-text.ts';
import { cleanText } from '../../../src/input/row-reading.ts';
import * as staffCells from '../../../src/input/staff-cells.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { createPostgres, RuleBench } from './rule-bench.ts';

const MANY = { minLength: 300, maxLength: 300 };
const RUNS = { numRuns: 25 };

const LETTERS = 'АБабвгаяёЁӘәІіҢңҒғҰұҮүҚқӨөҺһ';
/** Everything that the rules of texts speak of, but for words of two alphabets and letters of other encodings. */
const SIGNS = [
  ...'?.,\'-’`ʼ!№"«»%&()0129 ',
  ...'  \u00a0\u00ad\u200b\u200d\u2011\u2013\u2212\u2028\u202f\u2060\u3000\ufeff\ufffd\u0001\t\n\u0085\u009f\u0482',
  'и\u0306',
  'е\u0308',
  ' ұлы',
  'а Қызы ',
  '??аа',
  'а?б',
  '\u{1f600}',
];
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LETTERS) }, fc.constantFrom(...SIGNS)), {
    maxLength: 9,
  })
  .map(parts => parts.join(''));
const latin = fc
  .array(fc.constantFrom(...'AbcdeZ éÖß', ' ', '-', "'", '?', '1'), { maxLength: 9 })
  .map(parts => parts.join(''));
const lengths = fc
  .tuple(fc.constantFrom('а', 'a', '\u{1f600}', 'é'), fc.integer({ min: 95, max: 205 }))
  .map(([letter, length]) => letter.repeat(length));

const isStoredName = (name: string) => {
  const read = cleanNamePart(name);
  return read.ok && read.value === name;
};
const isStoredText = (value: string) =>
  value !== '' &&
  cleanText(value) === value &&
  controlCharacters(value) === null &&
  readText(value, LONGEST_POSITION).ok;

const entry = fc
  .tuple(
    fc.constantFrom(...LANGUAGES),
    fc.constantFrom(...CLASS_TYPES),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 23, max: 25 }),
  )
  .map(([language, type, sets, size]) => ({ language, type, sets, size }));
const classes = fc.oneof(
  fc.array(entry, { minLength: 1, maxLength: 4 }).map(writeClassSets),
  fc
    .array(entry, { minLength: 1, maxLength: 3 })
    .map(all =>
      all.map(({ language, type, sets, size }) => `${language} ${type} ${sets}x${size}`).join(', '),
    ),
  fc
    .tuple(entry, fc.constantFrom('x0', 'x025', 'X25', 'x25,', 'x100000', ' x25', 'x25 '))
    .map(([{ language, type, sets }, end]) => `${language} ${type} ${sets}${end}`),
  fc.constantFrom('', 'kk general 0x25', 'kk general 99999x99999', 'kk general 100000x1', 'xx general 2x25'),
);
const areStoredClasses = (value: string) => {
  const read = readClassSets(value);
  return read.problems.length === 0 && writeClassSets(read.value) === value;
};

describe('texts as the database judges them', () => {
  let place: TestDatabase;
  let bench: RuleBench;
  beforeAll(async () => {
    place = await createPostgres();
    bench = await RuleBench.bare(place.target);
  });
  afterAll(async () => {
    await bench.close();
    await place.drop();
  });

  const agree = async (
    condition: string,
    rule: (value: string) => boolean,
    ...kinds: readonly fc.Arbitrary<string>[]
  ) => {
    const seen = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...kinds), MANY), async texts => {
        const judged = await bench.judge(condition, texts);
        const wanted = texts.map(rule);
        for (const holds of wanted) seen[`${holds}`] += 1;
        expect(texts.filter((_, i) => judged[i] !== wanted[i])).toEqual([]);
      }),
      RUNS,
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100);
  };

  it('a part of a name', () => agree('is_name_part(v)', isStoredName, text, latin, lengths));

  it('a text', () => agree(`is_clean_text(v, ${LONGEST_POSITION})`, isStoredText, text, latin, lengths));

  it('takes every name and text that the program takes, whatever the alphabet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), MANY), async texts => {
        const names = texts.map(one => cleanNamePart(one)).flatMap(read => (read.ok ? [read.value] : []));
        const clean = texts
          .filter(one => !one.includes('\0'))
          .map(cleanText)
          .filter(isStoredText);
        const lost = async (condition: string, values: readonly string[]) => {
          const judged = await bench.judge(condition, values);
          return values.filter((_, i) => judged[i] !== true);
        };
        expect(await lost('is_name_part(v)', names)).toEqual([]);
        expect(await lost(`is_clean_text(v, ${LONGEST_POSITION})`, clean)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('the length of a position is that of the files', () => {
    expect(LONGEST_POSITION).toBe(staffCells.LONGEST_POSITION);
  });

  it('class sets', () => agree('are_class_sets(v)', areStoredClasses, classes));

  /** The rows of a column that the rules with these codes find, among some values. */
  const found = async (
    kind: 'org' | 'year',
    column: string,
    codes: readonly string[],
    values: readonly string[],
  ) => {
    const rules = ROW_RULES[kind].filter(({ code }) => codes.includes(code));
    const conditions = rules.map(
      ({ breaks }) =>
        `exists (select from (select v as ${column}) as r cross join lateral (${breaks.replace('written as w', `(select r.${column}) as w`)}) as found)`,
    );
    return bench.judge(`not (${conditions.join(' or ')})`, values);
  };

  it('the code of an organisation', async () => {
    const code = fc.string({ unit: fc.constantFrom(...'abz09-A_ж '), maxLength: 14 });
    const codes = fc.oneof(
      code,
      fc.string({ unit: fc.constantFrom(...'019'), minLength: 11, maxLength: 13 }),
      fc.constantFrom('a'.repeat(64), 'a'.repeat(65)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(codes, MANY), async values => {
        const wanted = values.map(value => {
          const read = readOrgCode(value);
          return read.ok && read.value === value;
        });
        const judged = await found('org', 'code', ['code-malformed'], values);
        expect(values.filter((_, i) => judged[i] !== wanted[i])).toEqual([]);
      }),
      RUNS,
    );
  });

  it('an academic year', async () => {
    const year = fc.integer({ min: 1990, max: 2210 });
    const years = fc.oneof(
      year.map(first => `${first}-${first + 1}`),
      fc.tuple(year, year).map(both => both.join('-')),
      year.map(first => `${first}–${first + 1}`),
      fc.constantFrom('', '2027', '2027-28', '2199-2200', ' 2027-2028', '2027-2028\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(years, MANY), async values => {
        const wanted = values.map(value => {
          const read = readAcademicYear(value);
          return read.ok && read.value === value;
        });
        const judged = await found('year', 'year', ['year-malformed', 'year-not-consecutive'], values);
        expect(values.filter((_, i) => judged[i] !== wanted[i])).toEqual([]);
      }),
      RUNS,
    );
  });
});
