import { cutAtNumber, numberAtCut, OPEN_END, SIDES } from './house-cuts.ts';
import { type HouseInterval, joinIntervals } from './house-intervals.ts';
import { houseOfKey } from './house-order.ts';
import { type HouseSet, minus, numberRange, setFromIntervals } from './house-set.ts';

/**
 * Houses of a street that no school serves.
 * With `known`, the houses that exist: each of them that is not bound. Without it: the numbers between bound ones
 * of a side of which no house is bound, and all of a side on which nothing is bound; what lies before the first
 * and after the last bound number may not exist and is not called a gap.
 * @param bound everything that any school has on the street
 * @param known the houses that exist, or null if nobody has listed them
 */
export function findGap(bound: HouseSet, known: HouseSet | null): HouseSet {
  if (known !== null) return minus(known, bound);
  const touched = joinIntervals(bound.intervals.map(wholeNumbers));
  return setFromIntervals(
    SIDES.flatMap(side => {
      const own = touched.filter(interval => interval.side === side);
      return own.length === 0 ? numberRange(null, null, side).intervals : between(own);
    }),
  );
}

/** The interval widened to every house of the numbers it touches. */
function wholeNumbers({ side, lo, hi }: HouseInterval): HouseInterval {
  const isWhole = hi === OPEN_END || numberAtCut(hi) !== null;
  return {
    side,
    lo: cutAtNumber(side, houseOfKey(lo).number),
    hi: isWhole ? hi : cutAtNumber(side, houseOfKey(hi).number + 2),
  };
}

function between(own: readonly HouseInterval[]): HouseInterval[] {
  return own.flatMap(({ side, hi }, i) => {
    const next = own[i + 1];
    return next === undefined ? [] : [{ side, lo: hi, hi: next.lo }];
  });
}
