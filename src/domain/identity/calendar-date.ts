import { problem, type Reading } from '../problem.ts';

const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/;
const ZERO = 48;
const HYPHEN = 45;
const DAY_FIRST = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/;

/**
 * Reads a date written `2020-09-01`, `01.09.2020` or `01/09/2020` (the day comes first, never the month).
 *
 * @returns ISO `YYYY-MM-DD`; `date-malformed` for another notation, `date-impossible` for a day that does not
 * exist or a year outside 1800–2199, which can only be a slip
 */
export function readDate(text: string): Reading<string> {
  const value = text.trim();
  const iso = toIso(value);
  if (iso === null) return { ok: false, problem: problem('date-malformed', { value }) };
  const exists = isCalendarDate(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)));
  return exists ? { ok: true, value: iso } : { ok: false, problem: problem('date-impossible', { value }) };
}

/** Whether the text is an existing day in ISO form, `YYYY-MM-DD`, and nothing else. Allocates nothing. */
export function isIsoDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return false;
  // What is no digit makes these NaN, and no calendar has that.
  return isCalendarDate(isoYear(text), twoDigits(text, 5), twoDigits(text, 8));
}

/** An ISO date as the number YYYYMMDD: such numbers compare as the dates do. Allocates nothing. */
export function dateNumber(iso: string): number {
  return isoYear(iso) * 10_000 + twoDigits(iso, 5) * 100 + twoDigits(iso, 8);
}

/** The year of an ISO date. Allocates nothing. */
export function isoYear(iso: string): number {
  return 100 * twoDigits(iso, 0) + twoDigits(iso, 2);
}

/** How many whole years lie between two `dateNumber`s; negative when `to` comes first. */
export function yearsBetween(from: number, to: number): number {
  return Math.floor((to - from) / 10_000);
}

/** Whether the Gregorian calendar has this day, in the years 1800–2199. `month` and `day` count from 1. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - ZERO;
  const ones = text.charCodeAt(index + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

function toIso(value: string): string | null {
  if (YEAR_FIRST.test(value)) return value;
  const [, day, , month, year] = DAY_FIRST.exec(value) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
