import type { StoredRow } from '../dialect.ts';
import { type Cell, cellAt, type PackedRows, packedColumn } from '../packed-rows.ts';
import type { TableShape } from '../tables.ts';
import type { Preparing } from './sqlite-dialect.ts';

/** FILL and NULL of packed-rows.ts as SQL. Bytes pass for text as they are: every file that is opened is in UTF-8. */
const FILL_SQL = `cast(x'ff' as text)`;
const NULL_SQL = `cast(x'fe' as text)`;

/**
 * Writes all rows with one statement and one value bound, from which SQLite cuts the cells: to bind a cell costs four
 * times as much as to cut it.
 */
export function addPacked(handle: Preparing, shape: TableShape, rows: PackedRows, change: number): void {
  if (rows.count === 0) return;
  const columns = Object.keys(shape.columns);
  const cells = columns.map(column => cellSql(rows, column));
  handle
    .prepareKept(
      `${eachRow(rows)} insert into ${shape.table} (${[...columns, 'change'].join(', ')})
       select ${[...cells, String(change)].join(', ')} from given`,
    )
    .run(bound(rows));
}

/** Asks once which rows are not stored just so, and only then for what is stored. */
export function findUnlike(
  handle: Preparing,
  shape: TableShape,
  rows: PackedRows,
): ReadonlyMap<number, StoredRow | null> {
  if (rows.count === 0) return new Map();
  const same = Object.keys(shape.columns).map(column => {
    const value = cellSql(rows, column);
    return shape.key.includes(column) ? `${column} = ${value}` : `${column} is coalesce(${value}, ${column})`;
  });
  const unlike = handle
    .prepareKept(
      `${eachRow(rows)} select at / ${step(rows)} from given
       where not exists (select 1 from ${shape.table} where ${same.join(' and ')})`,
    )
    .pluck()
    .all(bound(rows)) as number[];
  const stored = handle.prepareKept(
    `select * from ${shape.table} where ${shape.key.map(column => `${column} = ?`).join(' and ')}`,
  );
  return new Map(
    unlike.map(i => [
      i,
      (stored.get(shape.key.map(column => cellAt(rows, column, i))) as StoredRow | undefined) ?? null,
    ]),
  );
}

/** `given`: where each row begins, as `at`. */
function eachRow(rows: PackedRows): string {
  return `with recursive given (at) as (select 0 union all select at + ${step(rows)} from given where at < @last)`;
}

function bound(rows: PackedRows) {
  // Bytes that were handed on read as none: SQLite would take every cell for a null.
  if (rows.bytes.length !== rows.count * rows.stride)
    throw new RangeError('these rows have no bytes any more');
  return { bytes: rows.bytes, last: (rows.count - 1) * step(rows) };
}

/** Rows that are all alike have no bytes: they are only counted. */
function step({ stride }: PackedRows): number {
  return Math.max(stride, 1);
}

function cellSql(rows: PackedRows, name: string): string {
  const column = packedColumn(rows, name);
  if (column === null) return literal(rows.shared[name] ?? null);
  // SQLite's piece of nothing is null.
  if (column.width === 0) return `''`;
  const cell = `rtrim(substr(@bytes, at + ${column.at + 1}, ${column.width}), ${FILL_SQL})`;
  return column.nullable ? `nullif(${cell}, ${NULL_SQL})` : cell;
}

function literal(value: Cell): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
