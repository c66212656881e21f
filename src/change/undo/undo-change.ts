import type { StoredRow, Tx } from '../../db/dialect.ts';
import { findLogins } from '../../db/logins.ts';
import { type PastRow, rowsOfChange } from '../../db/past-rows.ts';
import { countPopulation } from '../../db/populations.ts';
import type { ChangeRow, LoginRow } from '../../db/schema.ts';
import { storedRows } from '../../db/stored-rows.ts';
import { type Row, type RowKind, type RowOf, rowKey } from '../../db/tables.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { ChangeNote } from '../describe-row.ts';
import { SumDigest } from '../digest.ts';
import { rowDigest } from '../row-change.ts';
import type { Sink } from '../sink.ts';
import { approvalFor, isDismissal, weighsOn } from './meaning.ts';
import { MovedRows } from './moved-rows.ts';
import { OrgsMeanwhile } from './orgs-meanwhile.ts';
import { Origins } from './origins.ts';
import { Undone } from './undone.ts';

/** What the caller knows of people and organisations. */
export interface UndoManner {
  /** @throws OperatorError not-permitted where the actor may not write such a row of that organisation */
  readonly authorize: (kind: RowKind, row: Row) => void;
  /** How people call some rows of a kind. */
  readonly labels: (kind: RowKind, rows: readonly Row[]) => Promise<(row: Row) => string | null>;
}

/**
 * Takes a change back: what it replaced or removed is put back with its former values, what it added is taken away.
 * Rows that moved since are refused, all of them, and then nothing is written. Page by page: memory does not grow with
 * the change.
 * @returns what was touched, for the rules that must hold afterwards
 */
export async function undoChange(tx: Tx, sink: Sink, change: ChangeRow, manner: UndoManner): Promise<Undone> {
  const undoing = new Undoing(tx, sink, change.id, manner);
  for await (const page of rowsOfChange(tx, sink.dialect, change.id, { until: sink.change })) {
    await undoing.take(page);
    await sink.drain();
  }
  return undoing.finish(change);
}

class Undoing {
  readonly #tx: Tx;
  readonly #sink: Sink;
  readonly #change: number;
  readonly #manner: UndoManner;
  readonly #origins: Origins;
  readonly #moved: MovedRows;
  readonly #orgs: OrgsMeanwhile;
  readonly #undone = new Undone();
  /** the digest of what the change wrote, as it can be found now */
  readonly #sum = new SumDigest();
  /** what the database would refuse; one of them may stand for many rows */
  readonly #refused = new Set<Problem>();
  /** organisation → kind and year → how many rows of it there are */
  readonly #populations = new Map<string, Map<string, number>>();

  constructor(tx: Tx, sink: Sink, change: number, manner: UndoManner) {
    this.#tx = tx;
    this.#sink = sink;
    this.#change = change;
    this.#manner = manner;
    this.#origins = new Origins(tx);
    this.#moved = new MovedRows(tx, change, this.#origins);
    this.#orgs = new OrgsMeanwhile(tx);
  }

  async take(page: readonly PastRow[]): Promise<void> {
    const kind = page[0]?.kind;
    if (kind === undefined) return;
    for (const row of page) this.#sum.add(rowDigest(row));
    for (const { before, after } of page)
      for (const row of [before, after]) if (row) this.#manner.authorize(kind, row);
    const doubtful = page.filter(({ later, after }) => later !== null || after === null);
    const found = await storedRows(
      this.#tx,
      this.#sink.dialect,
      kind,
      doubtful.map(({ before, after }) => (after ?? before) as Row),
    );
    const stored = new Map(found.map(row => [rowKey(kind, row), row]));
    const origins = await this.#origins.of(kind, new Map([...stored].map(([key, row]) => [key, row.change])));
    const labelOf = await this.#manner.labels(
      kind,
      page.map(({ before, after }) => (after ?? before) as Row),
    );
    for (const past of page) {
      const { key, before, after, later } = past;
      const asLeft = later === null && after !== null;
      const now = asLeft ? ({ ...after, change: this.#change } as StoredRow) : (stored.get(key) ?? null);
      const origin = origins.get(key) ?? null;
      const unmoved = asLeft || (after === null ? now === null : now !== null && origin === this.#change);
      if (!unmoved) await this.#moved.note(past, now, origin);
      else await this.#putBack(kind, now, before, labelOf((after ?? before) as Row));
    }
  }

  async finish({ digest, command, at }: ChangeRow): Promise<Undone> {
    // What somebody altered past the program is not what the change wrote: it must not come back as if it were.
    if (this.#sum.toString() !== digest)
      this.#refused.add(
        problem('history-rows-differ', { change: this.#change, command, at, rows: 0, first: [] }),
      );
    this.#sink.problem(...(await this.#moved.problems()), ...this.#refused);
    await this.#sink.flush();
    return this.#undone;
  }

  async #putBack(
    kind: RowKind,
    now: StoredRow | null,
    before: Row | null,
    label: string | null,
  ): Promise<void> {
    const gone = await this.#orgs.gone(kind, now, before);
    if (gone) this.#refused.add(gone);
    const taken = await this.#orgs.taken(kind, now, before);
    if (taken) this.#refused.add(taken);
    const other = kind === 'login' && before !== null ? await this.#otherPerson(before as LoginRow) : null;
    if (other) this.#refused.add(other);
    if (gone || taken || other) return;
    this.#undone.note(kind, now, before);
    const note = {
      ...(label === null ? {} : { label }),
      ...(now && (await this.#noteOf(kind, now, before))),
    };
    if (before !== null)
      this.#sink.put(kind, now as (RowOf[RowKind] & { change: number }) | null, before, note);
    else if (now !== null) this.#sink.remove(kind, now as RowOf[RowKind] & { change: number }, note);
  }

  /** A login that was given to somebody else meanwhile. */
  async #otherPerson({ login, iin }: LoginRow): Promise<Problem | null> {
    const other = (await findLogins(this.#tx, { login })).find(row => row.iin !== iin);
    return other ? problem('login-of-another', { login, iin: other.iin }) : null;
  }

  async #noteOf(kind: RowKind, now: Row, before: Row | null): Promise<ChangeNote> {
    const approval = approvalFor(kind, now, before);
    const weighs = weighsOn(kind, now);
    if (weighs !== null) await this.#weigh(kind as 'staff' | 'binding' | 'street', weighs, now);
    return {
      ...(approval === null ? {} : { approval }),
      ...(weighs === null ? {} : { weighs }),
      ...(before !== null && isDismissal(kind, now, before) ? { removal: true } : {}),
    };
  }

  /** Counted when its first row is met, which is before any of them is written. */
  async #weigh(kind: 'staff' | 'binding' | 'street', org: string, now: Row): Promise<void> {
    const year = 'year' in now ? now.year : null;
    const counts = this.#populations.get(org) ?? new Map<string, number>();
    this.#populations.set(org, counts);
    if (counts.has(`${kind} ${year}`)) return;
    counts.set(`${kind} ${year}`, await countPopulation(this.#tx, kind, org, year));
    this.#sink.population(
      org,
      [...counts.values()].reduce((sum, n) => sum + n, 0),
    );
  }
}
