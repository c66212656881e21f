import type { AccessProblems } from './authority/access-problems.ts';
import type { AuthorityProblems } from './authority/problems.ts';
import type { BackupProblems } from './backup-problems.ts';
import type { EncodingProblems } from './encoding-problems.ts';
import type { HistoryProblems } from './history-problems.ts';
import type { IdentityProblems } from './identity/problems.ts';
import type { InputProblems } from './input-problems.ts';
import type { OperationProblems } from './operation-problems.ts';
import type { SeasonProblems } from './season/problems.ts';
import type { OrderProblems } from './territory/order/problems.ts';
import type { TerritoryProblems } from './territory/problems.ts';
import type { WorkbookProblems } from './workbook-problems.ts';

/** Every code a person can be told, with the arguments its sentences are made from. */
export interface ProblemArgs
  extends AccessProblems,
    AuthorityProblems,
    BackupProblems,
    EncodingProblems,
    HistoryProblems,
    IdentityProblems,
    InputProblems,
    OperationProblems,
    OrderProblems,
    SeasonProblems,
    TerritoryProblems,
    WorkbookProblems {}

export type ProblemCode = keyof ProblemArgs;

/** An error stops the change; a warning is shown and the change goes on. */
export type Severity = 'error' | 'warning';

/** Where in a file a problem sits. `line` is the physical line (from 1) where the record starts, `record` its number after the header (from 1). */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly record: number | null;
  readonly column: string | null;
  readonly value: string | null;
}

/** One finding as a value: no sentence in it; `locales/` chooses the words by `code`. */
export type Problem<C extends ProblemCode = ProblemCode> = {
  [K in C]: {
    readonly code: K;
    readonly severity: Severity;
    readonly args: ProblemArgs[K];
    readonly where?: Place;
  };
}[C];

/** Makes an error of the given code. */
export function problem<C extends ProblemCode>(code: C, args: ProblemArgs[C], where?: Place): Problem {
  return (where ? { code, severity: 'error', args, where } : { code, severity: 'error', args }) as Problem;
}

/** Makes a warning of the given code. */
export function warning<C extends ProblemCode>(code: C, args: ProblemArgs[C], where?: Place): Problem {
  return { ...problem(code, args, where), severity: 'warning' } as Problem;
}

/** A reading that either gives a value or says why not. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** The same where a value may come with something odd about it. */
export type DoubtfulReading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings?: readonly Problem[] }
  | Extract<Reading<T>, { ok: false }>;

/** Problems as people read a file, from top to bottom; what concerns the file as a whole, or no file, comes first. */
export function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  const line = ({ where }: Problem) => where?.line ?? 0;
  return problems.length < 2 ? problems : problems.toSorted((a, b) => line(a) - line(b));
}
