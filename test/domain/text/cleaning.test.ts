import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropNumberApostrophe } from '../../../src/domain/text/apostrophe.ts';
import { cleanBlanks } from '../../../src/domain/text/blanks.ts';
import { controlCharacters } from '../../../src/domain/text/control-characters.ts';
import { shortened } from '../../../src/domain/text/shortened.ts';
import { growth, LINEAR } from '../../support/work.ts';

describe('removing blanks', () => {
  it.each([
    [' Ахметова\u00a0', 'Ахметова'],
    ['Ахметова \t Әлия', 'Ахметова Әлия'],
    ['учитель\r\nначальных классов', 'учитель начальных классов'],
    ['Ер\u200bлан\u00ad', 'Ерлан'],
    ['\u202a+7 701 761 91 08\u202c', '+7 701 761 91 08'],
    ['и\u200b\u0306', 'й'],
    ['\u200b \u00a0', ''],
  ])('makes %j %j', (text, value) => {
    expect(cleanBlanks(text)).toBe(value);
  });

  it('is done after one time', () => {
    const unit = fc.constantFrom(' ', '\u00a0', '\n', '\u200b', '\u00ad', 'и', '\u0306', 'ә');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), text => {
        const once = cleanBlanks(text);
        expect(cleanBlanks(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes work that grows with the blanks', () => {
    const text = (size: number) => `${' '.repeat(size)}а${' \u200b'.repeat(size / 2)}`;
    expect(growth(size => cleanBlanks(text(size)), 50_000)).toBeLessThan(LINEAR);
  });
});

describe('the apostrophe before a number', () => {
  it.each([
    ["'850101300123", '850101300123'],
    ['’850101300123', '850101300123'],
    ['`850101300123', '850101300123'],
    ["' 850101300123", '850101300123'],
    ["'+77017619108", '+77017619108'],
    ["'(7112) 50", '(7112) 50'],
  ])('is dropped from %s', (text, value) => {
    expect(dropNumberApostrophe(text)).toBe(value);
  });

  it.each(["''850101300123", "850101300123'", "8'50101300123", "'Абай", "'"])(
    'is no such thing in %s',
    text => {
      expect(dropNumberApostrophe(text)).toBe(text);
    },
  );
});

it.each([
  ['таза мәтін\tбөлінген\r\nекі жол', null],
  ['\u001b[31mқызыл\u0007\u001b', ['U+001B', 'U+0007']],
  ['\u007f', ['U+007F']],
  ['\u0085\u009f', ['U+0085', 'U+009F']],
])('control characters of %j are %j', (text, found) => {
  expect(controlCharacters(text)).toEqual(found);
});

it.each([
  ['абв', 3, 'абв'],
  ['абвг', 3, 'абв…'],
  ['аб😀г', 3, 'аб…'],
])('%s shortened to %i is %s', (text, limit, value) => {
  expect(shortened(text, limit)).toBe(value);
});
