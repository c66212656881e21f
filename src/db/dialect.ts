import type { Kysely, Transaction } from 'kysely';
import type { OperatorError } from '../errors.ts';
import type { StoredTable } from './backup/stored-tables.ts';
import type { Cell, PackedRows } from './packed-rows.ts';
import type { Schema } from './schema.ts';
import type { Row, TableShape } from './tables.ts';

/** A transaction: what every operation and repository reads and writes through. */
export type Tx = Transaction<Schema>;

/** Anything that can be asked: a transaction or the database itself. */
export type Queryable = Kysely<Schema>;

export type RowAction = 'add' | 'update' | 'remove';

/** A row as stored, with the change that last wrote it. */
export type StoredRow = Row & { readonly change: number };

/** Who holds the write lock, as far as the database can tell. */
export interface LockHolder {
  readonly holder: string | null;
  readonly since: string | null;
  readonly command: string | null;
}

/** `above`: no rules would hold it; `group`: nobody can log in as it. */
export type LoginState = 'usable' | 'missing' | 'above' | 'group';

/** A login that the database itself holds to the rights of one employee. */
export interface Session {
  readonly login: string;
  /** the employee; null while nobody has tied the login to one */
  readonly iin: string | null;
}

/** Every row's `column` names a row of another table. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly key: string;
}

/** What makes a reference hold: a part of the column's definition, and what follows the tables. */
export interface BulkReference {
  readonly clause: string;
  readonly statements: readonly string[];
}

/** Every difference between SQLite and PostgreSQL, by name. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** makes a text column compare byte by byte */
  readonly byteOrder: string;
  /** what follows the closing parenthesis of `create table` */
  readonly tableOptions: string;
  /** the same for a table that grows by the hundred thousand rows, in no order */
  readonly bulkTableOptions: string;
  /** How such a table is held to a reference. */
  bulkReference(reference: Reference, schema: string | null): BulkReference;
  /**
   * What follows the tables: what a session may see of people, and, where sessions have logins of their own, what keeps
   * each to the rights of its employee.
   */
  guards(schema: string | null): readonly string[];
  /** Who the session is for the database; null where it takes the client's word for it: a file, or the login that owns the tables. */
  session(db: Queryable): Promise<Session | null>;
  /** What stands against tying a login to an employee: null where there are no logins at all. */
  loginState(db: Queryable, login: string): Promise<LoginState | null>;
  /** Where the end of the history's chain is read, with columns `id` and `chain`: a session may see only a part of the lines. */
  readonly lastChange: string;
  /** Runs statements that return nothing, one after another. */
  run(db: Kysely<unknown>, ...statements: readonly string[]): Promise<void>;
  /** The schema where new tables go; another schema of the same database may hold tables of the same names. Null where there are no schemas. */
  currentSchema(db: Queryable): Promise<string | null>;
  /** Whether a table of this name exists. */
  hasTable(db: Queryable, table: string): Promise<boolean>;
  /** Whether a database that `init` has not made is at another program's service: always false where many may share it. */
  holdsForeignTables(db: Queryable): Promise<boolean>;
  /** Whether there is nothing at all where the tables go. */
  isEmpty(db: Queryable): Promise<boolean>;
  /** Writes rows of one table in one batch; `change` is the number stamped on them. */
  writeRows(
    tx: Tx,
    shape: TableShape,
    action: RowAction,
    rows: readonly Row[],
    change: number,
  ): Promise<void>;
  /** Adds packed rows, best in the order of the index of the table's key. */
  addPacked(tx: Tx, shape: TableShape, rows: PackedRows, change: number): Promise<void>;
  /** Adds rows of a backup, each with the change that wrote it. */
  addStored(tx: Tx, table: StoredTable, rows: readonly (readonly Cell[])[]): Promise<void>;
  /**
   * Compares packed rows with those stored under the same keys; a null says nothing.
   * @returns the ones that are not stored just so: their number in `rows` → the stored row, null where there is none
   */
  findUnlike(tx: Tx, shape: TableShape, rows: PackedRows): Promise<ReadonlyMap<number, StoredRow | null>>;
  /**
   * Joins a table, named `stored`, to keys, named `given`, by one probe of its index a key.
   * @param on the condition under which a row has a key, and no two rows have one
   */
  joinByKey(table: string, on: string): string;
  /** Checks the references that would be checked at the commit, where that costs no more than the commit itself. */
  checkReferences(tx: Tx): Promise<void>;
  /** The database's name and version, `sqlite 3.53.0`. */
  engineVersion(db: Queryable): Promise<string>;
  /** Turns an error of the driver into one the operator can act on; null when it is a fault of the program. */
  explain(error: unknown): OperatorError | null;
}
