import { keySql } from '../../stored-rows.ts';
import { columnsOf, type RowKind, tables } from '../../tables.ts';

/** The value of a row as JSON, to be compared with what `former_row` keeps. */
export function valueSql(kind: RowKind, row: string): string {
  const columns = columnsOf(kind).map(column => `'${column}', ${row}.${column}`);
  return `jsonb_strip_nulls(jsonb_build_object(${columns.join(', ')}))`;
}

/** Whether a row is just what the last change of it replaced or removed: an undo puts it back, in the name that it had. */
export function restoredSql(kind: RowKind, row: string): string {
  const key = keySql(tables[kind], row);
  return `exists (select from former_row as f
    where f.kind = '${kind}' and f.key = ${key}
      and jsonb_strip_nulls(f.before::jsonb) = ${valueSql(kind, row)}
      and f.change = (select max(l.change) from former_row as l where l.kind = f.kind and l.key = f.key and l.change < ${row}.change))`;
}
