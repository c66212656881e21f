import { columnsOf, type RowKind } from '../../tables.ts';

/** The value of a row as `former_row` keeps it: the JSON that `JSON.stringify` makes, byte by byte. */
export function valueSql(kind: RowKind, row: string): string {
  const columns = columnsOf(kind).map(
    column => `'"${column}":' || coalesce(to_json(${row}.${column})::text, 'null')`,
  );
  return `('{' || concat_ws(',', ${columns.join(', ')}) || '}')`;
}
