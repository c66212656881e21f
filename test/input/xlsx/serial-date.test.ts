import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoCellDate, serialDate } from '../../../src/input/xlsx/serial-date.ts';

describe('a day number', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    // Excel counts a day that never was; the rule of dates then refuses it.
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [36526, '2000-01-01'],
    [43702, '2019-08-25'],
    [44075, '2020-09-01'],
    [2958465, '9999-12-31'],
    [44075.5, '2020-09-01 12:00'],
    [44075.604166667, '2020-09-01 14:30'],
    [44075.000011574, '2020-09-01 00:00:01'],
    [44074.9999999, '2020-09-01'],
    [0, '00:00'],
    [0.75, '18:00'],
    [-1, null],
    [2958466, null],
    [Number.NaN, null],
  ])('%d in the 1900 system is %s', (serial, text) => {
    expect(serialDate(serial, false)).toBe(text);
  });

  it.each([
    [0, '1904-01-01'],
    [42240, '2019-08-25'],
    [42613.5, '2020-09-01 12:00'],
    [-1, null],
  ])('%d in the 1904 system is %s', (serial, text) => {
    expect(serialDate(serial, true)).toBe(text);
  });

  it('the two systems differ by 1462 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_957_003 }), day => {
        expect(serialDate(day + 1462, false)).toBe(serialDate(day, true));
      }),
    );
  });
});

describe('a date written as text in a cell of dates', () => {
  it.each([
    ['2020-09-01', '2020-09-01'],
    ['2020-09-01T00:00:00', '2020-09-01'],
    ['2020-09-01T00:00:00.000Z', '2020-09-01'],
    ['2020-09-01T14:30:00Z', '2020-09-01 14:30'],
    ['2020-09-01T14:30:15', '2020-09-01 14:30:15'],
    ['2020-09-01T00:00:15', '2020-09-01 00:00:15'],
    ['вчера', 'вчера'],
  ])('%s is %s', (text, date) => {
    expect(isoCellDate(text)).toBe(date);
  });
});
