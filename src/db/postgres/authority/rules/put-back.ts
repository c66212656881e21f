import { keySql } from '../../../stored-rows.ts';
import { type RowKind, tables } from '../../../tables.ts';
import { literal } from '../definer.ts';

/**
 * Whether a row was once stored with these values: an undo puts back what was right when it was written, though the
 * office, the territory or the year has changed since. To be called only where a rule is broken otherwise: it reads the
 * history of all rows.
 */
export const PUT_BACK_FUNCTION = `create function was_stored(of_kind text, of_key text, with_values jsonb) returns boolean
  language sql stable cost 100000 as $$
    select exists (select from former_row as f where f.kind = of_kind and f.key = of_key and f.before::jsonb @> with_values) $$`;

/** Whether a row stands in the history with the values that it has in some columns. */
export function wasStored(kind: RowKind, row: string, columns: readonly string[]): string {
  const values = columns.map(column => `${literal(column)}, ${row}.${column}`).join(', ');
  return `was_stored(${literal(kind)}, ${keySql(tables[kind], row)}, jsonb_build_object(${values}))`;
}
