import type { Dialect, RowAction, Tx } from '../db/dialect.ts';
import type { PackedRows } from '../db/packed-rows.ts';
import { cell, columnsOf, orgsOf, type RowKind, type RowOf, tables } from '../db/tables.ts';
import type { ApprovalReason } from '../domain/operation-problems.ts';
import type { Problem } from '../domain/problem.ts';
import type { OrderLine } from '../domain/territory/order/order-line.ts';
import type { TerritoryPlan } from '../domain/territory/territory-plan.ts';
import { type ChangeNote, describeRow } from './describe-row.ts';
import { hearInterruption } from './hear-interruption.ts';
import { OrgWeights } from './org-weights.ts';
import { PendingRows } from './pending-rows.ts';
import { type Additions, PlanAccount } from './plan-account.ts';
import type { Repair, Summary } from './request.ts';
import type { RowChange } from './row-change.ts';
import type { Weight } from './thresholds.ts';

/** The only way rows reach the database: writes, counts and digests what an operation streams in. */
export class Sink {
  readonly summary: Summary = { read: 0, add: 0, update: 0, remove: 0, unchanged: 0, rejected: 0 };
  readonly problems: Problem[] = [];
  /** what was mended in the input, as the reading tells it */
  repairs: readonly Repair[] = [];
  readonly approvals = new Map<ApprovalReason, number>();
  /** what a change of bindings means for schools; null where it is of another kind */
  territory: TerritoryPlan | null = null;
  /** how the text of an order was read; null where there is none */
  order: readonly OrderLine[] | null = null;
  /** the organisations whose rows are touched */
  readonly orgs = new Set<string>();
  /** for what operations read themselves */
  readonly dialect: Dialect;
  readonly #account: PlanAccount;
  readonly #weights = new OrgWeights();
  readonly #pending = new PendingRows();
  readonly #tx: Tx;
  readonly #options: SinkOptions;
  #beyondRows = false;
  #broken = false;

  constructor(tx: Tx, dialect: Dialect, options: SinkOptions) {
    this.#tx = tx;
    this.dialect = dialect;
    this.#options = options;
    this.#account = new PlanAccount(options.keep, options.keepRows);
  }

  /** The number the change will have in the history. */
  get change(): number {
    return this.#options.change;
  }

  /** Rows added, replaced or removed so far. */
  get touched(): number {
    return this.summary.add + this.summary.update + this.summary.remove;
  }

  /** The plan's digest so far, 64 hexadecimal digits. */
  get digest(): string {
    return this.#account.digest;
  }

  /** The first row changes, to show. */
  get changes(): readonly RowChange[] {
    return this.#account.changes;
  }

  /** Each row's key and digest, kept only for a saved plan. */
  get rows(): ReadonlyMap<string, string> | null {
    return this.#account.rows;
  }

  /** Whether there is an error that no row is to blame for: leaving rows out does not mend it. */
  get beyondRows(): boolean {
    return this.#beyondRows;
  }

  get weights(): Weight[] {
    return this.#weights.all();
  }

  /** Whether the plan may still be written: an error in the input makes every further write pointless. */
  get #writing(): boolean {
    return this.#options.skipInvalid || !this.#broken;
  }

  /** Counts rows of the input. */
  read(rows = 1): void {
    this.summary.read += rows;
  }

  /** Reports a problem; an error rejects the change. */
  problem(...problems: readonly Problem[]): void {
    this.problemsOf(problems);
  }

  /** The same for very many. */
  problemsOf(problems: readonly Problem[]): void {
    for (const found of problems) {
      this.problems.push(found);
      if (found.severity !== 'error') continue;
      this.#broken = true;
      this.#beyondRows ||= (found.where?.record ?? null) === null;
    }
  }

  /** Counts a row of the input that cannot be used, with all its problems. */
  reject(problems: readonly Problem[]): void {
    this.summary.rejected += 1;
    this.problem(...problems);
  }

  /** Says how many rows an organisation has, for the thresholds. */
  population(org: string, rows: number): void {
    this.#weights.population(org, rows);
  }

  /** Adds or replaces a row; equal rows are only counted. `before` is the row as stored, with its change. */
  put<K extends RowKind>(
    kind: K,
    before: (RowOf[K] & { change: number }) | null,
    after: RowOf[K],
    note: ChangeNote = {},
  ): void {
    if (before === null) {
      this.#take('add', describeRow('add', kind, null, after, note), null, note);
      return;
    }
    if (columnsOf(kind).every(column => cell(before, column) === cell(after, column))) {
      this.summary.unchanged += 1;
      return;
    }
    const action = note.removal ? 'remove' : 'update';
    this.#take('update', describeRow(action, kind, before, after, note), before.change, note);
  }

  /** Takes a row away. */
  remove<K extends RowKind>(kind: K, before: RowOf[K] & { change: number }, note: ChangeNote = {}): void {
    this.#take('remove', describeRow('remove', kind, before, null, note), before.change, note);
  }

  /** Counts rows that are stored just as the input has them. */
  unchanged(rows: number): void {
    this.summary.unchanged += rows;
  }

  /** Which of some rows are not stored just so, with what is stored; a null in them says nothing. */
  async findUnlike(kind: RowKind, rows: PackedRows) {
    const unlike = await this.dialect.findUnlike(this.#tx, tables[kind], rows);
    await hearInterruption(this.#options.signal);
    return unlike;
  }

  /** Adds many rows and writes them: some thousands, for nothing is heard meanwhile. */
  async addAll<K extends RowKind>(additions: Additions<K>): Promise<void> {
    const { kind, rows } = additions;
    this.summary.add += rows.count;
    for (const owner of additions.owners) this.orgs.add(owner);
    this.#account.noteAdditions(additions);
    if (!this.#writing || rows.count === 0) return;
    await this.dialect.addPacked(this.#tx, tables[kind], rows, this.#options.change);
    await hearInterruption(this.#options.signal);
  }

  #take(store: RowAction, row: RowChange, former: number | null, note: ChangeNote): void {
    this.summary[row.action] += 1;
    for (const one of [row.before, row.after])
      if (one !== null) for (const org of orgsOf(row.kind, one)) this.orgs.add(org);
    this.#account.note(row);
    if (note.approval && store !== 'add')
      this.approvals.set(note.approval, (this.approvals.get(note.approval) ?? 0) + 1);
    if (note.weighs !== undefined) this.#weights.count(note.weighs, row.action);
    this.#pending.add(store, row, former);
  }

  /** Writes what is waiting once a batch is full: operations await it after each batch of their input. */
  async drain(): Promise<void> {
    if (this.#pending.full) await this.flush();
    this.#options.signal.throwIfAborted();
  }

  /** Writes everything that is waiting. */
  async flush(): Promise<void> {
    const { change, signal } = this.#options;
    if (this.#writing) await this.#pending.write(this.#tx, this.dialect, change, signal);
    this.#pending.clear();
    await hearInterruption(signal);
  }
}

export interface SinkOptions {
  readonly change: number;
  readonly skipInvalid: boolean;
  /** how many changes to keep for showing */
  readonly keep: number;
  readonly keepRows: boolean;
  readonly signal: AbortSignal;
}
