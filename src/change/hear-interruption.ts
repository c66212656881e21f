import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets the program hear Ctrl-C: better-sqlite3 is synchronous, so between two batches it must stop to hear anything.
 * @throws the reason of the interruption
 */
export async function hearInterruption(signal: AbortSignal): Promise<void> {
  // The first turn may end before signals are asked for: the second comes after them.
  await nextTurn();
  await nextTurn();
  signal.throwIfAborted();
}
