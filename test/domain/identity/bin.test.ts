import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBin, readBin, restoreBinZeros } from '../../../src/domain/identity/bin.ts';

describe('reading a BIN', () => {
  it.each(['940140000385', '950341000052', '961141000023', '070941024691'])('accepts %s', bin => {
    expect(readBin(` ${bin}\u00a0`)).toEqual({ ok: true, value: bin });
  });

  it.each([
    ['', 'bin-length'],
    ['9401400003855', 'bin-length'],
    ['94014000038', 'bin-length'],
    ['9401 40000385', 'bin-digits'],
    ['БСН 940140000385', 'bin-digits'],
    ['9,4014E+11', 'bin-exponent'],
    ['000813159890', 'bin-never-issued'],
    ['821214240092', 'bin-never-issued'],
    ['850714431004', 'bin-is-iin'],
    ['850714431005', 'bin-kind'],
    ['940170000384', 'bin-kind'],
    ['940040000384', 'bin-month'],
    ['941340000384', 'bin-month'],
    ['940144000389', 'bin-office'],
    ['940140000386', 'bin-check-digit'],
    ['940240000385', 'bin-check-digit'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readBin(text)).toMatchObject({
      ok: false,
      problem: { code, severity: 'error', args: { value: text } },
    });
  });

  it('proposes the zero that a spreadsheet took', () => {
    expect(readBin('70941024691')).toMatchObject({
      ok: false,
      problem: { code: 'bin-zeros-lost', args: { value: '70941024691', proposal: '070941024691' } },
    });
  });

  it.each([
    ['70941024691', '070941024691'],
    ['50340000376', '050340000376'],
    ['1140000372', '001140000372'],
  ])('restores the zeros that %s has lost', (text, bin) => {
    expect(restoreBinZeros(text)).toBe(bin);
    expect(isBin(bin)).toBe(true);
  });

  it.each(['240000373', '70941024692', '07094102469', '50315500371'])('restores none in %s', text => {
    expect(restoreBinZeros(text)).toBe(text);
    expect(isBin(text)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof readBin(text).ok === 'boolean'));
  });
});
