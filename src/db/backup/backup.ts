import type { Cell } from '../packed-rows.ts';
import type { StoredTable } from './stored-tables.ts';

/** What a backup says of itself. */
export interface BackupHeader {
  /** version of the database's schema */
  readonly databaseSchema: string;
  /** version of the program that made it, or that wrote to it last */
  readonly program: string;
  /** number and chain digest of the last change; 0 and '' where there is none */
  readonly change: number;
  readonly head: string;
}

/** Some rows of one table, as cells in the order of its columns. */
export interface TablePage {
  readonly table: StoredTable;
  readonly rows: readonly (readonly Cell[])[];
}

/** A backup that is open. */
export interface Backup {
  readonly header: BackupHeader;
  /**
   * Hands all of it over, a page at a time and table by table in their order; may be called again.
   * @returns how many rows there were
   * @throws OperatorError backup-damaged; whatever `take` throws
   */
  read(take: (page: TablePage) => Promise<void>): Promise<number>;
}
