import type { Tx } from '../../db/dialect.ts';
import type { RowKind } from '../../db/tables.ts';
import { type ChangeFacts, changeFacts, formerChanges } from '../../db/undo-facts.ts';

/**
 * Which change a stored row really comes from. What an `undo` puts back carries the number of the undo; its values are
 * those of the change that had written them before, so that change is in force again and may be taken back itself.
 */
export class Origins {
  readonly #tx: Tx;
  readonly #facts = new Map<number, ChangeFacts | null>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** A line of the history, null when there is none of that number. */
  async facts(change: number): Promise<ChangeFacts | null> {
    const known = this.#facts.get(change);
    if (known !== undefined) return known;
    const found = await changeFacts(this.#tx, change);
    this.#facts.set(change, found);
    return found;
  }

  /** @param written key → the change stamped on the row @returns key → the change it comes from */
  async of(kind: RowKind, written: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    const origins = new Map(written);
    let open = [...origins.keys()];
    while (open.length > 0) {
      const next: string[] = [];
      const byChange = Map.groupBy(open, key => origins.get(key) ?? 0);
      for (const [change, keys] of byChange) {
        const undone = (await this.facts(change))?.undoes ?? null;
        if (undone === null) continue;
        for (const [key, former] of await formerChanges(this.#tx, undone, kind, keys)) {
          origins.set(key, former);
          next.push(key);
        }
      }
      open = next;
    }
    return origins;
  }
}
