import { type Problem, problem, type Reading } from '../problem.ts';

/** An academic year as it is written and stored: `2027-2028`. */
export type AcademicYear = `${number}-${number}`;

const NOTATION = /^(\d{4})\s?[-\u2010-\u2015\u2212]\s?(\d{4})$/u;

/**
 * Reads an academic year. Any dash is taken for the hyphen; a slash is not.
 *
 * @returns `2027-2028`; `year-malformed` for another notation or a year outside 2000–2199,
 * `year-not-consecutive` if the second year is not the first one plus one
 */
export function readAcademicYear(text: string): Reading<AcademicYear> {
  const value = text.trim();
  const [, first, second] = NOTATION.exec(value) ?? [];
  const year = Number(first);
  if (first === undefined || year < 2000 || year > 2199) return refused(problem('year-malformed', { value }));
  const proposal = startingIn(year);
  if (Number(second) !== year + 1) return refused(problem('year-not-consecutive', { value, proposal }));
  return { ok: true, value: proposal };
}

/** The academic year that follows. */
export function nextYear(year: AcademicYear): AcademicYear {
  return startingIn(firstCalendarYear(year) + 1);
}

/** The calendar year in which the academic year starts, and in which its intake runs: 2027 of `2027-2028`. */
export function firstCalendarYear(year: AcademicYear): number {
  return Number(year.slice(0, 4));
}

function startingIn(first: number): AcademicYear {
  return `${first}-${first + 1}`;
}

function refused(found: Problem): Reading<AcademicYear> {
  return { ok: false, problem: found };
}
