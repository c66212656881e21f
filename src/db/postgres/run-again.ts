import { isLost, isUnreachable } from './lost-line.ts';
import { isConflict } from './postgres-dialect.ts';
import type { ServerLine } from './server-line.ts';

/** How often a piece of work is run again. */
const RETRIES = 3;
/**
 * The longest pause after losing against another transaction, in milliseconds: a random part of it, or the same two
 * would meet again.
 */
const CONFLICT_PAUSE_MS = 50;
/** The pauses after losing the line, in milliseconds: a server that starts again is back within seconds. */
const LOST_PAUSES_MS = [100, 500, 2000];

/**
 * Runs work again, all of it, when its transaction lost against another one (distributed PostgreSQLs, and stricter
 * isolation than the usual, ask for that: https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html)
 * or when the line to the server was lost. A server that has never answered is not asked again.
 * @param mayRepeat asked before each further run
 * @throws the conflict, or the loss, itself after the last run
 */
export async function runAgain<T>(
  line: ServerLine,
  mayRepeat: () => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let run = 0; ; run++) {
    try {
      return await attempt();
    } catch (error) {
      const lost = isLoss(error, line);
      if (!(lost || isConflict(error)) || run === RETRIES || line.broken || !mayRepeat()) throw error;
      await line.pause(lost ? (LOST_PAUSES_MS[run] ?? 0) : Math.random() * CONFLICT_PAUSE_MS);
      if (line.broken) throw error;
    }
  }
}

/** Whether the line was lost, or could not be had again after that. */
export function isLoss(error: unknown, line: ServerLine): boolean {
  return isLost(error) || (line.answered && isUnreachable(error));
}
