import type { Dialect, RowAction, Tx } from '../db/dialect.ts';
import { insertFormerRows } from '../db/history.ts';
import { type Row, type RowKind, rowKinds, tables } from '../db/tables.ts';
import { hearInterruption } from './hear-interruption.ts';
import type { RowChange } from './row-change.ts';

/** Rows waiting for one statement; a batch keeps round trips few and memory flat. */
const BATCH = 2000;

interface Pending {
  readonly rows: Row[];
  readonly formers: { row: RowChange; former: number }[];
}

/** Rows that wait to be written together. */
export class PendingRows {
  readonly #pending = new Map<string, Pending>();
  #waiting = 0;

  /** Whether it is worth writing them. */
  get full(): boolean {
    return this.#waiting >= BATCH;
  }

  /**
   * @param store what happens to the row in its table, where that differs from what it means to a person
   * @param former the change that wrote the row as it was, null for a row that is new
   */
  add(store: RowAction, row: RowChange, former: number | null): void {
    const name = `${row.kind} ${store}`;
    const pending = this.#pending.get(name) ?? { rows: [], formers: [] };
    this.#pending.set(name, pending);
    pending.rows.push((store === 'remove' ? row.before : row.after) as Row);
    if (former !== null) pending.formers.push({ row, former });
    this.#waiting += 1;
  }

  /** Forgets them: they are written, or never will be. */
  clear(): void {
    this.#pending.clear();
    this.#waiting = 0;
  }

  /**
   * Writes them all: parents before children, removals the other way round.
   * @throws the reason of an interruption
   */
  async write(tx: Tx, dialect: Dialect, change: number, signal: AbortSignal): Promise<void> {
    const write = (kind: RowKind, store: RowAction) =>
      this.#writeKind(tx, dialect, change, signal, kind, store);
    for (const kind of [...rowKinds].reverse()) await write(kind, 'remove');
    for (const kind of rowKinds) await write(kind, 'update');
    for (const kind of rowKinds) await write(kind, 'add');
  }

  async #writeKind(
    tx: Tx,
    dialect: Dialect,
    change: number,
    signal: AbortSignal,
    kind: RowKind,
    store: RowAction,
  ): Promise<void> {
    const pending = this.#pending.get(`${kind} ${store}`);
    if (!pending) return;
    // A row is kept as it was before it is written over: the database can compare the two then.
    for (const formers of batches(pending.formers)) {
      await insertFormerRows(tx, dialect, change, formers);
      await hearInterruption(signal);
    }
    for (const rows of batches(pending.rows)) {
      await dialect.writeRows(tx, tables[kind], store, rows, change);
      await hearInterruption(signal);
    }
  }
}

/** An operation that read no batches, a dismissal of many, may have left a lot. */
function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}
