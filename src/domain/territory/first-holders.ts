import type { HouseInterval } from './house-intervals.ts';
import { emptySet, type HouseSet, intersect, minus, union } from './house-set.ts';

interface Piece<T> extends HouseInterval {
  readonly holder: T;
}

/**
 * Who was the first to have each house of a street. Asked and told again and again, row by row of a table that may give
 * one street house by house: each time a binary search.
 */
export class FirstHolders<T> {
  #houses: HouseSet = emptySet;
  /** in the order of houses; no two have a house in common */
  readonly #pieces: Piece<T>[] = [];

  /** The houses that anybody has. */
  get houses(): HouseSet {
    return this.#houses;
  }

  /** Gives somebody those of the houses that nobody has yet. */
  add(houses: HouseSet, holder: T): void {
    for (const interval of minus(houses, this.#houses).intervals)
      this.#pieces.splice(this.#startingBy(interval), 0, { ...interval, holder });
    this.#houses = union(this.#houses, houses);
  }

  /** Who has the first of these houses that anybody has; null where nobody has any. */
  find(houses: HouseSet): T | null {
    const [first] = intersect(houses, this.#houses).intervals;
    if (first === undefined) return null;
    return this.#pieces[this.#startingBy(first) - 1]?.holder ?? null;
  }

  /** How many pieces start no later than this interval, the odd side coming before the even. */
  #startingBy({ side, lo }: HouseInterval): number {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      const startsLater =
        piece === undefined || (piece.side === side ? piece.lo > lo : piece.side === 'even');
      if (startsLater) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
