import { type PackedRows, rowAt } from '../db/packed-rows.ts';
import { columnsOf, type RowKind, type RowOf } from '../db/tables.ts';
import { describeRow } from './describe-row.ts';
import { SumDigest } from './digest.ts';
import { type RowChange, rowDigest } from './row-change.ts';
import { contentDigest, type RowContents } from './row-contents.ts';

/** Many rows that nobody has yet. */
export interface Additions<K extends RowKind> {
  readonly kind: K;
  readonly rows: PackedRows;
  /** where each of them stands among those of its piece of the input */
  readonly places: Uint32Array;
  /** what their digests are made of */
  readonly contents: RowContents;
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

  /** Takes many in, and keeps the first ones of the input to show. */
  noteAdditions<K extends RowKind>(additions: Additions<K>): void {
    const { rows, places, contents } = additions;
    const room = this.#keep - this.changes.length;
    if (room > 0) {
      const inOrder = Array.from(places.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
      for (const i of inOrder.slice(0, room)) this.changes.push(additionAt(additions, i));
    }
    for (let i = 0; i < rows.count; i++) {
      const digest = contentDigest(contents, i);
      this.#digest.add(digest);
      if (this.rows === null) continue;
      const { kind, key } = additionAt(additions, i);
      this.rows.set(`${kind} ${key}`, planMark(digest));
    }
  }
}

function additionAt<K extends RowKind>({ kind, rows, label }: Additions<K>, i: number): RowChange {
  const row = rowAt(rows, columnsOf(kind), i) as RowOf[K];
  return describeRow('add', kind, null, row, { label: label(row) });
}

/** What a saved plan knows a row change by: half of its digest, hexadecimal. */
function planMark(digest: string): string {
  return Buffer.from(digest.slice(0, 16), 'binary').toString('hex');
}
