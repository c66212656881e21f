import { type Problem, problem, warning } from '../problem.ts';
import { type AcademicYear, firstCalendarYear } from './academic-year.ts';
import { isCount, LARGEST_COUNT } from './whole-number.ts';

/**
 * What a department sets for one season of admission to grade 1. Dates are ISO `YYYY-MM-DD`.
 * Every one of these has changed before and differs by region, so nothing else in the program may name a date or a cap.
 */
export interface SeasonRules {
  /** First day on which documents are accepted. */
  readonly opens: string;
  /** Last day on which documents are accepted. */
  readonly closes: string;
  /** The order of enrolment is signed no earlier than this day. */
  readonly order_from: string;
  /** First day of study. */
  readonly study_starts: string;
  /** Pupils in a class; above it a warning. */
  readonly class_size_norm: number;
  /** Pupils in a class; above it an error. */
  readonly class_size_max: number;
  /** Children from the territory who are enrolled for each one from outside it, once places are left over. */
  readonly inside_per_outside: number;
}

export const SEASON_DATES = ['opens', 'closes', 'order_from', 'study_starts'] as const;
export type SeasonDate = (typeof SEASON_DATES)[number];

export const SEASON_CAPS = ['class_size_norm', 'class_size_max', 'inside_per_outside'] as const;
export type SeasonCap = (typeof SEASON_CAPS)[number];

/**
 * The season as it is where a department sets nothing.
 *
 * Order 564 of 12.10.2018 with later amendments (the model rules of admission): documents from 1 April to
 * 31 August, the order of enrolment no earlier than 25 August, three from the territory before one from outside.
 * Study starts on 1 September. Class size by usage: 25 is the norm, overcrowded cities run 30 to 36.
 */
export function defaultSeasonRules(year: AcademicYear): SeasonRules {
  const first = firstCalendarYear(year);
  return {
    opens: `${first}-04-01`,
    closes: `${first}-08-31`,
    order_from: `${first}-08-25`,
    study_starts: `${first}-09-01`,
    class_size_norm: 25,
    class_size_max: 36,
    inside_per_outside: 3,
  };
}

/**
 * What is wrong with a department's season. The dates must already be dates (`readDate`).
 *
 * Errors: a date outside the calendar year in which the academic year starts, a window that closes before it
 * opens, an order of enrolment before the window opens or after study starts, a cap that is not a whole number
 * from 1 to `LARGEST_COUNT`, a norm above the maximum. A window that runs into the school year is a warning: it has been done.
 */
export function checkSeasonRules(rules: SeasonRules, year: AcademicYear): Problem[] {
  return [...checkDates(rules, firstCalendarYear(year)), ...checkCaps(rules)];
}

function checkDates(rules: SeasonRules, year: number): Problem[] {
  const { opens, closes, order_from, study_starts } = rules;
  const found = SEASON_DATES.filter(field => rules[field].slice(0, 4) !== `${year}`).map(field =>
    problem('season-date-year', { field, date: rules[field], year }),
  );
  // ISO dates sort as text.
  if (closes < opens) found.push(problem('season-closes-first', { opens, closes }));
  if (order_from < opens) found.push(problem('season-order-early', { order_from, opens }));
  if (order_from > study_starts) found.push(problem('season-order-late', { order_from, study_starts }));
  if (closes >= study_starts) found.push(warning('season-closes-after-study', { closes, study_starts }));
  return found;
}

function checkCaps(rules: SeasonRules): Problem[] {
  const found = SEASON_CAPS.filter(field => !isCount(rules[field])).map(field =>
    problem('season-cap', { field, value: rules[field], max: LARGEST_COUNT }),
  );
  const { class_size_norm: norm, class_size_max: max } = rules;
  if (norm > max) found.push(problem('season-norm-above-max', { norm, max }));
  return found;
}
