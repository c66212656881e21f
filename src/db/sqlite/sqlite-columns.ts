import type { StoredRow } from '../dialect.ts';
import type { Cell, RowColumns } from '../row-columns.ts';
import type { TableShape } from '../tables.ts';
import type { Preparing } from './sqlite-dialect.ts';

/** Rows a statement: each call costs as much as four values bound, so sixteen rows share one (more gains nothing). */
const ROWS_AT_ONCE = 16;

/**
 * Bulk writing through prepared statements. Each value bound costs a fifth of a microsecond, so what is the same in
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
  const tuple = `(${[...given.expressions, String(change)].join(', ')})`;
  const statementFor = (count: number) =>
    handle.prepare(
      `insert into ${shape.table} (${[...columns, 'change'].join(', ')})
       values ${new Array(count).fill(tuple).join(', ')}`,
    );
  const whole = order.length - (order.length % ROWS_AT_ONCE);
  if (whole > 0) {
    const several = statementFor(ROWS_AT_ONCE);
    for (let at = 0; at < whole; at += ROWS_AT_ONCE)
      several.run(...given.bound(order.subarray(at, at + ROWS_AT_ONCE)));
  }
  if (whole === order.length) return;
  statementFor(order.length - whole).run(...given.bound(order.subarray(whole)));
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
    if (same.get(...given.bound([i])) !== undefined) continue;
    unlike.set(i, (stored.get(...key.bound([i])) as StoredRow | undefined) ?? null);
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
  const bound = (places: Iterable<number>): Cell[] => {
    const values: Cell[] = [];
    for (const i of places) for (const cells of varying) values.push(cells[i] ?? null);
    return values;
  };
  return { expressions, bound };
}

function literal(value: Cell): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
