import type { StoredRow } from '../dialect.ts';
import type { Cell, RowColumns } from '../row-columns.ts';
import type { TableShape } from '../tables.ts';
import type { Preparing } from './sqlite-dialect.ts';

/**
 * Bulk writing through one prepared statement. Each value bound costs a fifth of a microsecond, so what is the same in
 * all rows stands in the statement itself.
 */
export function addColumns(
  handle: Preparing,
  shape: TableShape,
  rows: RowColumns,
  order: Uint32Array,
  change: number,
): void {
  const columns = Object.keys(shape.columns);
  const given = givenCells(rows, columns);
  const text = `insert into ${shape.table} (${[...columns, 'change'].join(', ')})
    values (${[...given.expressions, String(change)].join(', ')})`;
  const statement = handle.prepare(text);
  for (const i of order) statement.run(given.bound(i));
}

/** Asks for each row whether it is stored just so, and only then for what is stored. */
export function findUnlike(
  handle: Preparing,
  shape: TableShape,
  rows: RowColumns,
  order: Uint32Array,
): ReadonlyMap<number, StoredRow | null> {
  const columns = Object.keys(shape.columns);
  const given = givenCells(rows, columns);
  const conditions = columns.map((column, k) => {
    const value = given.expressions[k] ?? 'null';
    return shape.key.includes(column) ? `${column} = ${value}` : `${column} is coalesce(${value}, ${column})`;
  });
  const same = handle.prepare(`select 1 from ${shape.table} where ${conditions.join(' and ')}`);
  const key = givenCells(rows, shape.key);
  const stored = handle.prepare(
    `select * from ${shape.table} where ${shape.key.map((column, k) => `${column} = ${key.expressions[k]}`).join(' and ')}`,
  );
  const unlike = new Map<number, StoredRow | null>();
  for (const i of order) {
    if (same.get(given.bound(i)) !== undefined) continue;
    unlike.set(i, (stored.get(key.bound(i)) as StoredRow | undefined) ?? null);
  }
  return unlike;
}

/** The columns as SQL: literals for what is the same in all rows, places to bind for the others. */
function givenCells(rows: RowColumns, columns: readonly string[]) {
  const varying: (readonly Cell[])[] = [];
  const expressions = columns.map(column => {
    const held = rows.cells[column] ?? null;
    if (typeof held !== 'object' || held === null) return literal(held);
    varying.push(held);
    return '?';
  });
  // One array for all rows: the driver has copied the values when its call returns.
  const values: Cell[] = varying.map(() => null);
  const bound = (i: number): Cell[] => {
    for (let k = 0; k < varying.length; k++) values[k] = varying[k]?.[i] ?? null;
    return values;
  };
  return { expressions, bound };
}

function literal(value: Cell): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
