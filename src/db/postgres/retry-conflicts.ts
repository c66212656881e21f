import { setTimeout as sleep } from 'node:timers/promises';
import { InputSpent } from '../../errors.ts';
import { isConflict } from './postgres-dialect.ts';

/** How often a transaction that lost against another one is run again. */
const RETRIES = 3;
/** The longest pause before that, in milliseconds: a random part of it, or the same two would meet again. */
const PAUSE_MS = 50;

/**
 * Runs a transaction again when it lost against another one: distributed PostgreSQLs, and stricter isolation than the
 * usual, ask for that (https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html).
 * @throws the conflict itself after the last run, or where the input cannot be read a second time
 */
export async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  let conflict: unknown = null;
  for (let left = RETRIES; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof InputSpent && conflict !== null) throw conflict;
      if (!isConflict(error) || left === 0) throw error;
      conflict = error;
      await sleep(Math.random() * PAUSE_MS);
    }
  }
}
