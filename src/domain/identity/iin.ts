import { type Problem, problem, type Reading } from '../problem.ts';
import { isCalendarDate } from './calendar-date.ts';
import { checkDigit, firstPassConfirms } from './check-digit.ts';
import { isTwelveDigits, numberShape, withLeadingZeros, withOneOrTwoZeros } from './number-shape.ts';

/**
 * Reads the 12-digit number of a person (IIN, ЖСН, ИИН).
 *
 * Layout: YYMMDD of birth, a digit for century and sex, four serial digits, a check digit.
 * Only white space around the number is dropped; anything else in it is a problem, not a repair.
 *
 * @returns the twelve digits, or one of the `iin-…` problems
 */
export function readIin(text: string): Reading<string> {
  const value = text.trim();
  const fault = iinFault(value);
  return fault === null ? { ok: true, value } : { ok: false, problem: fault };
}

/** What is wrong with an IIN, or null. Nothing is allocated for a good one. */
export function iinFault(value: string): Problem | null {
  if (!isTwelveDigits(value)) return shapeFault(value);
  const expected = checkDigit(value);
  if (expected === null) return problem('iin-never-issued', { value });
  const checks = digitAt(value, 11) === expected;
  // A fifth digit from 4 to 6 would be a day of birth after the 39th, and is how a BIN shows itself.
  const fifth = digitAt(value, 4);
  if (fifth >= 4 && fifth <= 6 && checks) return problem('iin-is-bin', { value });
  const century = digitAt(value, 6);
  if (century < 1 || century > 6) return problem('iin-century', { value });
  if (!hasBirthDate(value)) return problem('iin-date', { value });
  return checks ? null : problem('iin-check-digit', { value });
}

/** Whether the text is a valid IIN and nothing else. */
export function isIin(text: string): boolean {
  return firstPassConfirms(text) ? hasBirthDate(text) : iinFault(text) === null;
}

/**
 * Gives an IIN of somebody born in the 2000s back the one or two zeros that a spreadsheet dropped, where the date
 * and the check digit then pass; any other text comes back as it is. An IIN of the 1900s begins with a zero too,
 * but whoever has one is over a hundred: there it is likelier that another digit is missing.
 */
export function restoreIinZeros(text: string): string {
  const padded = withOneOrTwoZeros(text);
  return padded !== null && padded.charAt(6) >= '5' && isIin(padded) ? padded : text;
}

/** The date of birth in a valid IIN, ISO `YYYY-MM-DD`. */
export function iinBirthDate(iin: string): string {
  return `${birthYear(iin)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
}

/** The date of birth in a valid IIN as the number YYYYMMDD (`dateNumber`). Allocates nothing. */
export function iinBirthNumber(iin: string): number {
  return birthYear(iin) * 10_000 + pairAt(iin, 2) * 100 + pairAt(iin, 4);
}

/** The sex in a valid IIN: an odd seventh digit is a man's. */
export function iinSex(iin: string): 'male' | 'female' {
  return digitAt(iin, 6) % 2 === 1 ? 'male' : 'female';
}

/** Whether twelve digits begin with an existing date of a century that there is. */
function hasBirthDate(value: string): boolean {
  const century = digitAt(value, 6);
  return century >= 1 && century <= 6 && isCalendarDate(birthYear(value), pairAt(value, 2), pairAt(value, 4));
}

function shapeFault(value: string): Problem {
  const shape = numberShape(value);
  if (shape === 'exponent') return problem('iin-exponent', { value });
  if (shape === 'other') return problem('iin-digits', { value });
  const proposal = withLeadingZeros(value);
  return proposal !== null && iinFault(proposal) === null
    ? problem('iin-zeros-lost', { value, proposal })
    : problem('iin-length', { value, digits: value.length });
}

/** The year of birth in a valid IIN. Seventh digit: 1, 2 are the 1800s, 3, 4 the 1900s, 5, 6 the 2000s. */
export function birthYear(iin: string): number {
  return 1800 + 100 * ((digitAt(iin, 6) - 1) >> 1) + pairAt(iin, 0);
}

function pairAt(value: string, index: number): number {
  return digitAt(value, index) * 10 + digitAt(value, index + 1);
}

function digitAt(value: string, index: number): number {
  return value.charCodeAt(index) - 48;
}
