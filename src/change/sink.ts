import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dialect, RowAction, Tx } from '../db/dialect.ts';
import { insertFormerRows } from '../db/history.ts';
import { type RowColumns, rowAt } from '../db/row-columns.ts';
import {
  cell,
  columnsOf,
  ownerOf,
  type Row,
  type RowKind,
  type RowOf,
  rowKey,
  rowKinds,
  tables,
} from '../db/tables.ts';
import type { ApprovalReason } from '../domain/operation-problems.ts';
import type { Problem } from '../domain/problem.ts';
import { SumDigest } from './digest.ts';
import type { Repair } from './request.ts';
import { addedRowDigest, type RowChange, rowDigest } from './row-change.ts';
import type { Weight } from './thresholds.ts';

/** What an operation may add to one change. */
export interface ChangeNote {
  /** why a person must approve it, where it replaces or removes something */
  readonly approval?: ApprovalReason;
  /** the organisation whose thresholds it counts against */
  readonly weighs?: string;
  /** the row as people call it */
  readonly label?: string;
  /** shown as a removal although the row stays */
  readonly removal?: boolean;
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

/** Rows waiting for one statement; a batch keeps round trips few and memory flat. */
const BATCH = 2000;

/** Many rows that nobody has yet. */
export interface Additions<K extends RowKind> {
  readonly kind: K;
  readonly rows: RowColumns;
  /** which of them, in the order that suits the index of the table's key */
  readonly order: Uint32Array;
  /** the sum of their digests where another thread has reckoned it */
  readonly digest: Uint32Array | null;
  /** the organisations they belong to */
  readonly owners: Iterable<string>;
  readonly label: (row: RowOf[K]) => string;
}

interface Pending {
  rows: Row[];
  formers: { row: RowChange; former: number }[];
}

/** The only way rows reach the database: writes, counts and digests what an operation streams in. */
export class Sink {
  readonly summary: Summary = { read: 0, add: 0, update: 0, remove: 0, unchanged: 0, rejected: 0 };
  readonly problems: Problem[] = [];
  readonly changes: RowChange[] = [];
  /** what was mended in the input, as the reading tells it */
  repairs: readonly Repair[] = [];
  readonly approvals = new Map<ApprovalReason, number>();
  /** the organisations whose rows are touched */
  readonly orgs = new Set<string>();
  /** each row's key and digest, kept only for a saved plan */
  readonly rows: Map<string, string> | null;
  readonly #digest = new SumDigest();
  readonly #weights = new Map<string, { population: number; removals: number; changes: number }>();
  readonly #pending = new Map<string, Pending>();
  readonly #tx: Tx;
  readonly #dialect: Dialect;
  readonly #options: SinkOptions;
  #waiting = 0;
  #beyondRows = false;
  #broken = false;

  constructor(tx: Tx, dialect: Dialect, options: SinkOptions) {
    this.#tx = tx;
    this.#dialect = dialect;
    this.#options = options;
    this.rows = options.keepRows ? new Map() : null;
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
    return this.#digest.toString();
  }

  /** Whether there is an error that no row is to blame for: leaving rows out does not mend it. */
  get beyondRows(): boolean {
    return this.#beyondRows;
  }

  get weights(): Weight[] {
    return [...this.#weights].map(([org, weight]) => ({ org, ...weight }));
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
    this.#weightOf(org).population = rows;
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
  findUnlike(kind: RowKind, rows: RowColumns, order: Uint32Array) {
    return this.#dialect.findUnlike(this.#tx, tables[kind], rows, order);
  }

  /** How many rows are best compared at once. */
  get bulkRows(): number {
    return this.#dialect.bulkRows;
  }

  /** Adds many rows and writes them; what waits on them is flushed later. */
  async addAll<K extends RowKind>(additions: Additions<K>): Promise<void> {
    const { kind, rows, order } = additions;
    this.summary.add += order.length;
    for (const owner of additions.owners) this.orgs.add(owner);
    this.#noteAdditions(additions);
    if (!this.#writing) return;
    const { bulkRows } = this.#dialect;
    for (let at = 0; at < order.length; at += bulkRows) {
      const part = order.subarray(at, at + bulkRows);
      await this.#dialect.addColumns(this.#tx, tables[kind], rows, part, this.#options.change);
      await this.#listen();
    }
  }

  /** Digests them, and keeps the first ones of the file to show. */
  #noteAdditions<K extends RowKind>({ kind, rows, order, digest, label }: Additions<K>): void {
    const room = this.#options.keep - this.changes.length;
    if (room > 0)
      for (const i of order.toSorted().subarray(0, Math.min(room, order.length))) {
        const row = rowAt(rows, columnsOf(kind), i) as RowOf[K];
        this.changes.push(describeRow('add', kind, null, row, { label: label(row) }));
      }
    if (digest && this.rows === null) {
      this.#digest.addWords(digest);
      return;
    }
    for (const i of order) {
      const own = addedRowDigest(kind, rows, i);
      this.#digest.add(own);
      this.rows?.set(`${kind} ${rowKey(kind, rowAt(rows, tables[kind].key, i))}`, planMark(own));
    }
  }

  #take(store: RowAction, row: RowChange, former: number | null, note: ChangeNote): void {
    this.summary[row.action] += 1;
    const owner = ownerOf(row.kind, (row.after ?? row.before) as Row);
    if (owner !== null) this.orgs.add(owner);
    const digest = rowDigest(row);
    this.#digest.add(digest);
    this.rows?.set(`${row.kind} ${row.key}`, planMark(digest));
    if (this.changes.length < this.#options.keep) this.changes.push(row);
    if (note.approval && store !== 'add')
      this.approvals.set(note.approval, (this.approvals.get(note.approval) ?? 0) + 1);
    if (note.weighs !== undefined && row.action !== 'add') {
      const weight = this.#weightOf(note.weighs);
      weight.changes += 1;
      if (row.action === 'remove') weight.removals += 1;
    }
    const name = `${row.kind} ${store}`;
    const pending = this.#pending.get(name) ?? { rows: [], formers: [] };
    this.#pending.set(name, pending);
    pending.rows.push((store === 'remove' ? row.before : row.after) as Row);
    if (former !== null) pending.formers.push({ row, former });
    this.#waiting += 1;
  }

  /** Writes what is waiting once a batch is full: operations await it after each batch of their input. */
  async drain(): Promise<void> {
    if (this.#waiting >= BATCH) await this.flush();
    this.#options.signal.throwIfAborted();
  }

  /** Writes everything that is waiting: parents before children, removals the other way round. */
  async flush(): Promise<void> {
    if (this.#writing) {
      for (const kind of [...rowKinds].reverse()) await this.#write(kind, 'remove');
      for (const kind of rowKinds) await this.#write(kind, 'update');
      for (const kind of rowKinds) await this.#write(kind, 'add');
    }
    this.#pending.clear();
    this.#waiting = 0;
    await this.#listen();
  }

  /** better-sqlite3 is synchronous: this is where Ctrl-C is heard. */
  async #listen(): Promise<void> {
    // The first turn may end before signals are asked for: the second comes after them.
    await nextTurn();
    await nextTurn();
    this.#options.signal.throwIfAborted();
  }

  async #write(kind: RowKind, store: RowAction): Promise<void> {
    const pending = this.#pending.get(`${kind} ${store}`);
    if (!pending) return;
    const { change } = this.#options;
    for (const rows of batches(pending.rows)) {
      await this.#dialect.writeRows(this.#tx, tables[kind], store, rows, change);
      await this.#listen();
    }
    for (const formers of batches(pending.formers)) {
      await insertFormerRows(this.#tx, this.#dialect, change, formers);
      await this.#listen();
    }
  }

  #weightOf(org: string) {
    const weight = this.#weights.get(org) ?? { population: 0, removals: 0, changes: 0 };
    this.#weights.set(org, weight);
    return weight;
  }
}

/** An operation that read no batches, a dismissal of many, may have left a lot. */
function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

export interface SinkOptions {
  readonly change: number;
  readonly skipInvalid: boolean;
  /** how many changes to keep for showing */
  readonly keep: number;
  readonly keepRows: boolean;
  readonly signal: AbortSignal;
}

/** What a saved plan knows a row change by: half of its digest, hexadecimal. */
function planMark(digest: string): string {
  return Buffer.from(digest.slice(0, 16), 'binary').toString('hex');
}

function describeRow(
  action: RowAction,
  kind: RowKind,
  before: Row | null,
  after: Row | null,
  { label = null }: { label?: string | null },
): RowChange {
  const key = rowKey(kind, (after ?? before) as Row);
  return {
    action,
    kind,
    key,
    label,
    before: before && strip(kind, before),
    after: after && strip(kind, after),
  };
}

/** The row's own columns only, in their order of storage: what is shown and digested does not depend on how it was read. */
function strip(kind: RowKind, row: Row): Row {
  return Object.fromEntries(columnsOf(kind).map(column => [column, cell(row, column)])) as unknown as Row;
}
