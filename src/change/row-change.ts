import { hash } from 'node:crypto';
import type { RowAction } from '../db/dialect.ts';
import type { Row, RowKind } from '../db/tables.ts';

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

/** SHA-256 of everything a row change says, 32 bytes. */
export function rowDigest(change: RowChange): Buffer {
  const content = [change.action, change.kind, change.key, change.before, change.after];
  return hash('sha256', JSON.stringify(content), 'buffer');
}
