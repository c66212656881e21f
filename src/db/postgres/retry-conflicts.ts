import { setTimeout as sleep } from 'node:timers/promises';
import { isConflict } from './postgres-dialect.ts';

/** How often a transaction that lost against another one is run again. */
const RETRIES = 3;
/** The longest pause before that, in milliseconds: a random part of it, or the same two would meet again. */
const PAUSE_MS = 50;

/**
 * Runs a transaction again when it lost against another one: distributed PostgreSQLs, and stricter isolation than the
 * usual, ask for that (https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html).
 * @throws the conflict itself after the last run
 */
export async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = RETRIES; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error) || left === 0) throw error;
      await sleep(Math.random() * PAUSE_MS);
    }
  }
}
