import { problem, type Reading } from '../problem.ts';

const WHOLE = /^[-\u2212]?\d{1,15}$/u;

/** More pupils, places or classes than any school has: what is above is a slip of the keyboard. */
export const LARGEST_COUNT = 100_000;

/** Whether a number may be stored as a count: a whole one from 1 to `LARGEST_COUNT`. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= LARGEST_COUNT;
}

/**
 * Reads a whole number, such as a count of pupils: digits alone, no blanks, fraction or exponent.
 *
 * @param min the least that is allowed
 * @returns the number; `number-malformed`, `number-below`, or `number-above` beyond `LARGEST_COUNT`
 */
export function readWholeNumber(text: string, min: number): Reading<number> {
  const value = text.trim();
  if (!WHOLE.test(value)) return { ok: false, problem: problem('number-malformed', { value }) };
  const number = Number(value.replace('\u2212', '-'));
  if (number < min) return { ok: false, problem: problem('number-below', { value, min }) };
  if (number > LARGEST_COUNT)
    return { ok: false, problem: problem('number-above', { value, max: LARGEST_COUNT }) };
  return { ok: true, value: number };
}
