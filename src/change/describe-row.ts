import type { RowAction } from '../db/dialect.ts';
import { cell, columnsOf, type Row, type RowKind, rowKey } from '../db/tables.ts';
import type { ApprovalReason } from '../domain/operation-problems.ts';
import type { RowChange } from './row-change.ts';

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

/**
 * What happens to one row, as it is shown and digested.
 * @param before the row as stored, null where there is none yet
 * @param after null where it goes
 */
export function describeRow(
  action: RowAction,
  kind: RowKind,
  before: Row | null,
  after: Row | null,
  { label }: Pick<ChangeNote, 'label'>,
): RowChange {
  const key = rowKey(kind, (after ?? before) as Row);
  return {
    action,
    kind,
    key,
    label: label ?? null,
    before: before && strip(kind, before),
    after: after && strip(kind, after),
  };
}

/** The row's own columns only, in their order of storage: what is shown and digested does not depend on how it was read. */
function strip(kind: RowKind, row: Row): Row {
  return Object.fromEntries(columnsOf(kind).map(column => [column, cell(row, column)])) as unknown as Row;
}
