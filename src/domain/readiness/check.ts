import type { Role } from '../authority/roles.ts';
import type { CheckFindings } from './findings.ts';

/** `not-checked` counts as not ready; `waived` says that the check does not concern this organisation. */
export const CHECK_STATUSES = ['pass', 'warn', 'fail', 'not-checked', 'waived'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

export const DEPARTMENT_CHECKS = [
  'bin-valid',
  'staff-imported',
  'roles-assigned',
  'streets-listed',
  'streets-bound',
  'territory-overlap',
  'territory-gap',
  'window-set',
] as const;
export const SCHOOL_CHECKS = [
  'bin-valid',
  'staff-imported',
  'roles-assigned',
  'territory-bound',
  'territory-reviewed',
  'year-settings-set',
  'year-settings-consistent',
  'executor-appointed',
] as const;
export type CheckId = (typeof DEPARTMENT_CHECKS)[number] | (typeof SCHOOL_CHECKS)[number];

/** What a check found: a code with its arguments, as problems are. */
export type Finding = {
  [C in keyof CheckFindings]: { readonly code: C; readonly args: CheckFindings[C] };
}[keyof CheckFindings];

/** The command that mends a failing check, as its words; the renderer quotes them for a shell. */
export type Fix = readonly string[];

/** What a check says of one organisation. */
export interface Verdict {
  readonly status: CheckStatus;
  readonly finding: Finding;
  readonly fix: Fix | null;
  /** the role that can run the fix, and at which organisation */
  readonly by: { readonly role: Role; readonly org: string } | null;
}

export interface CheckResult extends Verdict {
  readonly id: CheckId;
}

/** One check of the catalogue: pure, from facts to a verdict. */
export interface Check<F> {
  readonly id: CheckId;
  readonly run: (facts: F) => Verdict;
}

type Args<C extends keyof CheckFindings> = CheckFindings[C];

/** A verdict with nothing to mend. */
export function settled<C extends keyof CheckFindings>(
  status: 'pass' | 'waived',
  code: C,
  args: Args<C>,
): Verdict {
  return { status, finding: finding(code, args), fix: null, by: null };
}

/** A verdict with the command that mends it and the office that can run it. */
export function open<C extends keyof CheckFindings>(
  status: 'warn' | 'fail' | 'not-checked',
  code: C,
  args: Args<C>,
  mend: { readonly fix: Fix; readonly role: Role; readonly org: string } | null,
): Verdict {
  const by = mend && { role: mend.role, org: mend.org };
  return { status, finding: finding(code, args), fix: mend?.fix ?? null, by };
}

function finding<C extends keyof CheckFindings>(code: C, args: Args<C>): Finding {
  return { code, args } as Finding;
}
