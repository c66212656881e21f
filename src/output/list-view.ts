import { type ListKind, rowKindOf } from '../db/listing.ts';
import type { Row } from '../db/tables.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { type RowView, viewRow } from './row-view.ts';

/** A row of a list: the fields of domain.md, absent values null. */
export function listView(kind: ListKind, row: Row, catalogue: Catalogue): RowView {
  return viewRow(rowKindOf(kind), row, catalogue);
}

/** The document `qabyl.list/1` of cli.md. */
export function listDocument(kind: ListKind, rows: readonly RowView[]) {
  return { schema: 'qabyl.list/1', kind, rows };
}
