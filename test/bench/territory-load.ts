import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import { story } from '../../fixtures/story.ts';
import { type CountryDepartment, inventedCountry } from './territory-country.ts';

/** The change of `qabyl init`: the bench's rows say that it wrote them. */
const CHANGE = 1;

type Cell = string | number | null;

/** A table with its columns; a country is put into it a department at a time. */
interface Load {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (department: CountryDepartment) => Cell[][];
}

const { year } = story;
const LOADS: readonly Load[] = [
  {
    table: 'org',
    columns: ['code', 'kind', 'name_kk', 'name_ru', 'department', 'territory', 'change'],
    rows: ({ code, name, schools }) => [
      [code, 'department', name, name, story.department.code, 'yes', CHANGE],
      ...schools.map(school => [school, 'school', school, school, code, 'yes', CHANGE]),
    ],
  },
  {
    table: 'street',
    columns: ['year', 'department', 'street', 'name_kk', 'name_ru', 'kind', 'settlement', 'houses', 'change'],
    rows: ({ code, streets }) =>
      streets.map(({ street, name_kk, name_ru, settlement, houses }) => [
        ...[year, code, street, name_kk, name_ru, 'street', settlement, houses, CHANGE],
      ]),
  },
  {
    table: 'binding',
    columns: ['year', 'school', 'street', 'department', 'houses', 'change'],
    rows: ({ code, streets }) =>
      streets.flatMap(({ street, bindings }) =>
        bindings.map(({ school, houses }) => [year, school, street, code, houses, CHANGE]),
      ),
  },
];

/** Puts an invented country straight into a file that `qabyl init` has made. */
export function loadSqlite(path: string, ranges: number): void {
  const handle = new BetterSqlite(path);
  handle.pragma('journal_mode = WAL');
  handle.pragma('cache_size = -200000');
  handle.exec('begin');
  const inserts = LOADS.map(({ table, columns }) =>
    handle.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    ),
  );
  for (const department of inventedCountry(ranges))
    for (const [i, { rows }] of LOADS.entries()) for (const row of rows(department)) inserts[i]?.run(...row);
  handle.exec('commit');
  handle.pragma('wal_checkpoint(truncate)');
  handle.close();
}

/** The same for a database of a server. */
export async function loadPostgres(url: string, ranges: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const department of inventedCountry(ranges))
      for (const { table, columns, rows } of LOADS) {
        const found = rows(department);
        const cast = columns.map((column, i) => `$${i + 1}::${column === 'change' ? 'integer' : 'text'}[]`);
        await client.query(
          `insert into ${table} (${columns.join(', ')}) select * from unnest(${cast.join(', ')})`,
          columns.map((_, i) => found.map(row => row[i])),
        );
      }
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
