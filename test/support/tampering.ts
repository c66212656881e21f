import type { District } from './district.ts';
import { type Inside, lookInside, type StoredRow } from './look-inside.ts';

/** Changes rows past the program, the way somebody with the password of the database could, and puts them back. */
export class Tampering {
  readonly #inside: Inside;
  readonly #engine: 'sqlite' | 'postgres';

  private constructor(inside: Inside, engine: 'sqlite' | 'postgres') {
    this.#inside = inside;
    this.#engine = engine;
  }

  static async with(district: District): Promise<Tampering> {
    const engine = district.db.startsWith('postgres') ? 'postgres' : 'sqlite';
    const inside = await lookInside(district.db);
    // References would refuse much of it, and whoever tampers can switch them off.
    await inside.run([
      engine === 'sqlite' ? 'pragma foreign_keys = off' : 'set session_replication_role = replica',
    ]);
    return new Tampering(inside, engine);
  }

  rows(table: string): Promise<readonly StoredRow[]> {
    return this.#inside.rows(`select * from ${table}`);
  }

  /** @returns whether the database took it */
  async run(...statements: readonly string[]): Promise<boolean> {
    try {
      await this.#inside.run(statements);
      return true;
    } catch {
      return false;
    }
  }

  /** Alters a cell, looks, and puts it back. @returns null where the database itself refuses such a value */
  async altered<T>(
    table: string,
    row: StoredRow,
    column: string,
    value: unknown,
    look: () => Promise<T>,
  ): Promise<T | null> {
    const changed = { ...row, [column]: value };
    if (!(await this.run(`update ${table} set ${column} = ${literal(value)} where ${matching(row)}`)))
      return null;
    try {
      return await look();
    } finally {
      await this.#must(`update ${table} set ${column} = ${literal(row[column])} where ${matching(changed)}`);
    }
  }

  /** Removes a row, looks, and puts it back. */
  async removed<T>(table: string, row: StoredRow, look: () => Promise<T>): Promise<T> {
    await this.#must(`delete from ${table} where ${matching(row)}`);
    try {
      return await look();
    } finally {
      await this.#must(insertion(table, row));
    }
  }

  /** Adds a row, looks, and takes it away. @returns null where the database itself refuses it */
  async added<T>(table: string, row: StoredRow, look: () => Promise<T>): Promise<T | null> {
    if (!(await this.run(insertion(table, row)))) return null;
    try {
      return await look();
    } finally {
      await this.#must(`delete from ${table} where ${matching(row)}`);
    }
  }

  close(): Promise<void> {
    return this.#inside.close();
  }

  async #must(statement: string): Promise<void> {
    if (!(await this.run(statement))) throw new Error(`${this.#engine} refused: ${statement}`);
  }
}

function insertion(table: string, row: StoredRow): string {
  return `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`;
}

function matching(row: StoredRow): string {
  return Object.entries(row)
    .map(([column, value]) => (value === null ? `${column} is null` : `${column} = ${literal(value)}`))
    .join(' and ');
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}
