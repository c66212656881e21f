import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProtected, protectCell, unprotectCell } from '../../src/domain/spreadsheet-cell.ts';

describe('a cell that a spreadsheet would run or spoil', () => {
  it.each([
    ['=HYPERLINK("http://x")', 'a formula'],
    ['+77051234567', 'a phone, whose plus is lost'],
    ['-1+1', 'a formula'],
    ['@SUM(A1)', 'a formula'],
    ['\tx', 'what some programs skip'],
    ['＝1', 'a full-width formula'],
    [' =1', 'a formula after a blank'],
    ['000123456789', 'an IIN with zeros in front'],
    ['940140000385', 'a BIN of twelve digits'],
    ['0701', 'zeros in front'],
    [' 850101300123 ', 'twelve digits between blanks'],
    ['850 101 300 123', 'twelve digits in groups'],
    ['12/1', 'a house that becomes a date'],
    ['1-5', 'houses that become a date'],
    ['1.05', 'a number that becomes a date'],
    ['5E3', 'a code that becomes a power'],
    ['"Болашақ", мектебі', 'what a reader of CSV takes for a broken quote'],
    ["'=1", 'what looks protected already'],
    ["'000123456789", 'what looks protected already'],
  ])('is written behind an apostrophe: %j, %s', text => {
    expect(protectCell(text)).toBe(`'${text}`);
    expect(isProtected(`'${text}`)).toBe(true);
    expect(unprotectCell(`'${text}`)).toBe(text);
  });

  it.each([
    '',
    'Ахметова',
    '"Болашақ" мектебі',
    "О'Нил",
    "'қосымша",
    "'",
    "''",
    '12',
    '12А',
    '123456789',
    '2027-09-01',
    '01.09.2027',
    'а=б',
    '1–45',
    'Е-497',
    '0',
  ])('is not %j', text => {
    expect(protectCell(text)).toBe(text);
    expect(unprotectCell(text)).toBe(text);
  });

  const piece = fc.constantFrom("'", '=', '+', '-', '0', '12', '850101300123', ' ', '/', 'E', 'а', '\t', '"');
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('')),
  );

  it('comes back unchanged, whatever it is', () => {
    fc.assert(fc.property(text, one => void expect(unprotectCell(protectCell(one))).toBe(one)));
  });

  it('never begins with what starts a formula', () => {
    fc.assert(fc.property(text, one => void expect(protectCell(one)).not.toMatch(/^[=+\-@\t\r\n]/)));
  });

  it('is protected once and not twice by a file that is written again after being read', () => {
    fc.assert(
      fc.property(text, one => {
        const written = protectCell(one);
        expect(protectCell(unprotectCell(written))).toBe(written);
      }),
    );
  });
});
