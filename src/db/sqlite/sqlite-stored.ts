import type { StoredTable } from '../backup/stored-tables.ts';
import type { Cell } from '../packed-rows.ts';
import type { Preparing } from './sqlite-dialect.ts';

/** Adds rows as a backup holds them, by one prepared statement. */
export function addStored(
  handle: Preparing,
  { table, columns }: StoredTable,
  rows: readonly (readonly Cell[])[],
): void {
  const names = Object.keys(columns);
  const statement = handle.prepareKept(
    `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  for (const row of rows) statement.run(row);
}
