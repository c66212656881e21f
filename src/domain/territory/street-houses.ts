import { OPEN_END } from './house-cuts.ts';
import { formatHouseNumber, MAX_NUMBER, parseHouseNumber, plainHouse } from './house-number.ts';
import { type HouseSet, setFromIntervals, setFromText, setToText, singleHouse } from './house-set.ts';

const PLAIN = /^[1-9]\d{0,5}$/;

/**
 * The houses of one street as a register gives them, row by row: nine of ten are plain numbers and cost eight bytes
 * each, so that a city of any size fits beside everything else.
 */
export class StreetHouses {
  readonly #plain: number[] = [];
  readonly #others: string[] = [];
  readonly #sets: string[] = [];

  /** Takes one house in any spelling; false for anything else, a list or a range. */
  addHouse(text: string): boolean {
    if (PLAIN.test(text) && Number(text) <= MAX_NUMBER) {
      this.#plain.push(Number(text));
      return true;
    }
    const house = parseHouseNumber(text);
    if (house === null) return false;
    this.#others.push(formatHouseNumber(house));
    return true;
  }

  addSet(set: HouseSet): void {
    this.#sets.push(setToText(set));
  }

  /** All houses taken so far. */
  set(): HouseSet {
    const plain = Array.from(new Set(this.#plain), plainHouse);
    const others = Array.from(new Set(this.#others), parseHouseNumber).filter(house => house !== null);
    return setFromIntervals([
      ...[...plain, ...others].flatMap(house => singleHouse(house).intervals),
      ...this.#sets.flatMap(text => setFromText(text).intervals),
    ]);
  }

  /** How often a house was given that had been given before, and the first such house in their order; null for never. */
  repeated(): { readonly house: string; readonly times: number } | null {
    const plain = repeats(Uint32Array.from(this.#plain).sort());
    const others = repeats(this.#others.toSorted());
    const first = plain.first ?? others.first;
    return first === null ? null : { house: String(first), times: plain.times + others.times };
  }
}

/** How often a sorted value is that of its neighbour, without a copy of them all. */
function repeats<T extends string | number>(
  sorted: ArrayLike<T>,
): { readonly first: T | null; readonly times: number } {
  let first: T | null = null;
  let times = 0;
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at];
    if (value === undefined || value !== sorted[at - 1]) continue;
    first ??= value;
    times += 1;
  }
  return { first, times };
}

/** Whether a set goes on without an end, as no houses that exist do. */
export function isEndless(set: HouseSet): boolean {
  return set.intervals.some(({ hi }) => hi === OPEN_END);
}
