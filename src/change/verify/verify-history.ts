import type { Dialect, Queryable } from '../../db/dialect.ts';
import { historyPages, orgPages } from '../../db/history-lines.ts';
import { rowsOfChange } from '../../db/past-rows.ts';
import { everyEvent } from '../../db/row-events.ts';
import type { ChangeRow } from '../../db/schema.ts';
import { type Row, rowKey } from '../../db/tables.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { SumDigest } from '../digest.ts';
import { addOrg } from '../record.ts';
import { ChainWalk } from './chain-walk.ts';
import { ChangeSums } from './change-sums.ts';

/** What was checked, and what does not agree. */
export interface Verification {
  readonly changes: number;
  /** row changes that were digested again */
  readonly rows: number;
  /**
   * the digest of the last line: kept elsewhere, it tells whether the end of the history is still the same; null where
   * something does not agree
   */
  readonly head: string | null;
  /** the first hundred, in the order of the changes */
  readonly breaks: readonly Problem[];
  /** how many there are */
  readonly total: number;
}

const SHOWN_BREAKS = 100;
/** How many rows of one change a break names. */
const NAMED_ROWS = 10;

/**
 * Recomputes the chain of the history, and the digest of every change from the rows. Streams: memory grows by some
 * bytes a change, and not by the row.
 * @param heard called between two pages; it may throw
 */
export async function verifyHistory(
  db: Queryable,
  dialect: Dialect,
  heard: () => Promise<void>,
): Promise<Verification> {
  const breaks = new Breaks();
  const last = await verifyLines(db, breaks, heard);
  const sums = new ChangeSums();
  for await (const { events, odd } of everyEvent(db, dialect)) {
    for (const event of events) {
      sums.take(event);
      if (!last.known(event.change))
        breaks.add(event.change, () => {
          const key = rowKey(event.kind, (event.after ?? event.before) as Row);
          return problem('history-row-stray', { change: event.change, kind: event.kind, key });
        });
    }
    for (const former of odd) breaks.add(former.change, () => problem('history-former-altered', former));
    await heard();
  }
  for await (const page of historyPages(db)) {
    for (const line of page)
      if (sums.of(line.id) !== line.digest) breaks.add(line.id, await rowsDiffer(db, dialect, line));
    await heard();
  }
  const found = breaks.end();
  const head = found.total === 0 ? last.head : null;
  return { changes: last.changes, rows: sums.rows, head, ...found };
}

/** The chain itself: no line altered, removed, put in, or out of order; and the organisations that belong to each. */
async function verifyLines(db: Queryable, breaks: Breaks, heard: () => Promise<void>) {
  const chain = new ChainWalk();
  const lines = new Set<number>();
  const orgs = new OrgSums(db);
  for await (const page of historyPages(db)) {
    for (const line of page) {
      const { id: change, command, at } = line;
      const { missing, broken } = chain.step(line);
      if (missing !== null)
        breaks.addRun(missing.first, missing.count, one => problem('history-line-missing', { change: one }));
      if (broken !== null) breaks.add(change, () => broken);
      if ((await orgs.of(change)) !== line.orgs)
        breaks.add(change, () => problem('history-orgs-differ', { change, command, at }));
      lines.add(change);
    }
    await heard();
  }
  await orgs.end();
  for (const change of orgs.strays) breaks.add(change, () => problem('history-line-missing', { change }));
  return { changes: lines.size, head: chain.head, known: (change: number) => lines.has(change) };
}

/** The organisations of each change beside the lines of the history, both in the order of the changes. */
class OrgSums {
  readonly strays: number[] = [];
  readonly #pages: AsyncIterator<readonly { change: number; org: string }[]>;
  #page: readonly { change: number; org: string }[] = [];
  #at = 0;

  constructor(db: Queryable) {
    this.#pages = orgPages(db);
  }

  async of(change: number): Promise<string> {
    const sum = new SumDigest();
    for (let next = await this.#next(); next && next.change <= change; next = await this.#next()) {
      if (next.change === change) addOrg(sum, next.org);
      else if (this.strays.at(-1) !== next.change && this.strays.length < SHOWN_BREAKS)
        this.strays.push(next.change);
      this.#at += 1;
    }
    return sum.toString();
  }

  /** What is left belongs to no line. */
  async end(): Promise<void> {
    await this.of(Number.MAX_SAFE_INTEGER);
  }

  async #next(): Promise<{ change: number; org: string } | null> {
    if (this.#at >= this.#page.length) {
      const next = await this.#pages.next();
      if (next.done) return null;
      this.#page = next.value;
      this.#at = 0;
    }
    return this.#page[this.#at] ?? null;
  }
}

async function rowsDiffer(
  db: Queryable,
  dialect: Dialect,
  { id, command, at }: ChangeRow,
): Promise<() => Problem> {
  const first: string[] = [];
  let rows = 0;
  try {
    for await (const page of rowsOfChange(db, dialect, id)) {
      rows += page.length;
      first.push(...page.slice(0, NAMED_ROWS - first.length).map(({ key }) => key));
    }
  } catch (error) {
    // A former value that is no row any more has a break of its own.
    if (!(error instanceof OperatorError)) throw error;
  }
  return () => problem('history-rows-differ', { change: id, command, at, rows, first });
}

/** The first breaks by the number of the change, whatever order they are found in. */
class Breaks {
  readonly #found: { change: number; made: Problem }[] = [];
  #total = 0;

  add(change: number, make: () => Problem): void {
    this.#total += 1;
    const last = this.#found.at(-1);
    if (this.#found.length === SHOWN_BREAKS && last && last.change <= change) return;
    this.#found.push({ change, made: make() });
    this.#found.sort((a, b) => a.change - b.change);
    if (this.#found.length > SHOWN_BREAKS) this.#found.pop();
  }

  /** So many breaks in a row. A forged number may leave a gap of millions, of which only those that are shown are made. */
  addRun(first: number, count: number, make: (change: number) => Problem): void {
    const made = Math.min(count, SHOWN_BREAKS);
    for (let change = first; change < first + made; change++) this.add(change, () => make(change));
    this.#total += Math.max(0, count - made);
  }

  end(): { breaks: readonly Problem[]; total: number } {
    return { breaks: this.#found.map(({ made }) => made), total: this.#total };
  }
}
