import { type Problem, problem, type Reading, warning } from '../problem.ts';
import { numberShape } from './number-shape.ts';

/** A number that was read, with what is odd about it, or the reason why it was not. */
export type PhoneReading =
  | { readonly ok: true; readonly value: string; readonly warnings: readonly Problem[] }
  | Extract<Reading<string>, { ok: false }>;

/** Blanks of every kind, hyphens and dashes, brackets and dots: what people put between the digits. */
const SEPARATORS = /[\s().\-\u2010-\u2015\u2212]+/gu;
const DIGITS = /^\+?\d+$/;
const PLUS = 43;
const ZERO = 48;
const SEVEN = 55;
const NINE = 57;
const NO_WARNINGS: readonly Problem[] = [];

/**
 * Reads one telephone number: `+7 701 761 9108`, `+7 (777) 666-02-95`, `8 (7112) 50-86-31`, `87051528593`,
 * and `77051528593`, which is what a spreadsheet leaves of `+7…`.
 *
 * @returns E.164, `+7` and ten digits. Russian numbers (`+7 9…`, and the area codes 3, 4, 8) are read with the
 * warning `phone-russian`; codes that nobody has (0, 1, 2, 5) are refused. Ten digits without 7 or 8 in front
 * are refused as well: which country they belong to is a guess.
 */
export function readPhone(text: string): PhoneReading {
  const value = text.trim();
  if (numberShape(value) === 'exponent') return refused(problem('phone-exponent', { value }));
  const number = value.replace(SEPARATORS, '');
  if (!DIGITS.test(number)) return refused(problem('phone-malformed', { value }));
  const international = number.startsWith('+');
  const digits = international ? number.slice(1) : number;
  if (!hasPrefix(digits, international)) return refused(problem('phone-prefix', { value }));
  if (digits.length !== 11) return refused(problem('phone-length', { value, digits: digits.length }));
  const e164 = `+7${digits.slice(1)}`;
  switch (digits.charAt(1)) {
    case '6':
    case '7':
      return { ok: true, value: e164, warnings: NO_WARNINGS };
    case '3':
    case '4':
    case '8':
    case '9':
      return { ok: true, value: e164, warnings: [warning('phone-russian', { value })] };
    default:
      return refused(problem('phone-unassigned', { value }));
  }
}

/** Whether the text is a Kazakhstan number as it is stored, `+7` and ten digits beginning with 6 or 7. */
export function isStoredPhone(text: string): boolean {
  if (text.length !== 12 || text.charCodeAt(0) !== PLUS || text.charCodeAt(1) !== SEVEN) return false;
  const operator = text.charCodeAt(2);
  if (operator !== SEVEN && operator !== SEVEN - 1) return false;
  for (let i = 3; i < 12; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

/** A number without `+` that is too short says so by its length; only a full one is judged by its first digit. */
function hasPrefix(digits: string, international: boolean): boolean {
  const first = digits.charAt(0);
  if (international) return first === '7';
  return first === '7' || first === '8' || digits.length < 11;
}

function refused(found: Problem): PhoneReading {
  return { ok: false, problem: found };
}
