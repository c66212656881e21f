import { sql } from 'kysely';
import type { Dialect, Queryable, StoredRow } from './dialect.ts';
import { cell, type Row, type RowKind, type TableShape, tables } from './tables.ts';

/** So many rows are read at once: memory stays flat, and Ctrl-C is heard in between. */
export const ROWS_AT_ONCE = 1000;

/** A row's key as SQL: the text that `rowKey` makes. */
export function keySql({ key }: TableShape, table: string): string {
  return key.map(column => `${table}.${column}`).join(` || '/' || `);
}

/** Some rows as they are stored now, found by the keys of others, in no order. */
export async function storedRows(
  db: Queryable,
  dialect: Dialect,
  kind: RowKind,
  keys: readonly Row[],
): Promise<StoredRow[]> {
  if (keys.length === 0) return [];
  const { table, key } = tables[kind];
  const names = key.map((_, i) => sql.raw(`k${i}`));
  const wanted = sql.join(keys.map(row => sql`(${sql.join(key.map(column => sql.val(cell(row, column))))})`));
  const same = key.map((column, i) => `stored.${column} = given.k${i}`).join(' and ');
  const found = await sql<StoredRow>`with given (${sql.join(names)}) as (values ${wanted})
    select stored.* from given ${sql.raw(dialect.joinByKey(table, same))}`.execute(db);
  return found.rows;
}

/** Every row of a kind, page by page in the order of its key; what is written behind the page does not matter. */
export function everyRow(db: Queryable, kind: RowKind): AsyncGenerator<StoredRow[]> {
  return rowPages<StoredRow>(db, tables[kind]);
}

/** The same of any table, by the columns of its key. */
export async function* rowPages<R extends object>(
  db: Queryable,
  { table, key }: { readonly table: string; readonly key: readonly string[] },
): AsyncGenerator<R[]> {
  const columns = sql.raw(key.join(', '));
  for (let last: Readonly<Record<string, unknown>> | undefined; ; ) {
    const after = last;
    const beyond = after
      ? sql`where (${columns}) > (${sql.join(key.map(column => sql.val(after[column])))})`
      : sql``;
    const page = await sql<R>`select * from ${sql.table(table)} ${beyond}
      order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(db);
    if (page.rows.length > 0) yield page.rows;
    if (page.rows.length < ROWS_AT_ONCE) return;
    last = page.rows.at(-1) as Readonly<Record<string, unknown>>;
  }
}

/** The rows of a kind that a change wrote and that are stored so still, page by page in the order of their key. */
export async function* rowsWrittenBy(
  db: Queryable,
  kind: RowKind,
  change: number,
): AsyncGenerator<StoredRow[]> {
  const { table, key } = tables[kind];
  // There is no index by change, which would slow every import: few rows are one pass, many are walked by their key.
  const few = await sql<StoredRow>`select * from ${sql.table(table)} where change = ${change}
    limit ${sql.lit(ROWS_AT_ONCE + 1)}`.execute(db);
  if (few.rows.length > ROWS_AT_ONCE) {
    for await (const page of everyRow(db, kind)) {
      const written = page.filter(row => row.change === change);
      if (written.length > 0) yield written;
    }
  } else if (few.rows.length > 0) yield few.rows.toSorted((a, b) => compareKeys(key, a, b));
}

function compareKeys(key: readonly string[], a: Row, b: Row): number {
  for (const column of key) {
    const [one, other] = [String(cell(a, column)), String(cell(b, column))];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
