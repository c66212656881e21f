import type { StoredRow, Tx } from '../../db/dialect.ts';
import type { PastRow } from '../../db/past-rows.ts';
import { lastRemover } from '../../db/undo-facts.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Origins } from './origins.ts';

/** How many rows one cause names. */
const NAMED = 10;

interface Cause {
  readonly by: number;
  /** the change to take back has itself been taken back */
  readonly undone: boolean;
  rows: number;
  readonly first: string[];
}

/** Rows that are no longer as a change left them, counted by the later change that moved them. */
export class MovedRows {
  readonly #tx: Tx;
  readonly #change: number;
  readonly #origins: Origins;
  readonly #causes = new Map<string, Cause>();
  /** the remover that was found for rows that a change replaced: those that went together are followed once */
  readonly #removers = new Map<string, Promise<number>>();

  /** @param change the one that is to be taken back */
  constructor(tx: Tx, change: number, origins: Origins) {
    this.#tx = tx;
    this.#change = change;
    this.#origins = origins;
  }

  /** @param stored the row as it is now @param origin the change that it comes from */
  async note(row: PastRow, stored: StoredRow | null, origin: number | null): Promise<void> {
    const { by, undone } = stored
      ? this.#moverOf(stored.change, origin ?? stored.change)
      : await this.#removerOf(row);
    const cause = this.#causes.get(`${by} ${undone}`) ?? { by, undone, rows: 0, first: [] };
    this.#causes.set(`${by} ${undone}`, cause);
    cause.rows += 1;
    if (cause.first.length < NAMED) cause.first.push(row.key);
  }

  /** One problem for each later change, the last one first: in that order they can be taken back. */
  async problems(): Promise<Problem[]> {
    const found: Problem[] = [];
    for (const cause of [...this.#causes.values()].sort((a, b) => b.by - a.by))
      found.push(await this.#problemOf(cause));
    return found;
  }

  async #problemOf({ by, undone, rows, first }: Cause): Promise<Problem> {
    if (undone) return problem('change-undone', { change: this.#change, by, rows });
    const { command = '?', at = '' } = (await this.#origins.facts(by)) ?? {};
    return problem('rows-moved-since', { change: this.#change, by, command, at, rows, first });
  }

  /** Values older than the change itself can only come from an undo of it. */
  #moverOf(stamped: number, origin: number): { by: number; undone: boolean } {
    return origin < this.#change ? { by: stamped, undone: true } : { by: origin, undone: false };
  }

  async #removerOf({ kind, key, later }: PastRow): Promise<{ by: number; undone: boolean }> {
    const first = later ?? this.#change;
    const known = this.#removers.get(`${kind} ${first}`) ?? lastRemover(this.#tx, kind, key, first);
    this.#removers.set(`${kind} ${first}`, known);
    const by = await known;
    const target = (await this.#origins.facts(by))?.undoes ?? null;
    return { by, undone: target !== null && (target === this.#change || (await this.#undoes(target))) };
  }

  /** Whether a change is an undo: what takes such a one back brings an older undo into force again. */
  async #undoes(change: number): Promise<boolean> {
    return ((await this.#origins.facts(change))?.undoes ?? null) !== null;
  }
}
