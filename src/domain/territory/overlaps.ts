import { type HouseInterval, joinIntervals } from './house-intervals.ts';
import type { HouseSet } from './house-set.ts';

/** Houses of one street bound to one school. */
export interface BoundHouses {
  readonly school: string;
  readonly street: string;
  readonly set: HouseSet;
}

/** Houses that two schools both have; the schools are in order of their codes. */
export interface Overlap {
  readonly street: string;
  readonly schools: readonly [string, string];
  readonly houses: HouseSet;
}

interface Owned {
  readonly school: string;
  readonly interval: HouseInterval;
}

/**
 * Every pair of schools that share houses of a street, with exactly those houses, sorted by street and schools.
 * One sweep over the sorted intervals of each side: n log n and one step for each overlap found.
 */
export function findOverlaps(bindings: Iterable<BoundHouses>): Overlap[] {
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
