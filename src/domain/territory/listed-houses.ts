import { cutAfter, cutAtNumber } from './house-cuts.ts';
import type { HouseInterval } from './house-intervals.ts';
import type { ReadingPart } from './house-list.ts';
import { hasSuffix, plainHouse } from './house-number.ts';
import { emptySet, type HouseSet, minus, setFromIntervals, singleHouse, union } from './house-set.ts';
import { pieces, type Stretch } from './set-pieces.ts';

/** No street has so many houses: ranges that name more are a slip; what is written one by one is meant. */
export const MOST_LISTED = 10_000;

/**
 * The houses that a list of existing houses names. A range names its numbers and its two ends: a school that serves
 * `1-45` serves 7А too, should there be one, but nobody says by `1-45` that there is. (issue: a gap is each known house
 * that nobody serves.)
 * @param parts of a house list that has an end
 * @returns null where its ranges name more than `MOST_LISTED`
 */
export function listedHouses(parts: readonly ReadingPart[]): HouseSet | null {
  let listed = emptySet;
  let left = MOST_LISTED;
  for (let at = 0; at < parts.length; ) {
    const { effect } = parts[at] as ReadingPart;
    const intervals: HouseInterval[] = [];
    for (; parts[at]?.effect === effect; at++) intervals.push(...(parts[at]?.set.intervals ?? []));
    if (effect === 'except') {
      listed = minus(listed, setFromIntervals(intervals));
      continue;
    }
    const named: HouseInterval[] = [];
    for (const interval of intervals) {
      const { stretches, singles } = pieces({ intervals: [interval] });
      left -= stretches.reduce((sum, one) => sum + numbersOf(one), 0);
      if (left < 0) return null;
      named.push(...singles.flatMap(one => singleHouse(one).intervals));
      for (const stretch of stretches) named.push(...namedBy(stretch, interval));
    }
    listed = union(listed, setFromIntervals(named));
  }
  return listed;
}

function numbersOf({ from, to }: Stretch): number {
  return to === null ? Number.POSITIVE_INFINITY : (to.number - from.number) / 2 + 1;
}

/** Letters of one number are no numbers: such a range stays what it is. */
function namedBy({ side, from, to }: Stretch, interval: HouseInterval): HouseInterval[] {
  if (to === null) return [];
  if (from.number === to.number && (hasSuffix(from) || hasSuffix(to))) return [interval];
  const named: HouseInterval[] = [];
  for (let number = from.number + (hasSuffix(from) ? 2 : 0); number <= to.number; number += 2)
    named.push({ side, lo: cutAtNumber(side, number), hi: cutAfter(plainHouse(number)) });
  for (const end of [from, to]) if (hasSuffix(end)) named.push(...singleHouse(end).intervals);
  return named;
}
