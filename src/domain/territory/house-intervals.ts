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

/** Walks the cuts of two canonical lists once; a house is kept where `keep` says so. The result is canonical again. */
export function combineIntervals(
  a: readonly HouseInterval[],
  b: readonly HouseInterval[],
  keep: (inA: boolean, inB: boolean) => boolean,
): HouseInterval[] {
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
