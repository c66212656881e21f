import type { Kysely, Transaction } from 'kysely';
import type { OperatorError } from '../errors.ts';
import type { Schema } from './schema.ts';
import type { Row, TableShape } from './tables.ts';

/** A transaction: what every operation and repository reads and writes through. */
export type Tx = Transaction<Schema>;

/** Anything that can be asked: a transaction or the database itself. */
export type Queryable = Kysely<Schema>;

export type RowAction = 'add' | 'update' | 'remove';

/** Who holds the write lock, as far as the database can tell. */
export interface LockHolder {
  readonly holder: string | null;
  readonly since: string | null;
  readonly command: string | null;
}

/** Every difference between SQLite and PostgreSQL, by name. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** makes a text column compare byte by byte */
  readonly byteOrder: string;
  /** what follows the closing parenthesis of `create table` */
  readonly tableOptions: string;
  /** Runs one statement that returns nothing. */
  run(db: Kysely<unknown>, statement: string): Promise<void>;
  /** The schema where new tables go; another schema of the same database may hold tables of the same names. Null where there are no schemas. */
  currentSchema(db: Queryable): Promise<string | null>;
  /** Whether a table of this name exists. */
  hasTable(db: Queryable, table: string): Promise<boolean>;
  /** Whether a database that `init` has not made is at another program's service: always false where many may share it. */
  holdsForeignTables(db: Queryable): Promise<boolean>;
  /** Writes rows of one table in one batch; `change` is the number stamped on them. */
  writeRows(
    tx: Tx,
    shape: TableShape,
    action: RowAction,
    rows: readonly Row[],
    change: number,
  ): Promise<void>;
  /** Checks the references that would be checked at the commit, where that costs no more than the commit itself. */
  checkReferences(tx: Tx): Promise<void>;
  /** Turns an error of the driver into one the operator can act on; null when it is a fault of the program. */
  explain(error: unknown): OperatorError | null;
}
