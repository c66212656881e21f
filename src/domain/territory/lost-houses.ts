import { countHouses } from './house-count.ts';
import { type HouseSet, intersect, minus } from './house-set.ts';

/** Houses that a street was known to have and is no longer. */
export interface LostHouses {
  readonly houses: HouseSet;
  readonly count: number;
  /** how many it had */
  readonly of: number;
}

/** Below so many houses, and below this share of a street's, a loss is a correction (cli.md, "Thresholds"). */
const EXEMPT = 5;
const SHARE = 0.1;

/**
 * What a new list of a street's houses leaves out of the old one; null when nothing. A range that becomes its single
 * houses loses none: nobody knew its letters.
 */
export function lostHouses(before: HouseSet, after: HouseSet): LostHouses | null {
  const of = countHouses(before) ?? 0;
  const count = of - (countHouses(intersect(before, after)) ?? of);
  return count > 0 ? { houses: minus(before, after), count, of } : null;
}

/** Whether so many are lost that a person must approve it. */
export function areMany({ count, of }: LostHouses): boolean {
  return count > EXEMPT && count > of * SHARE;
}
