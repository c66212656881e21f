import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBin } from '../../../src/domain/identity/bin.ts';
import { isIsoDate } from '../../../src/domain/identity/calendar-date.ts';
import { checkDigit } from '../../../src/domain/identity/check-digit.ts';
import { readEmail } from '../../../src/domain/identity/email.ts';
import { isIin } from '../../../src/domain/identity/iin.ts';
import { readPhone } from '../../../src/domain/identity/phone.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { createPostgres, RuleBench } from './rule-bench.ts';

/** Values in one query. */
const MANY = { minLength: 300, maxLength: 300 };
const RUNS = { numRuns: 25 };

const digit = fc.constantFrom(...'0123456789');
const digits = (length: number) => fc.string({ unit: digit, minLength: length, maxLength: length });
const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(n => String(n).padStart(2, '0'));

/** Eleven digits with the right twelfth, or with any where none is right. */
const checked = (eleven: fc.Arbitrary<string>) => eleven.map(text => `${text}${checkDigit(`${text}0`) ?? 0}`);
const dirt = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789+-.@ \\x\u0661Аa\n'), maxLength: 14 }),
  fc.constantFrom('', ' ', '\\x303132333435', '12345678901\\', '+77051528593', '٠١٢٣٤٥٦٧٨٩٠١'),
);
const spoiled = (right: fc.Arbitrary<string>) =>
  fc.tuple(right, fc.nat(), fc.constantFrom(...'0123456789 +-.@\\АaZz\u00a0')).map(([text, at, sign]) => {
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${sign}${text.slice(place + (at % 3 === 0 ? 0 : 1))}`;
  });

const iin = checked(
  fc.tuple(two(0, 99), two(0, 13), two(0, 32), digit, digits(4)).map(parts => parts.join('')),
);
const leapIin = checked(
  fc
    .tuple(two(0, 99), fc.constantFrom('0228', '0229', '0230', '0431', '1231'), digit, digits(4))
    .map(p => p.join('')),
);
const bin = checked(fc.tuple(two(0, 99), two(0, 13), digit, digit, digits(5)).map(parts => parts.join('')));
const date = fc
  .tuple(fc.integer({ min: 1795, max: 2205 }), two(0, 13), two(0, 32))
  .map(([year, month, day]) => `${year}-${month}-${day}`);
const leapDay = fc.integer({ min: 1790, max: 2210 }).map(year => `${year}-02-29`);
const phone = fc
  .tuple(fc.constantFrom('+7', '+8', '8', '7', '+1'), digits(10))
  .map(([plus, rest]) => plus + rest);
const label = fc.string({ unit: fc.constantFrom(...'abz019-'), minLength: 1, maxLength: 5 });
const email = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(..."abZ09._-+'#"), minLength: 1, maxLength: 8 }),
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('kz', 'com', 'k', 'xn--p1ai', 'xn--p-', 'k1', 'KZ'),
  )
  .map(([local, labels, top]) => `${local}@${[...labels, top].join('.')}`);
const long = fc
  .tuple(fc.integer({ min: 60, max: 66 }), fc.integer({ min: 60, max: 65 }), fc.integer({ min: 1, max: 4 }))
  .map(([local, size, labels]) => `${'a'.repeat(local)}@${`${'b'.repeat(size)}.`.repeat(labels)}kz`);

describe('numbers, dates and addresses as the database judges them', () => {
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

  /** Both rules on the same texts. */
  const agree = async (
    condition: string,
    rule: (text: string) => boolean,
    ...kinds: readonly fc.Arbitrary<string>[]
  ) => {
    const seen = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...kinds, ...kinds.map(spoiled), dirt), MANY), async texts => {
        const judged = await bench.judge(condition, texts);
        const wanted = texts.map(rule);
        for (const holds of wanted) seen[`${holds}`] += 1;
        expect(texts.filter((_, i) => judged[i] !== wanted[i])).toEqual([]);
      }),
      RUNS,
    );
    // A rule that says the same of everything would agree with nothing.
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100);
  };

  it('an IIN', () => agree('is_iin(v)', isIin, iin, leapIin, bin));

  it('an IIN whose check digit comes from the second pass, and one that is never issued', async () => {
    const texts = ['000813159890', '821214240092', '961141000023', '830703406664', '040229512348'];
    expect(await bench.judge('is_iin(v)', texts)).toEqual(texts.map(isIin));
  });

  it('a BIN', () => agree('is_bin(v)', isBin, bin, iin));

  it('the BINs of domain.md', async () => {
    const texts = ['940140000385', '950341000052', '961141000023', '070941024691', '000813159890'];
    expect(await bench.judge('is_bin(v)', texts)).toEqual([true, true, true, true, false]);
  });

  it('a date', () => agree('is_iso_date(v)', isIsoDate, date, leapDay));

  it('a telephone number', () =>
    agree(
      'is_phone(v)',
      text => {
        const read = readPhone(text);
        return read.ok && read.value === text;
      },
      phone,
    ));

  it('an e-mail address', () =>
    agree(
      'is_email(v)',
      text => {
        const read = readEmail(text);
        return read.ok && read.value === text;
      },
      email,
      long,
    ));
});
