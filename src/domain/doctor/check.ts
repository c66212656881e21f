import type { Problem } from '../problem.ts';
import type { DoctorFacts, Section } from './facts.ts';
import type { DoctorFindings } from './findings.ts';

/** The checks of `doctor`, in the order in which one rests on another. */
export const DOCTOR_CHECKS = [
  'program',
  'configuration',
  'database-reachable',
  'file-mode',
  'file-intact',
  'disk-space',
  'schema',
  'write-lock',
  'clock',
  'history',
  'login',
  'tied-logins',
  'row-security',
  'guards',
  'public-rights',
] as const satisfies readonly (keyof DoctorFacts)[];
export type DoctorCheckId = (typeof DOCTOR_CHECKS)[number];

export const DOCTOR_STATUSES = ['pass', 'warn', 'fail', 'not-checked'] as const;
export type DoctorStatus = (typeof DOCTOR_STATUSES)[number];

/** A code with its arguments, or a problem that has its sentences elsewhere. */
export type DoctorFinding =
  | {
      [C in keyof DoctorFindings]: { readonly code: C; readonly args: DoctorFindings[C] };
    }[keyof DoctorFindings]
  | { readonly problem: Problem };

/** What to paste, and where: a command of the program, another one of the shell, or SQL for the server. */
export type DoctorFix =
  | { readonly kind: 'qabyl' | 'shell'; readonly words: readonly string[] }
  | { readonly kind: 'sql'; readonly statement: string };

/** What a failing check keeps the program from; decides the exit code. */
export type DoctorHarm = 'settings' | 'unreachable' | 'forbidden' | 'broken';

export interface DoctorVerdict {
  readonly status: DoctorStatus;
  readonly finding: DoctorFinding;
  readonly fixes: readonly DoctorFix[];
  /** null unless it fails with a finding of its own: a problem has an exit code already */
  readonly harm: DoctorHarm | null;
}

export interface DoctorResult extends DoctorVerdict {
  readonly id: DoctorCheckId;
}

/** What the facts of a check are. */
export type FactsOf<I extends DoctorCheckId> =
  Exclude<DoctorFacts[I], undefined> extends Section<infer T> ? T : never;

/** One check: pure, from facts to a verdict. */
export interface DoctorCheck<I extends DoctorCheckId> {
  readonly id: I;
  readonly run: (facts: FactsOf<I>) => DoctorVerdict;
}

type Code = keyof DoctorFindings;

/** All is as it must be. */
export function passes<C extends Code>(code: C, args: DoctorFindings[C]): DoctorVerdict {
  return { status: 'pass', finding: finding(code, args), fixes: [], harm: null };
}

/** Something is to be looked after, though the program works: the exit code stays 0. */
export function warns<C extends Code>(
  code: C,
  args: DoctorFindings[C],
  ...fixes: readonly DoctorFix[]
): DoctorVerdict {
  return { status: 'warn', finding: finding(code, args), fixes, harm: null };
}

/**
 * The program is kept from its work, or the data lie open.
 * @param harm decides the exit code
 */
export function fails<C extends Code>(
  harm: DoctorHarm,
  code: C,
  args: DoctorFindings[C],
  ...fixes: readonly DoctorFix[]
): DoctorVerdict {
  return { status: 'fail', finding: finding(code, args), fixes, harm };
}

/** For what could not be looked at. */
export function leavesOpen<C extends Code>(code: C, args: DoctorFindings[C]): DoctorVerdict {
  return { status: 'not-checked', finding: finding(code, args), fixes: [], harm: null };
}

/** A problem is told in its own words, with its own cure; a warning does not fail. */
export function tells(problem: Problem): DoctorVerdict {
  const status = problem.severity === 'error' ? 'fail' : 'warn';
  return { status, finding: { problem }, fixes: [], harm: null };
}

function finding<C extends Code>(code: C, args: DoctorFindings[C]): DoctorFinding {
  return { code, args } as DoctorFinding;
}
