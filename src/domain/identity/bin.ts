import { type Problem, problem, type Reading } from '../problem.ts';
import { checkDigit } from './check-digit.ts';
import { isTwelveDigits, numberShape, withLeadingZeros, withOneOrTwoZeros } from './number-shape.ts';

/**
 * Reads the 12-digit number of a legal entity (BIN, БСН, БИН).
 *
 * Layout: YYMM of registration, kind of entity 4–6, head office or branch 0–3, five serial digits, a check digit.
 * Only white space around the number is dropped; anything else in it is a problem, not a repair.
 *
 * @returns the twelve digits, or one of the `bin-…` problems
 */
export function readBin(text: string): Reading<string> {
  const value = text.trim();
  const fault = binFault(value);
  return fault === null ? { ok: true, value } : { ok: false, problem: fault };
}

/** What is wrong with a BIN, or null. */
export function binFault(value: string): Problem | null {
  if (!isTwelveDigits(value)) return shapeFault(value);
  const expected = checkDigit(value);
  if (expected === null) return problem('bin-never-issued', { value });
  const checks = Number(value.charAt(11)) === expected;
  const kind = value.charAt(4);
  if (kind < '4' || kind > '6') {
    // In an IIN the fifth digit begins the day of birth: 0 to 3.
    return kind < '4' && checks
      ? problem('bin-is-iin', { value })
      : problem('bin-kind', { value, digit: kind });
  }
  const month = Number(value.slice(2, 4));
  if (month < 1 || month > 12) return problem('bin-month', { value });
  const office = value.charAt(5);
  if (office > '3') return problem('bin-office', { value, digit: office });
  return checks ? null : problem('bin-check-digit', { value });
}

/** Whether the text is a valid BIN and nothing else. */
export function isBin(text: string): boolean {
  return binFault(text) === null;
}

/**
 * Gives a BIN registered in 2000–2009 back the one or two zeros that a spreadsheet dropped, where it then passes
 * every check; any other text comes back as it is.
 */
export function restoreBinZeros(text: string): string {
  const padded = withOneOrTwoZeros(text);
  return padded !== null && isBin(padded) ? padded : text;
}

function shapeFault(value: string): Problem {
  const shape = numberShape(value);
  if (shape === 'exponent') return problem('bin-exponent', { value });
  if (shape === 'other') return problem('bin-digits', { value });
  const proposal = withLeadingZeros(value);
  return proposal !== null && binFault(proposal) === null
    ? problem('bin-zeros-lost', { value, proposal })
    : problem('bin-length', { value, digits: value.length });
}
