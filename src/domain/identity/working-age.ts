import { type Problem, warning } from '../problem.ts';
import { iinAge } from './iin.ts';

/** Whole years between which somebody may be at work. Outside them the IIN is most likely another's. */
const YOUNGEST = 16;
const OLDEST = 100;
/** The Labour Code lets nobody be hired before this age, and then only for light work. */
const YOUNGEST_WHEN_HIRED = 14;

/** The warning `age-unusual` for a valid IIN whose bearer is under 16 or over 100 on an ISO date; or null. */
export function unusualAge(iin: string, today: string): Problem | null {
  const age = iinAge(iin, today);
  return age < YOUNGEST || age > OLDEST ? warning('age-unusual', { iin, age }) : null;
}

/** The warning `hired-on-unlikely` for a date after `today` or before the person was 14; or null. ISO dates. */
export function unlikelyHiring(iin: string, hired_on: string, today: string): Problem | null {
  if (hired_on > today) return warning('hired-on-unlikely', { hired_on, age: null });
  const age = iinAge(iin, hired_on);
  return age < YOUNGEST_WHEN_HIRED ? warning('hired-on-unlikely', { hired_on, age }) : null;
}
