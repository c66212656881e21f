import {
  type Check,
  type CheckId,
  type CheckResult,
  DEPARTMENT_CHECKS,
  open,
  SCHOOL_CHECKS,
} from './check.ts';
import { binValid } from './checks/bin-valid.ts';
import { executorAppointed } from './checks/executor-appointed.ts';
import { rolesAssigned } from './checks/roles-assigned.ts';
import { staffImported } from './checks/staff-imported.ts';
import { streetsBound } from './checks/streets-bound.ts';
import { streetsListed } from './checks/streets-listed.ts';
import { territoryBound } from './checks/territory-bound.ts';
import { territoryGap } from './checks/territory-gap.ts';
import { territoryOverlap } from './checks/territory-overlap.ts';
import { territoryReviewed } from './checks/territory-reviewed.ts';
import { windowSet } from './checks/window-set.ts';
import { yearSettingsConsistent } from './checks/year-settings-consistent.ts';
import { yearSettingsSet } from './checks/year-settings-set.ts';
import type { DepartmentFacts, SchoolFacts } from './facts.ts';

/** The checks of a department, by id. */
export const departmentChecks: {
  readonly [I in (typeof DEPARTMENT_CHECKS)[number]]: Check<DepartmentFacts>;
} = {
  'bin-valid': binValid,
  'staff-imported': staffImported,
  'roles-assigned': rolesAssigned,
  'streets-listed': streetsListed,
  'streets-bound': streetsBound,
  'territory-overlap': territoryOverlap,
  'territory-gap': territoryGap,
  'window-set': windowSet,
};

/** The checks of a school, by id. */
export const schoolChecks: { readonly [I in (typeof SCHOOL_CHECKS)[number]]: Check<SchoolFacts> } = {
  'bin-valid': binValid,
  'staff-imported': staffImported,
  'roles-assigned': rolesAssigned,
  'territory-bound': territoryBound,
  'territory-reviewed': territoryReviewed,
  'year-settings-set': yearSettingsSet,
  'year-settings-consistent': yearSettingsConsistent,
  'executor-appointed': executorAppointed,
};

/** Which checks to run. */
export type Selected = (id: CheckId) => boolean;

/** Runs the selected checks of one organisation, in the order of the nine steps. */
export function checkOrg(facts: DepartmentFacts | SchoolFacts, selected: Selected): CheckResult[] {
  return facts.kind === 'department'
    ? DEPARTMENT_CHECKS.filter(selected).map(id => runCheck(departmentChecks[id], facts))
    : SCHOOL_CHECKS.filter(selected).map(id => runCheck(schoolChecks[id], facts));
}

/** A check that cannot run leaves the others alone, and counts as not ready. */
function runCheck<F>(check: Check<F>, facts: F): CheckResult {
  try {
    return { id: check.id, ...check.run(facts) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: check.id, ...open('not-checked', 'could-not-run', { reason }, null) };
  }
}

/** Ready means: nothing fails, nothing is unchecked; `strict` also allows no warning. */
export function isReady(checks: readonly CheckResult[], strict: boolean): boolean {
  return checks.every(
    ({ status }) => status === 'pass' || status === 'waived' || (status === 'warn' && !strict),
  );
}
