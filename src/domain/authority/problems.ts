import type { Service } from '../appointments/services.ts';
import type { Role } from './roles.ts';

/** What can be wrong with a role or an appointment: code → arguments. */
export interface AuthorityProblems {
  'role-unknown': { value: string; allowed: readonly Role[] };
  'service-unknown': { value: string; allowed: readonly Service[] };
  'executor-not-here': { name: string; iin: string; school: string; elsewhere: readonly string[] };
  'executor-left': { name: string; iin: string; school: string };
  'executor-without-role': { name: string; iin: string; school: string; roles: readonly Role[] };
  'executor-is-director': { name: string; school: string };
}
