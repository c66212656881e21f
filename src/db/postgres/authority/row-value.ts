import { columnsOf, type RowKind } from '../../tables.ts';

/** The value of a row as JSON, to be compared with what `former_row` keeps. */
export function valueSql(kind: RowKind, row: string): string {
  const columns = columnsOf(kind).map(column => `'${column}', ${row}.${column}`);
  return `jsonb_strip_nulls(jsonb_build_object(${columns.join(', ')}))`;
}
