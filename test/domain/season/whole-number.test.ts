import { describe, expect, it } from 'vitest';
import { readWholeNumber } from '../../../src/domain/season/whole-number.ts';

describe('reading a whole number', () => {
  it.each([
    ['1', 1],
    [' 075 ', 75],
    ['100000', 100_000],
  ])('reads «%s»', (text, value) => {
    expect(readWholeNumber(text, 1)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'number-malformed'],
    ['25,5', 'number-malformed'],
    ['25.0', 'number-malformed'],
    ['1 200', 'number-malformed'],
    ['2e3', 'number-malformed'],
    ['жиырма бес', 'number-malformed'],
    ['٢٥', 'number-malformed'],
    ['0', 'number-below'],
    ['-5', 'number-below'],
    ['−5', 'number-below'],
    ['100001', 'number-above'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readWholeNumber(text, 1)).toMatchObject({ ok: false, problem: { code, args: { value: text } } });
  });

  it('takes the least that the caller allows', () => {
    expect(readWholeNumber('0', 0)).toEqual({ ok: true, value: 0 });
    expect(readWholeNumber('4', 5)).toMatchObject({ problem: { code: 'number-below', args: { min: 5 } } });
  });
});
