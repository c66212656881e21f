import { sql } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database } from '../database.ts';
import type { Queryable } from '../dialect.ts';
import { lastChange } from '../history.ts';
import { databaseVersion } from '../migrate.ts';
import type { Backup, BackupHeader, TablePage } from './backup.ts';
import { requireKnownSchema } from './backup-schema.ts';
import { damaged, fitsTable, tellsDamage } from './damage.ts';
import { type StoredTable, storedTables } from './stored-tables.ts';
import { tablePages } from './table-pages.ts';

/** A backup that is a database file. Only its rows are taken over: whatever else may be in the file stays there. */
export class SqliteBackup implements Backup {
  readonly header: BackupHeader;
  readonly #file: string;
  readonly #database: Database;

  private constructor(file: string, database: Database, header: BackupHeader) {
    this.#file = file;
    this.#database = database;
    this.header = header;
  }

  /**
   * @param file what people call it
   * @throws OperatorError backup-foreign, backup-newer, backup-older, backup-damaged
   */
  static async open(file: string, database: Database): Promise<SqliteBackup> {
    const header = await guarded(file, () => database.read(db => readHeader(db, database)));
    if (header === null) throw new OperatorError(problem('backup-foreign', { file }));
    requireKnownSchema(file, header);
    return new SqliteBackup(file, database, header);
  }

  read(take: (page: TablePage) => Promise<void>): Promise<number> {
    return this.#database.read(async db => {
      let rows = 0;
      for (const table of storedTables) rows += await this.#readTable(db, table, take);
      return rows;
    });
  }

  async #readTable(
    db: Queryable,
    table: StoredTable,
    take: (page: TablePage) => Promise<void>,
  ): Promise<number> {
    const file = this.#file;
    const counted = await guarded(file, () =>
      sql<{ n: number }>`select count(*) as n from ${sql.table(table.table)}`.execute(db),
    );
    const left = counted.rows[0]?.n ?? 0;
    const pages = tablePages(db, table);
    for (let rows = 0; ; ) {
      const page = await guarded(file, () => pages.next());
      if (page.done) {
        if (rows !== left) throw damaged(file, 'miscounted', null);
        return rows;
      }
      rows += page.value.rows.length;
      // An index whose order is broken could lead round and round.
      if (rows > left) throw damaged(file, 'miscounted', null);
      if (!fitsTable(page.value)) throw damaged(file, 'altered', null);
      await take(page.value);
    }
  }
}

async function readHeader(db: Queryable, { dialect }: Database): Promise<BackupHeader | null> {
  const databaseSchema = await databaseVersion(db, dialect);
  if (databaseSchema === null) return null;
  if (!(await dialect.hasTable(db, 'change'))) return null;
  const { id, chain } = await lastChange(db, dialect);
  const last = await sql<{ program: string }>`select program from change where id = ${id}`.execute(db);
  return { databaseSchema, program: last.rows[0]?.program ?? '', change: id, head: chain };
}

async function guarded<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw tellsDamage(error) ? damaged(file, 'altered', null, error) : error;
  }
}
