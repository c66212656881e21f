import { cell, type Row, type RowKind } from '../../db/tables.ts';
import type { ApprovalReason } from '../../domain/operation-problems.ts';
import { isEmptySet, minus, setFromText } from '../../domain/territory/house-set.ts';

/** Whether an employee leaves: the row stays, marked inactive, and counts as a removal. */
export function isDismissal(kind: RowKind, before: Row, after: Row): boolean {
  return kind === 'staff' && cell(before, 'active') === 1 && cell(after, 'active') === 0;
}

/**
 * Why a person must approve that a row becomes another, or goes: the same reasons as where the commands themselves
 * replace and remove (cli.md, "Changing something"); null for what nobody would miss. Houses that pass to another school
 * are an unbinding here: one row does not tell where they go.
 * @param after null where it goes
 */
export function approvalFor(kind: RowKind, before: Row, after: Row | null): ApprovalReason | null {
  switch (kind) {
    case 'org':
      return after === null || changesOrg(before, after) ? 'organisation-changed' : null;
    case 'staff':
      return after === null || isDismissal(kind, before, after) ? 'dismissal' : null;
    case 'role':
      return 'role-revoked';
    case 'login':
      return after === null ? 'access-revoked' : null;
    case 'street':
      return after === null ? 'street-removed' : null;
    case 'binding':
      return after === null || losesHouses(before, after) ? 'unbinding' : null;
    case 'settings':
    case 'season-rules':
      return 'settings-overwritten';
    case 'appointment':
      return 'executor-replaced';
    case 'year':
      return 'year-switched';
    case 'review':
      return null;
  }
}

/** The organisation whose thresholds a row counts against; null where no file could change too many of its kind. */
export function weighsOn(kind: RowKind, before: Row): string | null {
  if (kind === 'staff') return cell(before, 'active') === 1 ? String(cell(before, 'org')) : null;
  if (kind === 'binding') return String(cell(before, 'school'));
  return kind === 'street' ? String(cell(before, 'department')) : null;
}

function changesOrg(before: Row, after: Row): boolean {
  return ['bin', 'department', 'territory'].some(column => cell(before, column) !== cell(after, column));
}

function losesHouses(before: Row, after: Row): boolean {
  const houses = (row: Row) => setFromText(String(cell(row, 'houses')));
  return !isEmptySet(minus(houses(before), houses(after)));
}
