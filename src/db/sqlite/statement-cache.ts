import type BetterSqlite from 'better-sqlite3';

/** A bulk asks for three, again and again; their texts change where the widths of its columns do. */
const KEPT = 8;

/** Prepared statements of one open file: what the driver has prepared it frees only when memory runs short. */
export class StatementCache {
  readonly #handle: BetterSqlite.Database;
  readonly #kept = new Map<string, BetterSqlite.Statement<unknown[]>>();

  constructor(handle: BetterSqlite.Database) {
    this.#handle = handle;
  }

  prepare(text: string): BetterSqlite.Statement<unknown[]> {
    const statement = this.#kept.get(text) ?? this.#handle.prepare(text);
    // The one that was asked for last stands last.
    this.#kept.delete(text);
    this.#kept.set(text, statement);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return statement;
  }
}
