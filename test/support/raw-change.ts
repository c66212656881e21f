import pg from 'pg';
import { SumDigest } from '../../src/change/digest.ts';
import { addOrg, chainDigest } from '../../src/change/record.ts';
import { valueSql } from '../../src/db/postgres/authority/row-value.ts';
import type { ChangeRow } from '../../src/db/schema.ts';
import { keySql } from '../../src/db/stored-rows.ts';
import { type RowKind, tables } from '../../src/db/tables.ts';

/** How an attempt in plain SQL ended: what the server said, null where it let it be done. */
export interface Attempt {
  /** SQLSTATE */
  readonly code: string | null;
  readonly message: string;
  /** rows that the statements wrote or returned, one after another */
  readonly rows: readonly number[];
}

/** What may be wrong with the line of the history on purpose. */
export type Line = Partial<ChangeRow> & { readonly orgs_named?: readonly string[] };

/** A session of plain SQL, as of somebody in psql who knows how qabyl writes. What it attempts does not stay. */
export class RawSession {
  readonly #client: pg.Client;
  readonly #iin: string;

  private constructor(client: pg.Client, iin: string) {
    this.#client = client;
    this.#iin = iin;
  }

  static async open(url: string, iin: string): Promise<RawSession> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new RawSession(client, iin);
  }

  /** The number that the next change has. */
  async upcoming(): Promise<number> {
    return (await this.#end()).id + 1;
  }

  /** Runs statements in a transaction up to the checks of its commit, and rolls it back. */
  async attempt(...statements: readonly string[]): Promise<Attempt> {
    return this.#run(statements, 'rollback');
  }

  /** The same as `change`, and it stays. */
  async commit(orgs: readonly string[], statements: readonly string[], line: Line = {}): Promise<Attempt> {
    return this.#run([...statements, ...(await this.line(orgs, line))], 'commit');
  }

  async #run(statements: readonly string[], end: 'commit' | 'rollback'): Promise<Attempt> {
    const rows: number[] = [];
    try {
      await this.#client.query('begin');
      for (const statement of statements) rows.push((await this.#client.query(statement)).rowCount ?? 0);
      await this.#client.query('set constraints all immediate');
      return { code: null, message: '', rows };
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      return { code: error.code ?? '', message: error.message, rows };
    } finally {
      await this.#client.query(end);
    }
  }

  /** The same as a change of qabyl would do it: with its line of the history behind it, in one's own name. */
  async change(orgs: readonly string[], statements: readonly string[], line: Line = {}): Promise<Attempt> {
    return this.attempt(...statements, ...(await this.line(orgs, line)));
  }

  /** The statements that end a change. */
  async line(orgs: readonly string[], { orgs_named = orgs, ...wrong }: Line = {}): Promise<string[]> {
    const { id, chain } = await this.#end();
    const org = orgs[0] ?? null;
    const sum = new SumDigest();
    for (const one of orgs_named) addOrg(sum, one);
    const row: Omit<ChangeRow, 'chain'> = {
      id: id + 1,
      at: new Date().toISOString(),
      command: 'import-staff',
      argv: '["import-staff","тізім.csv"]',
      actor: this.#iin,
      org,
      year: null,
      summary: '{}',
      files: '[]',
      digest: '0'.repeat(64),
      orgs: sum.toString(),
      undoes: null,
      program: '0.1.0',
      node: 'v24',
      engine: 'postgres',
      host: 'maktab-pc',
      os_user: 'aigul',
      previous: chain,
      ...wrong,
    };
    const whole = { ...row, chain: wrong.chain ?? chainDigest(row) };
    const named = orgs_named.map(org => `(${row.id}, '${org}')`).join(', ');
    return [
      ...(named === '' ? [] : [`insert into change_org (change, org) values ${named}`]),
      `insert into change select * from jsonb_populate_record(null::change, ${literal(JSON.stringify(whole))})`,
    ];
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async #end(): Promise<{ id: number; chain: string }> {
    const { rows } = await this.#client.query<{ id: number | null; chain: string | null }>(
      'select id, chain from last_change()',
    );
    return { id: rows[0]?.id ?? 0, chain: rows[0]?.chain ?? '' };
  }
}

/** Keeps rows as they are, as a change does before it replaces or removes them. */
export function keeping(kind: RowKind, where: string, change: number, action = 'update'): string {
  const { table } = tables[kind];
  return `insert into former_row (change, kind, key, action, before, former_change)
    select ${change}, '${kind}', ${keySql(tables[kind], 't')}, '${action}', ${valueSql(kind, 't')}, t.change
    from ${table} as t where ${where}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
