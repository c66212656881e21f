/** What a cell that should hold a long number holds: only digits, a spreadsheet's `5,12156E+11`, or something else. */
export type NumberShape = 'digits' | 'exponent' | 'other';

/** A spreadsheet's short form of a long number; the Cyrillic Е is what a retyped one has. */
const EXPONENT = /^\d(?:[.,]\d*)?[eеEЕ]\+?\d{1,3}$/;

/** Tells apart the three shapes. An empty text counts as digits: it has none, so its length is what is wrong. */
export function numberShape(value: string): NumberShape {
  for (let i = 0; i < value.length; i++) {
    if (!isDigitAt(value, i)) return EXPONENT.test(value) ? 'exponent' : 'other';
  }
  return 'digits';
}

/** Whether the text is exactly twelve ASCII digits. Allocates nothing: it runs once per row of a national import. */
export function isTwelveDigits(value: string): boolean {
  if (value.length !== 12) return false;
  for (let i = 0; i < 12; i++) if (!isDigitAt(value, i)) return false;
  return true;
}

/**
 * The twelve digits that a spreadsheet may have shortened by dropping leading zeros, or null.
 *
 * Nine digits are the least that can be left: a number never begins with more than three zeros, since the third
 * and fourth digits are a month and only `00` years with months before October have three. Digits that begin with
 * a zero have lost none: a spreadsheet drops them all.
 */
export function withLeadingZeros(digits: string): string | null {
  return digits.length >= 9 && digits.length <= 11 && digits.charAt(0) !== '0'
    ? digits.padStart(12, '0')
    : null;
}

/** The same where it can be nothing else: with one or two zeros. A number that lost three is proposed, not repaired. */
export function withOneOrTwoZeros(text: string): string | null {
  return text.length >= 10 && numberShape(text) === 'digits' ? withLeadingZeros(text) : null;
}

function isDigitAt(value: string, index: number): boolean {
  const code = value.charCodeAt(index);
  return code >= 48 && code <= 57;
}
