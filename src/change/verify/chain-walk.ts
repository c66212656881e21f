import type { Queryable } from '../../db/dialect.ts';
import { historyPages, lastLine } from '../../db/history-lines.ts';
import type { ChangeRow } from '../../db/schema.ts';
import type { HistoryFacts } from '../../domain/doctor/facts.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { chainDigest } from '../record.ts';

/** What one line tells of the chain: the lines that are missing before it, and what is wrong with itself. */
export interface ChainStep {
  readonly missing: { readonly first: number; readonly count: number } | null;
  readonly broken: Problem | null;
}

/** Goes along the lines of the history, the oldest first: none is altered, removed, put in, or out of order. */
export class ChainWalk {
  /** the digest of the last line */
  head: string | null = null;
  #expected: number;
  /** before the first line that is looked at there may be others, whose digest is not known */
  #follows: boolean;

  /** @param after the number of the line before the first one that is looked at; 0 for the whole history */
  constructor(after = 0) {
    this.#expected = after + 1;
    this.#follows = after === 0;
  }

  step(line: ChangeRow): ChainStep {
    const { id: change, command, at, chain, ...rest } = line;
    const first = this.#expected;
    const count = change - first;
    const isAltered = chainDigest({ id: change, command, at, ...rest }) !== chain;
    // After a line that is missing the next one cannot follow: one break is enough.
    const isDetached = this.#follows && count <= 0 && line.previous !== (this.head ?? '');
    this.head = chain;
    this.#expected = change + 1;
    this.#follows = true;
    return {
      missing: count > 0 ? { first, count } : null,
      broken: isAltered
        ? problem('history-line-altered', { change, command, at })
        : isDetached
          ? problem('history-line-detached', { change, command, at })
          : null,
    };
  }
}

/** A hundred thousand lines are looked through in a second or two. */
const MOST_LINES = 100_000;

/**
 * Whether the chain is whole: all of it, or its last lines where it is very long. The rows are not looked at.
 * @param partly the login that sees only a part of the lines: nothing can be said then
 * @param heard called between two pages; it may throw
 */
export async function walkHistory(
  db: Queryable,
  partly: string | null,
  heard: () => Promise<void>,
  most: number = MOST_LINES,
): Promise<HistoryFacts> {
  if (partly !== null) return { partly, lines: 0, all: false, broken: null };
  const after = Math.max(0, ((await lastLine(db))?.change ?? 0) - most);
  const walk = new ChainWalk(after);
  let lines = 0;
  for await (const page of historyPages(db, after === 0 ? null : after)) {
    for (const line of page) {
      lines += 1;
      const { missing, broken } = walk.step(line);
      const found = missing === null ? broken : problem('history-line-missing', { change: missing.first });
      if (found !== null) return { partly, lines, all: false, broken: found };
    }
    await heard();
  }
  return { partly, lines, all: after === 0, broken: null };
}
