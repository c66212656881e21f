import { CompiledQuery } from 'kysely';
import type { StoredTable } from '../backup/stored-tables.ts';
import type { Tx } from '../dialect.ts';
import type { Cell } from '../packed-rows.ts';

/** Adds rows as a backup holds them, by COPY; what is wrong with them fails a later query (copying-client.ts). */
export async function addStored(
  tx: Tx,
  { table, columns }: StoredTable,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const text = `copy ${table} (${Object.keys(columns).join(', ')}) from stdin with (encoding 'UTF8')`;
  const data = rows.map(row => `${row.map(copyCell).join('\t')}\n`).join('');
  await tx.executeQuery(CompiledQuery.raw(text, [Buffer.from(data)]));
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** https://www.postgresql.org/docs/current/sql-copy.html, "Text Format" */
function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  return typeof cell === 'number'
    ? String(cell)
    : cell.replace(/[\\\t\n\r]/g, found => escapes[found] ?? found);
}
