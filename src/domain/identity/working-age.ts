import { type Problem, warning } from '../problem.ts';
import { dateNumber, isoYear, yearsBetween } from './calendar-date.ts';
import { birthYear, iinBirthNumber } from './iin.ts';

/** Whole years between which somebody may be at work. Outside them the IIN is most likely another's. */
const YOUNGEST = 16;
const OLDEST = 100;
/** The Labour Code lets nobody be hired before this age, and then only for light work. */
const YOUNGEST_WHEN_HIRED = 14;

/** The warning `age-unusual` for a valid IIN whose bearer is under 16 or over 100 on an ISO date; or null. */
export function unusualAge(iin: string, today: string): Problem | null {
  // For nearly everybody the years alone decide.
  const years = isoYear(today) - birthYear(iin);
  if (years > YOUNGEST && years < OLDEST) return null;
  const age = yearsBetween(iinBirthNumber(iin), dateNumber(today));
  return age < YOUNGEST || age > OLDEST ? warning('age-unusual', { iin, age }) : null;
}

/** The warning `hired-on-unlikely` for a date after `today` or before the person was 14; or null. ISO dates. */
export function unlikelyHiring(iin: string, hired_on: string, today: string): Problem | null {
  const year = isoYear(hired_on);
  if (year < isoYear(today) && year - birthYear(iin) > YOUNGEST_WHEN_HIRED) return null;
  const hired = dateNumber(hired_on);
  if (hired > dateNumber(today)) return warning('hired-on-unlikely', { hired_on, age: null });
  const age = yearsBetween(iinBirthNumber(iin), hired);
  return age < YOUNGEST_WHEN_HIRED ? warning('hired-on-unlikely', { hired_on, age }) : null;
}
