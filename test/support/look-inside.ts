import BetterSqlite from 'better-sqlite3';
import pg from 'pg';

/** A row as the driver gives it. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** A look into a database past the program's own code. */
export interface Inside {
  rows<R extends object = StoredRow>(query: string): Promise<readonly R[]>;
  run(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** @param target what `--db` takes: a path or a URL */
export async function lookInside(target: string): Promise<Inside> {
  return target.startsWith('postgres') ? postgres(target) : sqlite(target);
}

function sqlite(path: string): Inside {
  const handle = new BetterSqlite(path);
  handle.pragma('synchronous = OFF');
  return {
    rows: async <R extends object>(query: string) => handle.prepare<[], R>(query).all(),
    run: async statements => void handle.exec(statements.join(';\n')),
    close: async () => void handle.close(),
  };
}

async function postgres(url: string): Promise<Inside> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    rows: async <R extends object>(query: string) => (await client.query<R>(query)).rows,
    run: async statements => void (await client.query(statements.join(';\n'))),
    close: () => client.end(),
  };
}
