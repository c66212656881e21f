import pg from 'pg';
import { ROW_RULES, RULE_FUNCTIONS } from '../../../src/db/postgres/authority/rules/row-rules.ts';
import { type RowKind, rowKinds, tables } from '../../../src/db/tables.ts';
import { engines, type TestDatabase } from '../../support/databases.ts';

/** An empty database on the PostgreSQL server of the test run. */
export async function createPostgres(): Promise<TestDatabase> {
  const postgres = engines.find(({ engine }) => engine === 'postgres');
  if (!postgres) throw new Error('no PostgreSQL among the engines');
  return postgres.create();
}

/** The rules of the rows beside the tables of a database, as the triggers ask them. */
export class RuleBench {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(target: string): Promise<RuleBench> {
    const client = new pg.Client({ connectionString: target });
    await client.connect();
    // Where the migration has made them already, they are made once more.
    for (const statement of RULE_FUNCTIONS)
      await client.query(statement.replace('create function', 'create or replace function'));
    return new RuleBench(client);
  }

  /** The functions alone, in a database without tables but for the one that they name. */
  static async bare(target: string): Promise<RuleBench> {
    const client = new pg.Client({ connectionString: target });
    await client.connect();
    await client.query('create table former_row (kind text, key text, before text)');
    await client.end();
    return RuleBench.open(target);
  }

  /** What a condition about `v` says of each text. */
  async judge(condition: string, texts: readonly string[]): Promise<boolean[]> {
    const { rows } = await this.#client.query<{ holds: boolean }>(
      `select (${condition}) is true as holds from unnest($1::text[]) with ordinality as given (v, place) order by place`,
      [texts],
    );
    return rows.map(({ holds }) => holds);
  }

  /** The cuts of each set of houses, a line each: side, cut, step. */
  async cuts(texts: readonly string[]): Promise<string[]> {
    const { rows } = await this.#client.query<{ lines: string }>(
      `select (select string_agg(side || ' ' || cut || ' ' || step, E'\\n' order by side desc, cut collate "C") from house_cuts(v)) as lines
       from unnest($1::text[]) with ordinality as given (v, nth) order by nth`,
      [texts],
    );
    return rows.map(({ lines }) => lines);
  }

  /** Codes of the rules that rows of a change break, each with the keys, `kind code key`. */
  async broken(change: number, kinds: readonly RowKind[] = rowKinds): Promise<string[]> {
    const found: string[] = [];
    for (const kind of kinds)
      for (const { code, breaks } of ROW_RULES[kind]) {
        const { rows } = await this.#client.query<{ key: string }>(
          `with written as (select * from ${tables[kind].table} where change = ${change})
           select key from (${breaks}) as found (key)`,
        );
        found.push(...rows.map(({ key }) => `${kind} ${code} ${key}`));
      }
    return found;
  }

  /** Codes that are found after statements that write in the name of a change; nothing stays. */
  async tried(change: number, kind: RowKind, ...statements: readonly string[]): Promise<string[]> {
    await this.run('begin');
    try {
      await this.run(...statements);
      const found = await this.broken(change, [kind]);
      return [...new Set(found.map(line => line.split(' ')[1] ?? ''))];
    } finally {
      await this.run('rollback');
    }
  }

  /** Streets on which houses are taken after such statements, in their order; nothing stays. */
  async streetsTaken(change: number, statements: readonly string[]): Promise<string[]> {
    await this.run('begin');
    try {
      await this.run(...statements);
      const found = await this.broken(change, ['binding']);
      const taken = found.filter(line => line.startsWith('binding houses-taken '));
      const { rows } = await this.#client.query<{ street: string }>(
        `select street from binding where change = $1 and year || '/' || school || '/' || street = any ($2)
         order by split_part(street, '/', 3)::integer`,
        [change, taken.map(line => line.slice('binding houses-taken '.length))],
      );
      return rows.map(({ street }) => street);
    } finally {
      await this.run('rollback');
    }
  }

  async run(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.#client.query(statement);
  }

  async lastChange(): Promise<number> {
    const { rows } = await this.#client.query<{ last: number }>(
      'select coalesce(max(id), 0) as last from change',
    );
    return rows[0]?.last ?? 0;
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}
