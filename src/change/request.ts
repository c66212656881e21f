import type { Tx } from '../db/dialect.ts';
import type { InputField } from '../domain/input-problems.ts';
import type { ApprovalReason } from '../domain/operation-problems.ts';
import type { Problem } from '../domain/problem.ts';
import type { OrderLine } from '../domain/territory/order/order-line.ts';
import type { TerritoryPlan } from '../domain/territory/territory-plan.ts';
import type { RepairCode } from '../domain/text/repair.ts';
import type { RowChange } from './row-change.ts';
import type { SavedPlan } from './saved-plan.ts';
import type { Sink } from './sink.ts';
import type { Allowance } from './thresholds.ts';

export type Outcome = 'applied' | 'planned' | 'unchanged' | 'rejected' | 'needs-approval' | 'partly-applied';

/** What a change is about, for the history; an operation finds it out while it looks its names up. */
export interface Scope {
  readonly org: string | null;
  readonly year: string | null;
}

/** Counts of a change; `read` counts the rows of the input, the others rows of the database. */
export interface Summary {
  read: number;
  add: number;
  update: number;
  remove: number;
  unchanged: number;
  rejected: number;
}

/** How often one repair was made in one column of the input, with the first of its cells. */
export interface Repair {
  readonly code: RepairCode;
  readonly field: InputField;
  readonly count: number;
  readonly first: readonly { line: number; record: number; from: string; to: string }[];
}

/** Reads what it needs through `tx` and streams what should change into `sink`. Runs again, from the start, after an approval. */
export type Operation = (tx: Tx, sink: Sink) => Promise<Scope>;

/** Where a change was made, as the history names it. */
export interface Machine {
  readonly host: string;
  /** the account of the operating system */
  readonly user: string;
  /** the version of Node */
  readonly node: string;
}

/** A file that a change was made from, as the history names it. */
export interface FileFact {
  readonly name: string;
  readonly sha256: string;
}

export interface ChangeRequest {
  readonly command: string;
  /** the command as typed, secrets masked */
  readonly argv: readonly string[];
  /** IIN of who acts */
  readonly actor: string;
  readonly machine: Machine;
  /** the change that this one takes back, null where it takes none back */
  readonly undoes: number | null;
  /** brings the schema up before anything is read; tells whether that changed it, which is a change too */
  readonly prepare?: (tx: Tx) => Promise<boolean>;
  readonly operation: Operation;
  /** asked after the operation has read them */
  readonly files: () => readonly FileFact[];
  readonly dryRun: boolean;
  readonly approved: boolean;
  readonly skipInvalid: boolean;
  readonly allowed: Allowance;
  readonly allChanges: boolean;
  readonly keepPlan: boolean;
  /** apply only if the plan is exactly this one */
  readonly plan: SavedPlan | null;
  readonly waitMs: number;
}

/** Thrown by an operation that has learnt something for which it must begin anew: what it wrote is rolled back. */
export class StartAgain extends Error {
  constructor() {
    super('the operation starts again');
    this.name = 'StartAgain';
  }
}

export interface ChangeResult {
  readonly outcome: Outcome;
  /** number in the history, null when nothing was written */
  readonly change: number | null;
  readonly summary: Summary;
  /** the first hundred, or all on demand */
  readonly changes: readonly RowChange[];
  readonly problems: readonly Problem[];
  /** what was mended in the input without a question, by kind and column */
  readonly repairs: readonly Repair[];
  readonly approvals: readonly { reason: ApprovalReason; count: number }[];
  /** what a change of bindings means for schools; null where it is of another kind */
  readonly territory: TerritoryPlan | null;
  /** how the text of an order was read; null where there is none */
  readonly order: readonly OrderLine[] | null;
  readonly digest: string;
  readonly plan: SavedPlan | null;
}
