import type { HouseInterval } from './house-intervals.ts';
import type { HouseSet } from './house-set.ts';

/** Whether every house of `part` is in `whole`. A binary search for each interval of `part`. */
export function isWithin(part: HouseSet, whole: HouseSet): boolean {
  return part.intervals.every(interval => {
    const holder = lastStartingBy(whole.intervals, interval);
    return holder?.side === interval.side && interval.hi <= holder.hi;
  });
}

/** The last interval that starts no later than this one, the odd side coming before the even. */
function lastStartingBy(intervals: readonly HouseInterval[], { side, lo }: HouseInterval) {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const interval = intervals[middle];
    const startsLater =
      interval === undefined || (interval.side === side ? interval.lo > lo : interval.side === 'even');
    if (startsLater) high = middle;
    else low = middle + 1;
  }
  return intervals[low - 1];
}
