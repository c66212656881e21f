import type { Queryable } from '../dialect.ts';
import type { Cell } from '../packed-rows.ts';
import { rowPages } from '../stored-rows.ts';
import type { TablePage } from './backup.ts';
import type { StoredTable } from './stored-tables.ts';

/**
 * All rows of a table as a backup holds them, page by page in the order of the key.
 * @throws Error where the table has columns that a backup does not know: nothing is left out in silence
 */
export async function* tablePages(db: Queryable, table: StoredTable): AsyncGenerator<TablePage> {
  const columns = Object.keys(table.columns);
  let checked = false;
  for await (const page of rowPages<Readonly<Record<string, Cell>>>(db, table)) {
    const [first = {}] = page;
    if (!checked && Object.keys(first).length !== columns.length)
      throw new Error(`the table ${table.table} has columns that a backup does not hold`);
    checked = true;
    yield { table, rows: page.map(row => columns.map(column => row[column] ?? null)) };
  }
}
