import {
  DOCTOR_CHECKS,
  type DoctorCheck,
  type DoctorCheckId,
  type DoctorResult,
  type DoctorVerdict,
  leavesOpen,
  tells,
} from './check.ts';
import { clock } from './checks/clock.ts';
import { configuration } from './checks/configuration.ts';
import { databaseReachable } from './checks/database-reachable.ts';
import { diskSpace } from './checks/disk-space.ts';
import { fileIntact } from './checks/file-intact.ts';
import { fileMode } from './checks/file-mode.ts';
import { guards } from './checks/guards.ts';
import { history } from './checks/history.ts';
import { login } from './checks/login.ts';
import { program } from './checks/program.ts';
import { publicRights } from './checks/public-rights.ts';
import { rowSecurity } from './checks/row-security.ts';
import { schema } from './checks/schema.ts';
import { tiedLogins } from './checks/tied-logins.ts';
import { writeLock } from './checks/write-lock.ts';
import type { DoctorFacts, Obstacle, Section } from './facts.ts';

/** The checks of `doctor`, by id. */
export const doctorChecks: { readonly [I in DoctorCheckId]: DoctorCheck<I> } = {
  program,
  configuration,
  'database-reachable': databaseReachable,
  'file-mode': fileMode,
  'file-intact': fileIntact,
  'disk-space': diskSpace,
  schema,
  'write-lock': writeLock,
  clock,
  history,
  login,
  'tied-logins': tiedLogins,
  'row-security': rowSecurity,
  guards,
  'public-rights': publicRights,
};

/** Runs every check that the facts concern; one that cannot run leaves the others alone. */
export function examine(facts: DoctorFacts): DoctorResult[] {
  return DOCTOR_CHECKS.flatMap(id => {
    const section = facts[id];
    return section === undefined ? [] : [{ id, ...verdictOn(id, section) }];
  });
}

function verdictOn(id: DoctorCheckId, section: Section<unknown>): DoctorVerdict {
  if ('obstacle' in section) return overcome(section.obstacle);
  // The facts of an id are those of its check: the types hold it, a union of calls cannot show it.
  return doctorChecks[id].run(section.value as never);
}

function overcome(obstacle: Obstacle): DoctorVerdict {
  if ('problem' in obstacle) return tells(obstacle.problem);
  if ('needs' in obstacle) return leavesOpen('depends-on', { check: obstacle.needs });
  return leavesOpen('could-not-run', { reason: obstacle.reason });
}
