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

/** A line of the history, by which a commit can be found again. */
export interface HistoryLine {
  readonly id: number;
  readonly chain: string;
}

/**
 * Work inside one transaction. It may be run again from its start.
 * @param leaves told the line of the history that the commit leaves behind: should the connection be lost just then, it
 * tells how that ended
 */
export type Writing<T> = (tx: Tx, leaves: (line: HistoryLine) => void) => Promise<T>;

/** An open database. */
export interface Database {
  readonly target: Target;
  readonly dialect: Dialect;
  readonly kysely: Kysely<Schema>;
  /** Asks without a transaction; again, when the connection was lost. */
  ask<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /**
   * Reads inside one snapshot. Runs again, as a writer does, as long as nothing was told of what was read
   * (`OpenOptions.told`).
   */
  read<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /**
   * Writes inside one transaction, alone: takes the write lock first. A throw rolls everything back. What lost against
   * another transaction, or lost its connection, runs again.
   * @throws OperatorError database-locked when another writer does not finish in time; connection-lost when nothing was
   * written; commit-unresolved when the server cannot be asked whether it was
   */
  write<T>(turn: WriteTurn, work: Writing<T>): Promise<T>;
  /**
   * Makes what is under way fail soon with `reason` or an error of its own, and all that comes after it; what was
   * being written is rolled back. A commit that has begun is not broken off: nobody could tell how it ended.
   */
  breakOff(reason: unknown): void;
  close(): Promise<void>;
}
