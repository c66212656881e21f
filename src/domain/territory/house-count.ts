import { cutAfter, numberAtCut, OPEN_END } from './house-cuts.ts';
import type { HouseInterval } from './house-intervals.ts';
import { houseOfKey } from './house-order.ts';
import type { HouseSet } from './house-set.ts';

/** Longer runs of suffixes are no list of houses, but a range. */
const MOST_NEIGHBOURS = 50;

/**
 * How many houses a set of known houses lists: each single house is one, a range counts its numbers, for nobody knows
 * their letters.
 * @returns null for a set with an open end
 */
export function countHouses(set: HouseSet): number | null {
  let count = 0;
  for (const interval of set.intervals) {
    if (interval.hi === OPEN_END) return null;
    count += numbersIn(interval) ?? singlesIn(interval);
  }
  return count;
}

/** Between two whole numbers of a side: every second one. */
function numbersIn({ lo, hi }: HouseInterval): number | null {
  const [from, to] = [numberAtCut(lo), numberAtCut(hi)];
  return from === null || to === null ? null : (to - from) / 2;
}

/** Neighbours in the order of houses, `12` and `12 к1`, make one interval: they are walked, as far as that is sensible. */
function singlesIn({ lo, hi }: HouseInterval): number {
  let cut = lo;
  for (let count = 1; count <= MOST_NEIGHBOURS; count++) {
    cut = cutAfter(houseOfKey(cut));
    if (cut === hi) return count;
  }
  return Math.floor((houseOfKey(hi).number - houseOfKey(lo).number) / 2) + 1;
}
