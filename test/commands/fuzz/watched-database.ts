import BetterSqlite from 'better-sqlite3';
import pg from 'pg';

type Row = Readonly<Record<string, unknown>>;
/** Everything that an import of employees may touch, row by row. */
export type Contents = Readonly<Record<(typeof watched)[number], readonly Row[]>>;

const watched = ['staff', 'staff_role', 'appointment', 'change', 'change_org', 'former_row'] as const;

/** A look from outside at a database under test, past the program's own code. */
export interface WatchedDatabase {
  contents(): Promise<Contents>;
  /** Puts back what was there when the watching began. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export async function watch(target: string): Promise<WatchedDatabase> {
  const ask = target.startsWith('postgres') ? await postgres(target) : sqlite(target);
  for (const table of watched) await ask.run([`create table kept_${table} as select * from ${table}`]);
  return {
    async contents() {
      const all: [string, readonly Row[]][] = [];
      for (const table of watched) all.push([table, await ask.rows(`select * from ${table}`)]);
      return Object.fromEntries(all) as Contents;
    },
    async restore() {
      const empty = watched.toReversed().map(table => `delete from ${table}`);
      await ask.run([
        'begin',
        ...empty,
        ...watched.map(table => `insert into ${table} select * from kept_${table}`),
        'commit',
      ]);
    },
    close: ask.close,
  };
}

interface Asking {
  rows(query: string): Promise<readonly Row[]>;
  run(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

function sqlite(path: string): Asking {
  const handle = new BetterSqlite(path);
  handle.pragma('synchronous = OFF');
  return {
    rows: async query => handle.prepare<[], Row>(query).all(),
    run: async statements => void handle.exec(statements.join(';\n')),
    close: async () => void handle.close(),
  };
}

async function postgres(url: string): Promise<Asking> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    rows: async query => (await client.query<Row>(query)).rows,
    run: async statements => void (await client.query(statements.join(';\n'))),
    close: () => client.end(),
  };
}
