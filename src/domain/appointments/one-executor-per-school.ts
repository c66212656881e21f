import type { Role } from '../authority/roles.ts';
import { type Problem, problem, warning } from '../problem.ts';

/** The person whom the director wants to appoint, as the school's records have them. */
export interface Candidate {
  readonly iin: string;
  /** As it is shown to people. */
  readonly name: string;
  /** Whether this person works at the school now, did once, or never has. */
  readonly employment: 'active' | 'left' | 'never';
  /** Codes of the other organisations where this person works now. */
  readonly elsewhere: readonly string[];
  /** Roles held at the school now. */
  readonly roles: readonly Role[];
}

/** The facts about one appointment at one school to one state service. */
export interface AppointmentFacts {
  /** Code of the school. */
  readonly school: string;
  /** IIN of the executor whom the school has for this service now, or null. */
  readonly current: string | null;
  readonly candidate: Candidate;
  /** IIN of the director who appoints. */
  readonly director: string;
}

/** What the appointment would do. A replacement takes the service from somebody, so a person must approve it. */
export type AppointmentChange =
  | { readonly kind: 'add' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'replace'; readonly former: string };

/**
 * One active executor per school and state service (domain.md, step 9: the director picks the employee who has
 * the executor role): who works at the school now and has that role. That the executor is the director too is
 * allowed, with a warning: nobody is left to oversee the applications.
 *
 * @returns the change and the problems; with an error among them the change must not be carried out
 */
export function decideAppointment(facts: AppointmentFacts): {
  readonly change: AppointmentChange;
  readonly problems: readonly Problem[];
} {
  return { change: changeFor(facts), problems: checkCandidate(facts) };
}

function changeFor({ current, candidate }: AppointmentFacts): AppointmentChange {
  if (current === null) return { kind: 'add' };
  return current === candidate.iin ? { kind: 'unchanged' } : { kind: 'replace', former: current };
}

function checkCandidate({ school, candidate, director }: AppointmentFacts): Problem[] {
  const { iin, name, employment, elsewhere, roles } = candidate;
  // The roles of somebody who does not work here say nothing: only the first reason is worth telling.
  if (employment === 'never') return [problem('executor-not-here', { name, iin, school, elsewhere })];
  if (employment === 'left') return [problem('executor-left', { name, iin, school })];
  const found: Problem[] = [];
  if (!roles.includes('executor')) found.push(problem('executor-without-role', { name, iin, school, roles }));
  if (iin === director || roles.includes('director'))
    found.push(warning('executor-is-director', { name, school }));
  return found;
}
