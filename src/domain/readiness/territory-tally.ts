import { isEmptySet } from '../territory/house-set.ts';
import { describeSet, type SetPart } from '../territory/set-parts.ts';
import { findFlaws, type StreetTerritory } from '../territory/street-flaws.ts';
import { writtenHouses } from './written-houses.ts';

/** How many of each kind a finding may name; the others are counted. */
const KEPT = 5;

/** A number of things, and the first of them. */
export interface Tally<T> {
  readonly count: number;
  readonly first: readonly T[];
}

export interface FoundOverlap {
  readonly street: string;
  /** the houses as a command takes them */
  readonly written: string;
  readonly schools: readonly [string, string];
  readonly houses: readonly SetPart[];
}

export interface FoundGap {
  readonly street: string;
  /** the houses as a command takes them */
  readonly written: string;
  readonly houses: readonly SetPart[];
}

/** What the checks ask of a department's streets. */
export interface TerritoryFacts {
  readonly streets: number;
  /** streets of no school at all */
  readonly unbound: Tally<string>;
  readonly overlaps: Tally<FoundOverlap>;
  /** on streets whose houses are listed */
  readonly gaps: Tally<FoundGap>;
  /** on others: there may be no such houses */
  readonly doubtful: Tally<FoundGap>;
}

/** Adds up the streets of a department one by one, so that no list of them need be kept. */
export class TerritoryTally implements TerritoryFacts {
  streets = 0;
  readonly unbound = new Counter<string>();
  readonly overlaps = new Counter<FoundOverlap>();
  readonly gaps = new Counter<FoundGap>();
  readonly doubtful = new Counter<FoundGap>();

  /** A tally of all of these. */
  static of(streets: Iterable<StreetTerritory>): TerritoryTally {
    const tally = new TerritoryTally();
    for (const street of streets) tally.add(street);
    return tally;
  }

  /** Counts streets on which nothing is wrong. */
  pass(streets: number): void {
    this.streets += streets;
  }

  add(street: StreetTerritory): void {
    const { label, houses, bound } = street;
    this.streets += 1;
    if (bound.length === 0) {
      this.unbound.add(() => label);
      // Without a list of houses nothing is known of it but that.
      if (houses === null) return;
    }
    const { overlaps, gap } = findFlaws(street);
    for (const overlap of overlaps)
      this.overlaps.add(() => ({
        street: label,
        schools: overlap.schools,
        houses: describeSet(overlap.houses),
        written: writtenHouses(overlap.houses),
      }));
    if (isEmptySet(gap)) return;
    const counter = houses === null ? this.doubtful : this.gaps;
    counter.add(() => ({ street: label, houses: describeSet(gap), written: writtenHouses(gap) }));
  }
}

class Counter<T> implements Tally<T> {
  count = 0;
  readonly first: T[] = [];

  /** @param make is asked only for what is kept */
  add(make: () => T): void {
    this.count += 1;
    if (this.first.length < KEPT) this.first.push(make());
  }
}
