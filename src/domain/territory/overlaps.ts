import { type HouseInterval, joinIntervals } from './house-intervals.ts';
import { emptySet, type HouseSet, intersect, isEmptySet, minus, union } from './house-set.ts';

/** Houses of one street bound to one school. */
export interface BoundHouses {
  readonly school: string;
  readonly street: string;
  readonly set: HouseSet;
  /** those of the houses that this school has beside others on purpose; absent = none */
  readonly shared?: HouseSet;
  /** why they are shared */
  readonly reason?: string;
}

/** Houses that two schools both have; the schools are in order of their codes. */
export interface Overlap {
  readonly street: string;
  readonly schools: readonly [string, string];
  readonly houses: HouseSet;
}

/** Houses that two schools both have on purpose. */
export interface SharedHouses extends Overlap {
  /** each different reason once, in the order of the schools */
  readonly reasons: readonly string[];
}

interface Owned {
  readonly school: string;
  readonly interval: HouseInterval;
}

/**
 * Every pair of schools that have the same houses of a street without meaning to, with exactly those houses, sorted
 * by street and schools. Houses that either of the two shares are meant, and left out.
 */
export function findOverlaps(bindings: Iterable<BoundHouses>): Overlap[] {
  const bound = [...bindings];
  const shares = sharesOf(bound);
  const all = findCommon(bound);
  if (shares.size === 0) return all;
  return all
    .map(overlap => ({ ...overlap, houses: minus(overlap.houses, meantBy(overlap, shares)) }))
    .filter(overlap => !isEmptySet(overlap.houses));
}

/** Every pair of schools that have the same houses of a street on purpose, with why; sorted like overlaps. */
export function findShared(bindings: Iterable<BoundHouses>): SharedHouses[] {
  const bound = [...bindings];
  const shares = sharesOf(bound);
  if (shares.size === 0) return [];
  return findCommon(bound)
    .map(overlap => ({
      ...overlap,
      houses: intersect(overlap.houses, meantBy(overlap, shares)),
      reasons: [
        ...new Set(
          sharesOfPair(overlap, shares)
            .filter(({ shared }) => !isEmptySet(intersect(shared, overlap.houses)))
            .flatMap(({ reason }) => reason ?? []),
        ),
      ],
    }))
    .filter(overlap => !isEmptySet(overlap.houses));
}

type Shares = ReadonlyMap<string, { readonly shared: HouseSet; readonly reason?: string }>;

/** By street and school. */
function sharesOf(bound: readonly BoundHouses[]): Shares {
  return new Map(
    bound.flatMap(({ school, street, shared, reason }) =>
      shared === undefined
        ? []
        : [[`${street}\t${school}`, reason === undefined ? { shared } : { shared, reason }]],
    ),
  );
}

function sharesOfPair({ street, schools }: Overlap, shares: Shares) {
  return schools.flatMap(school => shares.get(`${street}\t${school}`) ?? []);
}

function meantBy(overlap: Overlap, shares: Shares): HouseSet {
  return sharesOfPair(overlap, shares).reduce((all, { shared }) => union(all, shared), emptySet);
}

/**
 * Every pair of schools that have the same houses of a street, meant or not.
 * One sweep over the sorted intervals of each side: n log n and one step for each overlap found.
 */
function findCommon(bindings: Iterable<BoundHouses>): Overlap[] {
  const result: Overlap[] = [];
  for (const [street, owned] of byStreet(bindings)) {
    const shared = new Map<string, { schools: readonly [string, string]; intervals: HouseInterval[] }>();
    for (const { schools, interval } of sharedIntervals(owned)) {
      const key = JSON.stringify(schools);
      const known = shared.get(key);
      if (known) known.intervals.push(interval);
      else shared.set(key, { schools, intervals: [interval] });
    }
    for (const { schools, intervals } of shared.values()) {
      result.push({ street, schools, houses: { intervals: joinIntervals(intervals) } });
    }
  }
  return result.sort(byStreetAndSchools);
}

function byStreet(bindings: Iterable<BoundHouses>): Map<string, Owned[]> {
  const streets = new Map<string, Owned[]>();
  for (const { school, street, set } of bindings) {
    const owned = streets.get(street) ?? [];
    streets.set(street, owned);
    for (const interval of set.intervals) owned.push({ school, interval });
  }
  return streets;
}

function* sharedIntervals(
  owned: Owned[],
): Generator<{ schools: readonly [string, string]; interval: HouseInterval }> {
  owned.sort((a, b) => order(a.interval.side, b.interval.side) || order(a.interval.lo, b.interval.lo));
  let open: Owned[] = [];
  for (const next of owned) {
    const { side, lo, hi } = next.interval;
    open = open.filter(({ interval }) => interval.side === side && interval.hi > lo);
    for (const { school, interval } of open) {
      if (school === next.school) continue;
      const schools =
        order(school, next.school) < 0 ? ([school, next.school] as const) : ([next.school, school] as const);
      yield { schools, interval: { side, lo, hi: earlier(interval.hi, hi) } };
    }
    open.push(next);
  }
}

function earlier(a: string, b: string): string {
  return order(a, b) < 0 ? a : b;
}

function byStreetAndSchools(a: Overlap, b: Overlap): number {
  return order(a.street, b.street) || order(a.schools[0], b.schools[0]) || order(a.schools[1], b.schools[1]);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
