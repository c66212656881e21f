import type { RowEvent } from '../../db/row-events.ts';
import { SumDigest } from '../digest.ts';
import { rowDigest } from '../row-change.ts';

/** The digest of every change, put together from the rows in whatever order they come: 32 bytes a change. */
export class ChangeSums {
  readonly #sums = new Map<number, SumDigest>();
  rows = 0;

  take({ change, action, kind, before, after }: RowEvent): void {
    this.rows += 1;
    const sum = this.#sums.get(change) ?? new SumDigest();
    this.#sums.set(change, sum);
    sum.add(rowDigest({ action, kind, key: '', label: null, before, after }));
  }

  /** 64 hexadecimal digits; those of nothing for a change that wrote no rows. */
  of(change: number): string {
    return (this.#sums.get(change) ?? new SumDigest()).toString();
  }
}
