import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of its own for one test. */
export interface TestDatabase {
  /** what `--db` takes */
  readonly target: string;
  /** a folder for the test's files */
  readonly folder: string;
  drop(): Promise<void>;
}

/** How to make an empty database, for each engine: every database test runs on both. */
export const engines: readonly {
  readonly engine: 'sqlite' | 'postgres';
  readonly create: () => Promise<TestDatabase>;
}[] = [
  { engine: 'sqlite', create: createSqlite },
  { engine: 'postgres', create: createPostgres },
];

/** A target as it may stand in a command line, and the variables that keep its password out of there. */
export function forCommandLine(target: string): { db: string; env: Readonly<Record<string, string>> } {
  const [, before, password, after] = /^(postgres:\/\/[^:@]+):([^@]*)(@.*)$/.exec(target) ?? [];
  return password === undefined
    ? { db: target, env: {} }
    : { db: `${before}${after}`, env: { PGPASSWORD: password } };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'qabyl-test-'));
}

export async function createSqlite(): Promise<TestDatabase> {
  const folder = temporaryFolder();
  return {
    target: join(folder, 'деректер қоры.db'),
    folder,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let schemas = 0;

/** A schema of its own on the one server: made in milliseconds, where a database takes a tenth of a second. */
export async function createPostgres(): Promise<TestDatabase> {
  const folder = temporaryFolder();
  const server = inject('postgres');
  const schema = `test_${process.pid}_${++schemas}`;
  await ask(server, `create schema ${schema}`);
  return {
    target: `${server}?options=-csearch_path%3D${schema}`,
    folder,
    drop: async () => {
      await ask(server, `drop schema ${schema} cascade`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
