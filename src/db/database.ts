import type { Kysely } from 'kysely';
import type { Dialect, Queryable, Tx } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { Target } from './target.ts';

/** How a writer takes its turn. */
export interface WriteTurn {
  /** how long to wait for another writer, in milliseconds */
  readonly waitMs: number;
  /** ends the waiting, and the work between two batches */
  readonly signal: AbortSignal;
  /** shown to whoever waits for this writer */
  readonly command: string;
}

/** An open database. */
export interface Database {
  readonly target: Target;
  readonly dialect: Dialect;
  readonly kysely: Kysely<Schema>;
  /** Reads inside one snapshot. */
  read<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /**
   * Writes inside one transaction, alone: takes the write lock first. A throw rolls everything back.
   * @throws OperatorError database-locked when another writer does not finish in time
   */
  write<T>(turn: WriteTurn, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Makes what is under way fail soon with `reason` or an error of its own, and all that comes after it; what was
   * being written is rolled back. A commit that has begun is not broken off: nobody could tell how it ended.
   */
  breakOff(reason: unknown): void;
  close(): Promise<void>;
}
