import { CompiledQuery } from 'kysely';
import type { StoredRow, Tx } from '../dialect.ts';
import { type Cell, cellsOf, type PackedRows, packedColumn } from '../packed-rows.ts';
import type { TableShape } from '../tables.ts';
import { arrayText } from './array-text.ts';
import { copyText } from './copy-text.ts';

/**
 * Hands rows to a COPY and does not wait for it (copying-client.ts): what is wrong with them fails a later query, the
 * `commit` at the latest.
 */
export async function addPacked(tx: Tx, shape: TableShape, rows: PackedRows, change: number): Promise<void> {
  const columns = Object.keys(shape.columns);
  const text = `copy ${shape.table} (${[...columns, 'change'].join(', ')}) from stdin with (encoding 'UTF8')`;
  await tx.executeQuery(CompiledQuery.raw(text, [copyText(rows, columns, change)]));
}

/** Asks once for all rows; what is stored just so does not come back. */
export async function findUnlike(
  tx: Tx,
  shape: TableShape,
  rows: PackedRows,
): Promise<ReadonlyMap<number, StoredRow | null>> {
  const given = givenRows(shape, rows);
  const isKey = (column: string) => shape.key.includes(column);
  const same = Object.keys(shape.columns)
    .filter(column => !isKey(column))
    .map(column => `stored.${column} is not distinct from coalesce(given.${column}, stored.${column})`);
  // One probe of the index a row, whatever the planner thinks of a table that nobody has analysed yet: `limit` sees to it.
  const met = shape.key.map(column => `found.${column} = given.${column}`).join(' and ');
  const absent = `stored.${shape.key[0]} is null`;
  const found = await tx.executeQuery<StoredRow & { ordinality: string }>(
    CompiledQuery.raw(
      `select given.ordinality, stored.* from ${given.text}
       left join lateral (select * from ${shape.table} as found where ${met} limit 1) as stored on true
       where ${absent} or not (${same.join(' and ')})`,
      given.values,
    ),
  );
  const unlike = new Map<number, StoredRow | null>();
  for (const { ordinality, ...stored } of found.rows)
    unlike.set(Number(ordinality) - 1, stored.change === null ? null : (stored as StoredRow));
  return unlike;
}

/** The rows as something to select from, `given`, with their number from 1 as `ordinality`. */
function givenRows(shape: TableShape, rows: PackedRows) {
  const columns = Object.keys(shape.columns);
  const values: Cell[] = [];
  const arrays: string[] = [];
  const names: string[] = [];
  const selected = columns.map(column => {
    const type = shape.columns[column];
    if (packedColumn(rows, column) === null) {
      values.push(rows.shared[column] ?? null);
      return `$${values.length}::${type} as ${column}`;
    }
    const cellOf = cellsOf(rows, column);
    values.push(arrayText(Array.from({ length: rows.count }, (_, i) => cellOf(i))));
    arrays.push(`$${values.length}::${type}[]`);
    names.push(column);
    return column;
  });
  const text = `(select ${[...selected, 'ordinality'].join(', ')}
    from unnest(${arrays.join(', ')}) with ordinality as cells (${[...names, 'ordinality'].join(', ')})) as given`;
  return { text, values };
}
