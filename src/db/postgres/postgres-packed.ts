import { CompiledQuery } from 'kysely';
import type { Dialect, StoredRow, Tx } from '../dialect.ts';
import { type Cell, cellsOf, type PackedRows, packedColumn } from '../packed-rows.ts';
import type { TableShape } from '../tables.ts';
import { arrayText } from './array-text.ts';
import { copyText } from './copy-text.ts';

/**
 * How packed rows are added: by COPY. Row-level security knows none
 * (https://www.postgresql.org/docs/current/sql-copy.html): a session that it holds copies into a table of its own and
 * takes the rows over from there, tens of thousands at once.
 */
export function packedAdder(): Dialect['addPacked'] {
  const secured = new Map<string, boolean>();
  /** transactions in which the table of arrivals is there */
  const ready = new WeakSet<Tx>();
  return async (tx, shape, rows, change) => {
    const { table } = shape;
    const isSecured = secured.get(table) ?? (await underRowSecurity(tx, table));
    secured.set(table, isSecured);
    if (isSecured && !ready.has(tx)) {
      await tx.executeQuery(
        CompiledQuery.raw(`create temporary table ${arrivals(table)} (like ${table}) on commit drop`),
      );
      await tx.executeQuery(CompiledQuery.raw(`set local work_mem = '${ROOM_FOR_ROWS}'`));
      ready.add(tx);
    }
    await copyPacked(tx, shape, rows, change, isSecured);
  };
}

async function underRowSecurity(tx: Tx, table: string): Promise<boolean> {
  const { rows } = await tx.executeQuery<{ active: boolean }>(
    CompiledQuery.raw('select row_security_active($1::text) as active', [table]),
  );
  return rows[0]?.active === true;
}

/**
 * What the guards look at, all rows of a statement, stays in memory: one COPY's worth (BYTES_A_COPY in copying-client.ts)
 * and what PostgreSQL adds to a row. With the 4 MB of a fresh server it goes to a file, and every look reads that.
 */
const ROOM_FOR_ROWS = '32MB';

function arrivals(table: string): string {
  return `${table}_arriving`;
}

/**
 * Hands rows to a COPY and does not wait for it (copying-client.ts): what is wrong with them fails a later query, the
 * `commit` at the latest.
 */
async function copyPacked(
  tx: Tx,
  shape: TableShape,
  rows: PackedRows,
  change: number,
  isSecured: boolean,
): Promise<void> {
  const columns = Object.keys(shape.columns);
  const names = [...columns, 'change'].join(', ');
  const arriving = `pg_temp.${arrivals(shape.table)}`;
  const text = `copy ${isSecured ? arriving : shape.table} (${names}) from stdin with (encoding 'UTF8')`;
  const after = `insert into ${shape.table} (${names}) select ${names} from ${arriving}; truncate ${arriving}`;
  const parameters = [copyText(rows, columns, change), ...(isSecured ? [after] : [])];
  await tx.executeQuery(CompiledQuery.raw(text, parameters));
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
