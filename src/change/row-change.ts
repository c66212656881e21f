import { hash } from 'node:crypto';
import type { RowAction } from '../db/dialect.ts';
import type { Cell } from '../db/packed-rows.ts';
import { cell, columnsOf, type Row, type RowKind } from '../db/tables.ts';

/** One row that a change adds, replaces or takes away. */
export interface RowChange {
  /** what it means to a person: a dismissal is a `remove` although its row stays, marked inactive */
  readonly action: RowAction;
  readonly kind: RowKind;
  /** the row's natural key as one text, `school-3/850101300123` */
  readonly key: string;
  /** the row as people call it, null where the key says it; no part of the digest */
  readonly label: string | null;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** SHA-256 of everything a row change says: 32 bytes, each a character (`binary`, which is cheaper than a Buffer a row). */
export function rowDigest({ action, kind, before, after }: RowChange): string {
  const columns = columnsOf(kind);
  let content = `${action} ${kind}`;
  for (const row of [before, after]) {
    content += '|';
    if (row !== null) for (const column of columns) content += cellText(cell(row, column));
  }
  return hash('sha256', content, 'binary');
}

/** A cell with its length before it, so that no two rows read alike. */
export function cellText(value: Cell): string {
  if (value === null) return '-';
  return typeof value === 'string' ? `${value.length}:${value}` : `#${value};`;
}
