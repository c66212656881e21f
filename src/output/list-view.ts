import { type FindingKind, type ListKind, rowKindOf } from '../db/listing.ts';
import type { Row } from '../db/tables.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { type RowView, viewRow } from './row-view.ts';

/** A row of a list: the fields of domain.md, absent values null. */
export function listView(kind: ListKind, row: Row, catalogue: Catalogue): RowView {
  return viewRow(rowKindOf(kind), row, catalogue);
}

/** The document `qabyl.list/1` of cli.md. */
export function listDocument(kind: ListKind | FindingKind, rows: readonly RowView[]) {
  return { schema: 'qabyl.list/1', kind, rows };
}

/** Columns that a table and a CSV file leave out: the year is the one asked for, and the rest only programs know. */
const leftOut: Readonly<Record<ListKind | FindingKind, readonly string[]>> = {
  orgs: [],
  staff: [],
  roles: [],
  logins: [],
  streets: ['year', 'department', 'street'],
  bindings: ['year', 'department'],
  settings: ['year'],
  appointments: ['year'],
  years: [],
  overlaps: ['year', 'department'],
  gaps: ['year', 'department'],
};
/** Their rows name a street by its identity. */
const OF_STREETS: readonly string[] = ['bindings', 'overlaps', 'gaps'];

/**
 * The rows as a table shows them and as the importers take them back: a CSV of bindings can be bound again.
 * @param all whether those who left are among the staff: only then does it say something who works there
 * @param streetName what people call a street of a department
 */
export function listTable(
  kind: ListKind | FindingKind,
  rows: readonly RowView[],
  all: boolean,
  streetName: (department: string, street: string) => string,
): { readonly columns: readonly string[]; readonly rows: readonly RowView[] } {
  const hidden = kind === 'staff' && !all ? ['active'] : leftOut[kind];
  const columns = Object.keys(rows[0] ?? {}).filter(column => !hidden.includes(column));
  if (!OF_STREETS.includes(kind)) return { columns, rows };
  const named = rows.map(row => ({ ...row, street: streetName(String(row.department), String(row.street)) }));
  return { columns, rows: named };
}
