import { createHash } from 'node:crypto';
import type { Dialect, Queryable } from '../dialect.ts';
import { lastChange } from '../history.ts';
import { databaseVersion } from '../migrate.ts';
import { storedTables } from './stored-tables.ts';
import { tablePages } from './table-pages.ts';

/** The portable form: one JSON value a line, a header first, then tables with their rows, then the count and the sum. */
export const PORTABLE_SCHEMA = 'qabyl.backup/1';

/** What a backup was made of, known at its end. */
export interface Contents {
  readonly rows: number;
  readonly change: number;
  readonly head: string;
}

/**
 * Writes all that a database holds in qabyl's portable form, piece by piece:
 * `{"schema":"qabyl.backup/1",…}`, then of each table `{"table":…,"columns":[…]}` and its rows as arrays, at last
 * `{"rows":…,"sha256":…}` with the SHA-256 of all bytes before that line. Memory does not grow with the rows.
 * The same data give the same tables, whatever the database.
 * @param db one snapshot
 * @param made.program the version of this program
 */
export async function* portableLines(
  db: Queryable,
  dialect: Dialect,
  made: { readonly program: string; readonly at: Date },
): AsyncGenerator<string, Contents> {
  const sum = createHash('sha256');
  const summed = (text: string) => {
    sum.update(text);
    return text;
  };
  const { id, chain } = await lastChange(db, dialect);
  const header = {
    schema: PORTABLE_SCHEMA,
    database_schema: await databaseVersion(db, dialect),
    program: made.program,
    made_at: made.at.toISOString(),
    engine: await dialect.engineVersion(db),
    change: id,
    head: chain,
  };
  yield summed(`${JSON.stringify(header)}\n`);
  let rows = 0;
  for (const table of storedTables) {
    yield summed(`${JSON.stringify({ table: table.table, columns: Object.keys(table.columns) })}\n`);
    for await (const page of tablePages(db, table)) {
      rows += page.rows.length;
      yield summed(page.rows.map(row => `${JSON.stringify(row)}\n`).join(''));
    }
  }
  yield `${JSON.stringify({ rows, sha256: sum.digest('hex') })}\n`;
  return { rows, change: id, head: chain };
}
