import { type Row, type RowKind, tables } from '../db/tables.ts';
import { setFromText } from '../domain/territory/house-set.ts';
import { describeSet } from '../domain/territory/set-parts.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** A row as JSON and people see it: flags as booleans, house sets as their reading, keys left out of nothing. */
export type RowView = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Columns that are 0 or 1 in the tables because SQLite has no booleans. */
const FLAGS = new Set(['active', 'current', 'free_choice']);
/** Columns that hold a stored house set. */
const HOUSE_SETS = new Set(['houses', 'shared_houses']);

export function viewRow(kind: RowKind, row: Row, catalogue: Catalogue): RowView {
  const values = Object.entries(row as unknown as Record<string, string | number | null>);
  return Object.fromEntries(
    values
      .filter(([column]) => column in tables[kind].columns)
      .map(([column, value]) => [column, viewValue(column, value, catalogue)]),
  );
}

function viewValue(column: string, value: string | number | null, catalogue: Catalogue) {
  if (FLAGS.has(column)) return value === 1;
  if (HOUSE_SETS.has(column) && typeof value === 'string') return printHouses(value, catalogue);
  if (column === 'aliases') return typeof value === 'string' ? value.split('|') : [];
  return value;
}

/** A stored house set as its reading in the person's language. */
export function printHouses(stored: string, catalogue: Catalogue): string {
  return catalogue.houses.print(describeSet(setFromText(stored)));
}
