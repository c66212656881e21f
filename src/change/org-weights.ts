import type { RowAction } from '../db/dialect.ts';
import type { Weight } from './thresholds.ts';

/** Counts how much of each organisation a change touches, for the thresholds. */
export class OrgWeights {
  readonly #weights = new Map<string, { population: number; removals: number; changes: number }>();

  /** Says how many rows an organisation has. */
  population(org: string, rows: number): void {
    this.#of(org).population = rows;
  }

  /** Counts a row of it; one that is new takes nothing away. */
  count(org: string, action: RowAction): void {
    if (action === 'add') return;
    const weight = this.#of(org);
    weight.changes += 1;
    if (action === 'remove') weight.removals += 1;
  }

  all(): Weight[] {
    return [...this.#weights].map(([org, weight]) => ({ org, ...weight }));
  }

  #of(org: string) {
    const weight = this.#weights.get(org) ?? { population: 0, removals: 0, changes: 0 };
    this.#weights.set(org, weight);
    return weight;
  }
}
