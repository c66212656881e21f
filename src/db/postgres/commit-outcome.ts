import { CompiledQuery, type Kysely } from 'kysely';
import type { HistoryLine } from '../database.ts';
import type { Dialect, Queryable, Tx } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { postgresCode } from './postgres-dialect.ts';
import { isLoss } from './run-again.ts';
import type { ServerLine } from './server-line.ts';
import { waitForLock } from './take-lock.ts';

/** How long to wait before asking once more, in milliseconds. */
const ASK_EVERY_MS = 100;
/** `insufficient_privilege`: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const FORBIDDEN = '42501';

/**
 * Finds out whether a commit whose answer was lost has come about: by the number and the digest of its line of the
 * history, once the transaction has ended for certain.
 * @param waitMs how long to go on asking
 * @param signal ends the asking
 * @returns null where the server does not answer in time
 */
export async function lookUpCommit(
  kysely: Kysely<Schema>,
  dialect: Dialect,
  line: ServerLine,
  written: HistoryLine,
  waitMs: number,
  signal: AbortSignal,
): Promise<boolean | null> {
  const deadline = performance.now() + waitMs;
  while (!signal.aborted) {
    try {
      await endLeftOver(kysely, line, 'idle in transaction');
      return await isWritten(kysely, dialect, written, deadline, signal);
    } catch (error) {
      if (!isLoss(error, line) || performance.now() >= deadline) return null;
      await line.pause(ASK_EVERY_MS);
    }
  }
  return null;
}

/**
 * Ends what the server still holds open for connections that are no more: it may not notice for hours that a client
 * is gone, and keep the write lock for it.
 * @param state end only those that are in this state
 */
export async function endLeftOver(
  kysely: Kysely<Schema>,
  line: ServerLine,
  state: string | null,
): Promise<void> {
  if (line.gone.length === 0) return;
  // Started before this connection: a process that came later may have been given an old number. A writer adds to its
  // name since when it writes.
  const query = CompiledQuery.raw(
    `select pg_terminate_backend(theirs.pid)
     from pg_stat_activity as theirs, pg_stat_activity as mine
     where theirs.pid = any($1) and mine.pid = pg_backend_pid() and theirs.pid <> mine.pid
       and theirs.usename = mine.usename and starts_with(theirs.application_name, mine.application_name)
       and theirs.backend_start < mine.backend_start and theirs.state = coalesce($2, theirs.state)`,
    [line.gone, state],
  );
  try {
    await kysely.executeQuery(query);
  } catch (error) {
    // A distributed PostgreSQL may know no such processes: it has other ways to notice.
    if (isLoss(error, line)) throw error;
  }
}

/** Whoever has the write lock knows that the transaction is over: it held the lock to its end. */
async function isWritten(
  kysely: Kysely<Schema>,
  dialect: Dialect,
  { id, chain }: HistoryLine,
  deadline: number,
  signal: AbortSignal,
): Promise<boolean | null> {
  let found: { readonly written: boolean | null } | null = null;
  try {
    await kysely.transaction().execute(async tx => {
      found = { written: await lookFor(tx) };
    });
  } catch (error) {
    // What was found holds, though the line was lost on the way out.
    if (found !== null) return (found as { readonly written: boolean | null }).written;
    if (postgresCode(error) !== FORBIDDEN) throw error;
    // The access is gone, perhaps with this very change. Whoever took it away wrote a line after the transaction was
    // over; where there is none, the access was taken past the program, and nothing tells whether it is over.
    const there = await chainOf(kysely, id);
    return there === null ? null : there === chain;
  }
  return (found as { readonly written: boolean | null } | null)?.written ?? null;

  async function lookFor(tx: Tx): Promise<boolean | null> {
    if (!(await waitForLock(tx, deadline, signal))) return null;
    if (!(await dialect.hasTable(tx, 'change'))) return false;
    return (await chainOf(tx, id)) === chain;
  }
}

/** The digest of a line of the history, which may be somebody else's that this session may not see; null without one. */
async function chainOf(db: Queryable, change: number): Promise<string | null> {
  const query = CompiledQuery.raw('select chain_of($1) as chain', [change]);
  const { rows } = await db.executeQuery<{ chain: string | null }>(query);
  return rows[0]?.chain ?? null;
}
