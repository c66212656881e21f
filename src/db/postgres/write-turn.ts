import type { Kysely } from 'kysely';
import type { WriteTurn } from '../database.ts';
import type { Tx } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { explainPostgres } from './postgres-dialect.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { takeLock } from './take-lock.ts';

/** Told while a commit is under way. */
export interface CommitWatch {
  readonly begins: () => void;
  readonly ended: () => void;
}

/** Writes inside one transaction, alone: takes the write lock first, and runs again what lost against another writer. */
export async function takeTurn<T>(
  kysely: Kysely<Schema>,
  turn: WriteTurn,
  target: string,
  work: (tx: Tx) => Promise<T>,
  commit: CommitWatch,
): Promise<T> {
  const attempt = () =>
    kysely.transaction().execute(async tx => {
      commit.ended();
      await takeLock(tx, turn, target);
      const answer = await work(tx);
      commit.begins();
      return answer;
    });
  try {
    return await retryConflicts(attempt);
  } catch (error) {
    throw explainPostgres(error, target) ?? error;
  } finally {
    commit.ended();
  }
}
