import { SIDES, type Side } from './house-cuts.ts';

/** Houses of one side with lo <= houseKey < hi. Both ends are cuts: keys of houses, or the open end '~'. */
export interface HouseInterval {
  readonly side: Side;
  readonly lo: string;
  readonly hi: string;
}

/** The canonical list of any intervals: unsorted, empty, overlapping and touching ones are put in order, in n log n. */
export function joinIntervals(rows: Iterable<HouseInterval>): HouseInterval[] {
  const sorted = Array.from(rows)
    .filter(({ lo, hi }) => lo < hi)
    .sort((a, b) => (a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : 0));
  return SIDES.flatMap(side => joined(sorted.filter(row => row.side === side)));
}

/** Whether intervals are as `joinIntervals` gives them: odd before even, in order, with room between neighbours. */
export function areCanonical(rows: readonly HouseInterval[]): boolean {
  return rows.every(({ side, lo, hi }, i) => {
    const last = rows[i - 1];
    if (lo >= hi) return false;
    return last === undefined || (last.side === side ? last.hi < lo : side === 'even');
  });
}

type Keep = (inA: boolean, inB: boolean) => boolean;

/** How much longer one list must be for its ends to be left alone. */
const MUCH_LONGER = 4;

/**
 * Combines two canonical lists; a house is kept where `keep` says so. The result is canonical again. A table may give
 * a street house by house: of a long list, only what lies around a short one is walked.
 */
export function combineIntervals(
  a: readonly HouseInterval[],
  b: readonly HouseInterval[],
  keep: Keep,
): HouseInterval[] {
  if (a.length > b.length * MUCH_LONGER) return combineAround(a, b, keep);
  if (b.length > a.length * MUCH_LONGER) return combineAround(b, a, (inB, inA) => keep(inA, inB));
  return combineAll(a, b, keep);
}

function combineAround(
  long: readonly HouseInterval[],
  short: readonly HouseInterval[],
  keep: Keep,
): HouseInterval[] {
  const [first, last] = [short[0], short.at(-1)];
  if (first === undefined || last === undefined) return keep(true, false) ? [...long] : [];
  const from = firstIndex(long, one => !isBefore(one, first));
  const to = firstIndex(long, one => isBefore(last, one));
  const around = combineAll(long.slice(from, to), short, keep);
  return keep(true, false) ? long.slice(0, from).concat(around, long.slice(to)) : around;
}

/** Whether there is room between an interval and a later one. */
function isBefore(one: HouseInterval, later: HouseInterval): boolean {
  return one.side === later.side ? one.hi < later.lo : one.side === 'odd';
}

/** The first that passes, of a list in which all after it pass too. */
function firstIndex(list: readonly HouseInterval[], passes: (one: HouseInterval) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one === undefined || passes(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Walks the cuts of both lists once. */
function combineAll(a: readonly HouseInterval[], b: readonly HouseInterval[], keep: Keep): HouseInterval[] {
  return SIDES.flatMap(side => {
    const [cutsA, cutsB] = [cutsOf(a, side), cutsOf(b, side)];
    const kept: HouseInterval[] = [];
    let [i, j] = [0, 0];
    let lo: string | null = null;
    while (i < cutsA.length || j < cutsB.length) {
      const [nextA, nextB] = [cutsA[i], cutsB[j]];
      const cut = nextB === undefined || (nextA !== undefined && nextA < nextB) ? nextA : nextB;
      if (cut === undefined) break;
      if (nextA === cut) i++;
      if (nextB === cut) j++;
      const inside = keep(i % 2 === 1, j % 2 === 1);
      if (inside) lo ??= cut;
      else if (lo !== null) {
        kept.push({ side, lo, hi: cut });
        lo = null;
      }
    }
    return kept;
  });
}

function cutsOf(intervals: readonly HouseInterval[], side: Side): string[] {
  return intervals.flatMap(interval => (interval.side === side ? [interval.lo, interval.hi] : []));
}

/** Joins intervals of one side, sorted by `lo`, that overlap or touch. */
function joined(sorted: readonly HouseInterval[]): HouseInterval[] {
  const result: HouseInterval[] = [];
  for (const row of sorted) {
    const last = result.at(-1);
    if (last === undefined || last.hi < row.lo) result.push({ side: row.side, lo: row.lo, hi: row.hi });
    else if (last.hi < row.hi) result[result.length - 1] = { ...last, hi: row.hi };
  }
  return result;
}
