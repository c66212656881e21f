import { type RowColumns, rowAt } from '../db/row-columns.ts';
import { columnsOf, type RowKind, type RowOf, rowKey, tables } from '../db/tables.ts';
import { describeRow } from './describe-row.ts';
import { SumDigest } from './digest.ts';
import { additionDigests, type RowChange, rowDigest } from './row-change.ts';

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

/** What a plan says of its rows: the digest of all, the first ones to show, and each one's mark for a saved plan. */
export class PlanAccount {
  /** the first row changes, in the order of the input */
  readonly changes: RowChange[] = [];
  /** each row's key and digest, kept only for a saved plan */
  readonly rows: Map<string, string> | null;
  readonly #digest = new SumDigest();
  readonly #keep: number;

  /** @param keep how many changes to keep for showing */
  constructor(keep: number, keepRows: boolean) {
    this.#keep = keep;
    this.rows = keepRows ? new Map() : null;
  }

  /** The digest of all rows so far, 64 hexadecimal digits. */
  get digest(): string {
    return this.#digest.toString();
  }

  /** Takes one row in. */
  note(row: RowChange): void {
    const digest = rowDigest(row);
    this.#digest.add(digest);
    this.rows?.set(`${row.kind} ${row.key}`, planMark(digest));
    if (this.changes.length < this.#keep) this.changes.push(row);
  }

  /** Takes many in, and keeps the first ones of the file to show. */
  noteAdditions<K extends RowKind>({ kind, rows, order, digest, label }: Additions<K>): void {
    const room = this.#keep - this.changes.length;
    if (room > 0)
      for (const i of order.toSorted().subarray(0, Math.min(room, order.length))) {
        const row = rowAt(rows, columnsOf(kind), i) as RowOf[K];
        this.changes.push(describeRow('add', kind, null, row, { label: label(row) }));
      }
    if (digest && this.rows === null) {
      this.#digest.addWords(digest);
      return;
    }
    const digestOf = additionDigests(kind, rows);
    for (const i of order) {
      const own = digestOf(i);
      this.#digest.add(own);
      this.rows?.set(`${kind} ${rowKey(kind, rowAt(rows, tables[kind].key, i))}`, planMark(own));
    }
  }
}

/** What a saved plan knows a row change by: half of its digest, hexadecimal. */
function planMark(digest: string): string {
  return Buffer.from(digest.slice(0, 16), 'binary').toString('hex');
}
