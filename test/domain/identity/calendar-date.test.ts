import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateNumber,
  isCalendarDate,
  isIsoDate,
  readDate,
  yearsBetween,
} from '../../../src/domain/identity/calendar-date.ts';

describe('reading a date', () => {
  it.each([
    ['2020-09-01', '2020-09-01'],
    ['01.09.2020', '2020-09-01'],
    ['01/09/2020', '2020-09-01'],
    ['1.9.2020', '2020-09-01'],
    [' 29.02.2024\u00a0', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
  ])('reads %s as %s', (text, value) => {
    expect(readDate(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'date-malformed'],
    ['01.09.20', 'date-malformed'],
    ['01.09/2020', 'date-malformed'],
    ['2020.09.01', 'date-malformed'],
    ['1 қыркүйек 2020', 'date-malformed'],
    ['44075', 'date-malformed'],
    ['09/13/2020', 'date-impossible'],
    ['31.04.2020', 'date-impossible'],
    ['2023-02-29', 'date-impossible'],
    ['29.02.1900', 'date-impossible'],
    ['00.01.2020', 'date-impossible'],
    ['0020-09-01', 'date-impossible'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readDate(text)).toMatchObject({ ok: false, problem: { code, args: { value: text } } });
  });

  it('reads any existing day alike in the three notations, and knows the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1800, max: 2199 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(isCalendarDate(year, month, day)).toBe(exists);
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect(isIsoDate(iso)).toBe(exists);
          const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')];
          for (const text of [`${year}-${m}-${d}`, `${d}.${m}.${year}`, `${d}/${m}/${year}`]) {
            const reading = readDate(text);
            expect(reading.ok ? reading.value : reading.problem.code).toBe(
              exists ? `${year}-${m}-${d}` : 'date-impossible',
            );
          }
        },
      ),
    );
  });

  it('knows an ISO date when it sees one, and agrees with the rule', () => {
    const near = fc.stringMatching(/^(?:1[89]|2[01])[0-9]{2}[-./:][0-3][0-9][-./][0-3][0-9a]?$/);
    fc.assert(
      fc.property(near, text => {
        const reading = readDate(text);
        expect(isIsoDate(text)).toBe(reading.ok && reading.value === text);
      }),
      { numRuns: 5_000 },
    );
  });
});

it.each([
  ['1985-03-15', '2027-03-14', 41],
  ['1985-03-15', '2027-03-15', 42],
  ['2000-02-29', '2027-02-28', 26],
  ['2000-02-29', '2027-03-01', 27],
  ['2027-04-01', '2027-03-31', -1],
])('from %s to %s there are %i whole years', (from, to, years) => {
  expect(yearsBetween(dateNumber(from), dateNumber(to))).toBe(years);
});
