import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstCalendarYear, nextYear, readAcademicYear } from '../../../src/domain/season/academic-year.ts';

describe('reading an academic year', () => {
  it.each(['2027-2028', ' 2027-2028\u00a0', '2027–2028', '2027 — 2028', '2027\u20112028'])(
    'reads «%s» as 2027-2028',
    text => {
      expect(readAcademicYear(text)).toEqual({ ok: true, value: '2027-2028' });
    },
  );

  it.each([
    ['', 'year-malformed'],
    ['2027', 'year-malformed'],
    ['2027/2028', 'year-malformed'],
    ['27-28', 'year-malformed'],
    ['2027-2028 оқу жылы', 'year-malformed'],
    ['0027-0028', 'year-malformed'],
    ['2028-2027', 'year-not-consecutive'],
    ['2027-2027', 'year-not-consecutive'],
    ['2027-2029', 'year-not-consecutive'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readAcademicYear(text)).toMatchObject({ ok: false, problem: { code, args: { value: text } } });
  });

  it('proposes the year that the first number begins', () => {
    expect(readAcademicYear('2027-2029')).toMatchObject({ problem: { args: { proposal: '2027-2028' } } });
  });

  it('goes on by one year at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2198 }), first => {
        const reading = readAcademicYear(`${first}-${first + 1}`);
        if (!reading.ok) throw new Error(reading.problem.code);
        expect(firstCalendarYear(reading.value)).toBe(first);
        expect(nextYear(reading.value)).toBe(`${first + 1}-${first + 2}`);
      }),
    );
  });
});
