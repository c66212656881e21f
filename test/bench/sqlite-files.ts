import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { EMPLOYEES_OF_INIT, initDatabase } from './qabyl.ts';
import { HEADER } from './staff-file.ts';

/** Fresh database files, by copying one that is ready. */
export class SqliteFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A path in the bench's folder. */
  path(name: string): string {
    return join(this.#folder, `${name}.db`);
  }

  /** A database that `qabyl init` has made. */
  async freshOwn(name: string): Promise<void> {
    const ready = this.path('init');
    if (!existsSync(ready)) await initDatabase(ready);
    this.drop(name);
    copyFileSync(ready, this.path(name));
  }

  /**
   * The peers' table: the file's columns, typed, with the IIN as the key. SQLite's own settings: rollback journal,
   * synchronous FULL, its page size.
   * @param options of the table, as SQL
   */
  freshPeer(name: string, options = ''): void {
    this.drop(name);
    const columns = HEADER.map((title, i) => `"${title}" text${i === 0 ? ' primary key' : ''}`);
    const handle = new BetterSqlite(this.path(name));
    handle.exec(`create table peer (${columns.join(', ')}) ${options}`);
    handle.close();
  }

  /** @throws Error where the table has another number of rows than the file */
  checkPeer(name: string, rows: number): void {
    this.expect(name, 'select count(*) from peer', rows);
  }

  /** @throws Error where other employees are there than those of the file and of `qabyl init`, or another history */
  checkOwn(name: string, rows: number, changes: number): void {
    this.expect(name, 'select count(*) from staff', rows + EMPLOYEES_OF_INIT);
    this.expect(name, 'select count(*) from change', changes);
  }

  /** A copy of a database that nobody has open. */
  copy(from: string, to: string): void {
    this.drop(to);
    copyFileSync(this.path(from), this.path(to));
  }

  /** Bytes of a database that nobody has open. */
  sizeOf(name: string): number {
    return statSync(this.path(name)).size;
  }

  drop(name: string): void {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(this.path(name) + suffix, { force: true });
  }

  /** @throws Error where a query for one number gives another one */
  expect(name: string, query: string, expected: number): void {
    const found = this.figure(name, query);
    if (found !== expected) throw new Error(`${query} gives ${found}, not ${expected}`);
  }

  /** What a query for one number gives; NaN for nothing. */
  figure(name: string, query: string): number {
    const handle = new BetterSqlite(this.path(name), { readonly: true });
    const found = handle.prepare<[], number>(query).pluck().get();
    handle.close();
    return found ?? Number.NaN;
  }
}
