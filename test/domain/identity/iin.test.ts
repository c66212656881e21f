import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/identity/check-digit.ts';
import {
  iinBirthDate,
  iinBirthNumber,
  iinSex,
  isIin,
  readIin,
  restoreIinZeros,
} from '../../../src/domain/identity/iin.ts';

describe('reading an IIN', () => {
  it.each([
    ['850714431004', '1985-07-14', 'female'],
    ['850714431509', '1985-07-14', 'female'],
    ['920229331007', '1992-02-29', 'male'],
    ['000229631004', '2000-02-29', 'female'],
    ['090315531202', '2009-03-15', 'male'],
    ['991231131000', '1899-12-31', 'male'],
    ['500101231808', '1850-01-01', 'female'],
  ])('accepts %s, born %s, %s', (iin, born, sex) => {
    expect(readIin(iin)).toEqual({ ok: true, value: iin });
    expect(iinBirthDate(iin)).toBe(born);
    expect(iinSex(iin)).toBe(sex);
  });

  it('drops white space around the number, no-break space too', () => {
    expect(readIin(' \u00a0850714431004\t')).toEqual({ ok: true, value: '850714431004' });
  });

  it.each([
    ['', 'iin-length'],
    ['85071443100', 'iin-length'],
    ['8507144310041', 'iin-length'],
    ["'850714431004", 'iin-digits'],
    ['850714 431004', 'iin-digits'],
    ['850714-431004', 'iin-digits'],
    ['850714\u00a0431004', 'iin-digits'],
    ['٨٥٠٧١٤٤٣١٠٠٤', 'iin-digits'],
    ['-12345678901', 'iin-digits'],
    ['5,12156E+11', 'iin-exponent'],
    ['8.50714E+11', 'iin-exponent'],
    ['8.50714Е+11', 'iin-exponent'],
    ['850714431005', 'iin-check-digit'],
    ['850715431004', 'iin-check-digit'],
    ['850714431560', 'iin-never-issued'],
    ['000813159890', 'iin-never-issued'],
    ['821214240092', 'iin-never-issued'],
    ['940140000385', 'iin-is-bin'],
    ['961141000023', 'iin-is-bin'],
    ['850714031002', 'iin-century'],
    ['850714731005', 'iin-century'],
    ['850231431001', 'iin-date'],
    ['851301431001', 'iin-date'],
    ['850700431001', 'iin-date'],
    ['930229331001', 'iin-date'],
    ['000229431000', 'iin-date'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readIin(text)).toMatchObject({
      ok: false,
      problem: { code, severity: 'error', args: { value: text } },
    });
  });

  it.each([
    ['90315531202', '090315531202'],
    ['229631004', '000229631004'],
  ])('proposes the zeros that a spreadsheet took from %s', (text, proposal) => {
    expect(readIin(text)).toMatchObject({
      ok: false,
      problem: { code: 'iin-zeros-lost', args: { value: text, proposal } },
    });
  });

  it('proposes no zeros before a zero: a spreadsheet drops them all', () => {
    expect(readIin('05031550037')).toMatchObject({ problem: { code: 'iin-length' } });
  });

  it.each([
    ['50315500371', '050315500371'],
    ['1012500378', '001012500378'],
  ])('restores the one or two zeros that %s has lost', (text, iin) => {
    expect(restoreIinZeros(text)).toBe(iin);
  });

  it.each([
    ['of three zeros', '229600371'],
    ['in the 1900s', '50315300379'],
    ['where the check fails', '50315500372'],
    ['where the date is none', '51315500371'],
    ['before a zero', '05031550037'],
    ['of a BIN', '50340000376'],
    ['of a number of nothing', '10'],
    ['of letters', '5031550037a'],
  ])('restores none %s', (_, text) => {
    expect(restoreIinZeros(text)).toBe(text);
  });

  it('tells an IIN at once exactly where the rule accepts it', () => {
    const near = fc.stringMatching(/^[0-9]{2}[01][0-9][0-4][0-9][0-7][0-9]{5}$/);
    const passed = fc.stringMatching(/^[0-9]{2}0[1-9][01][1-9][3-6][0-9]{4}$/).map(prefix => {
      const digit = checkDigit(prefix);
      return `${prefix}${digit ?? 0}`;
    });
    fc.assert(
      fc.property(fc.oneof(near, passed, fc.string({ unit: 'binary', maxLength: 14 })), text => {
        const reading = readIin(text);
        expect(isIin(text)).toBe(reading.ok && reading.value === text);
        if (isIin(text)) expect(iinBirthNumber(text)).toBe(Number(iinBirthDate(text).replaceAll('-', '')));
      }),
      { numRuns: 10_000 },
    );
  });

  it('does not propose zeros where the padded number fails its check', () => {
    expect(readIin('90315531203')).toMatchObject({
      ok: false,
      problem: { code: 'iin-length', args: { digits: 11 } },
    });
  });

  it('never throws, and what it accepts is twelve digits with a date that exists', () => {
    const near = fc.stringMatching(/^[0-9]{4}[0-3][0-9][0-9]{6}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), text => {
        const reading = readIin(text);
        if (!reading.ok) return;
        expect(reading.value).toMatch(/^\d{12}$/);
        const born = iinBirthDate(reading.value);
        expect(new Date(`${born}T00:00:00Z`).toISOString().slice(0, 10)).toBe(born);
      }),
    );
  });
});
