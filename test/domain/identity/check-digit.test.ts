import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, firstPassConfirms } from '../../../src/domain/identity/check-digit.ts';

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** The rule as the law words it, with weights spelled out. */
function byTheBook(prefix: string): number | null {
  for (const weights of [FIRST, SECOND]) {
    const remainder = weights.reduce((sum, weight, i) => sum + weight * Number(prefix[i]), 0) % 11;
    if (remainder !== 10) return remainder;
  }
  return null;
}

const prefixes = fc.stringMatching(/^[0-9]{11}$/);

describe('the check digit', () => {
  it('agrees with the rule as worded, for any eleven digits', () => {
    fc.assert(fc.property(prefixes, prefix => checkDigit(prefix) === byTheBook(prefix)));
  });

  it.each([
    ['94014000038', 5, 'first'],
    ['96114100002', 3, 'second'],
    ['85071443150', 9, 'second'],
    ['00081315989', null, 'neither'],
    ['82121424009', null, 'neither'],
  ])('of %s is %s, by the %s pass', (prefix, digit, _pass) => {
    expect(checkDigit(prefix)).toBe(digit);
  });

  it('is confirmed at once exactly where the first pass gives it', () => {
    // `:` follows 9, and would be the tenth digit.
    const last = fc.constantFrom(...'0123456789:/');
    fc.assert(
      fc.property(prefixes, last, (prefix, digit) => {
        const right = byTheBookPass(prefix) === 'first' && String(byTheBook(prefix)) === digit;
        expect(firstPassConfirms(`${prefix}${digit}`)).toBe(right);
      }),
      { numRuns: 5_000 },
    );
    for (const text of ['', '94014000038', '9401400003855', '9401400003x5', '94014000038五'])
      expect(firstPassConfirms(text)).toBe(false);
  });

  it('catches every slip in one of the first ten digits', () => {
    fc.assert(
      fc.property(prefixes, fc.nat(9), fc.integer({ min: 1, max: 9 }), (prefix, at, by) => {
        fc.pre(byTheBookPass(prefix) === 'first');
        const slipped = `${prefix.slice(0, at)}${(Number(prefix[at]) + by) % 10}${prefix.slice(at + 1)}`;
        fc.pre(byTheBookPass(slipped) === 'first');
        return checkDigit(slipped) !== checkDigit(prefix);
      }),
    );
  });
});

function byTheBookPass(prefix: string): 'first' | 'later' {
  return FIRST.reduce((sum, weight, i) => sum + weight * Number(prefix[i]), 0) % 11 === 10
    ? 'later'
    : 'first';
}
