import type { Kysely } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { HistoryLine, WriteTurn, Writing } from '../database.ts';
import type { Dialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { endLeftOver, lookUpCommit } from './commit-outcome.ts';
import { explainPostgres, reasonOf } from './postgres-dialect.ts';
import { isLoss, runAgain } from './run-again.ts';
import type { ServerLine } from './server-line.ts';
import { takeLock } from './take-lock.ts';

/**
 * At least so long a server is asked how a commit ended, in milliseconds: whoever does not want to wait for another
 * writer wants to know all the same, and a server that starts again is back by then.
 */
const LOOK_UP_MS = 15_000;

/** The server that turns are taken at. */
export interface WrittenServer {
  readonly kysely: Kysely<Schema>;
  readonly dialect: Dialect;
  readonly line: ServerLine;
  /** as it may be shown */
  readonly target: string;
}

/**
 * Writes inside one transaction, alone: takes the write lock first. What lost against another transaction, or lost its
 * line before the commit, runs again; what lost it during the commit is looked up.
 * @throws OperatorError connection-lost: nothing was written; commit-unresolved: the server could not be asked
 */
export async function takeTurn<T>(server: WrittenServer, turn: WriteTurn, work: Writing<T>): Promise<T> {
  const { line, target } = server;
  try {
    return await runAgain(
      line,
      () => !turn.signal.aborted,
      () => attempt(server, turn, work),
    );
  } catch (error) {
    if (line.answered && isLoss(error, line))
      throw new OperatorError(problem('connection-lost', { target, reason: reasonOf(error) }), {
        cause: error,
      });
    throw explainPostgres(error, target) ?? error;
  } finally {
    line.committed();
  }
}

async function attempt<T>(server: WrittenServer, turn: WriteTurn, work: Writing<T>): Promise<T> {
  const { kysely, line, target } = server;
  await endLeftOver(kysely, line, null);
  let written: HistoryLine | null = null;
  let made: { readonly answer: T } | null = null;
  try {
    return await kysely.transaction().execute(async tx => {
      await takeLock(tx, turn, target);
      const answer = await work(tx, historyLine => {
        written = historyLine;
      });
      made = { answer };
      line.commits();
      return answer;
    });
  } catch (error) {
    return afterCommit(server, turn, { written, made }, error);
  }
}

/** What became of a transaction that failed: thrown on, unless it was the answer to its commit that was lost. */
async function afterCommit<T>(
  { kysely, dialect, line, target }: WrittenServer,
  turn: WriteTurn,
  { written, made }: { written: HistoryLine | null; made: { readonly answer: T } | null },
  error: unknown,
): Promise<T> {
  if (made === null || written === null || !isLoss(error, line)) throw error;
  // Whoever presses Ctrl-C now waits for the server no longer.
  const hangUp = () => line.hangUp();
  turn.signal.addEventListener('abort', hangUp);
  try {
    const found = turn.signal.aborted
      ? null
      : await lookUpCommit(kysely, dialect, line, written, Math.max(turn.waitMs, LOOK_UP_MS), turn.signal);
    if (found === null)
      throw new OperatorError(
        problem('commit-unresolved', { target, change: written.id, reason: reasonOf(error) }),
        { cause: error },
      );
    if (!found) throw error;
    return made.answer;
  } finally {
    turn.signal.removeEventListener('abort', hangUp);
    line.committed();
  }
}
