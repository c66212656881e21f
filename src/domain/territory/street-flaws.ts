import { findGap } from './gaps.ts';
import { type HouseSet, setFromText, unionAll } from './house-set.ts';
import { type BoundHouses, findOverlaps, findShared, type Overlap, type SharedHouses } from './overlaps.ts';

/** One street of a department's list with what its schools have of it, as stored. */
export interface StreetTerritory {
  readonly street: string;
  readonly label: string;
  /** the houses that exist, null where nobody has listed them */
  readonly houses: string | null;
  readonly bound: readonly StoredHouses[];
}

/** What one school has of a street; no school is there twice. */
export interface StoredHouses {
  readonly school: string;
  readonly houses: string;
  /** those of the houses that others serve too on purpose */
  readonly shared_houses: string | null;
  /** why */
  readonly share: string | null;
}

/** What is wrong with a street, to the very house. */
export interface StreetFlaws {
  readonly overlaps: readonly Overlap[];
  readonly gap: HouseSet;
}

/** Works out overlaps and gap of one street by the algebra of sets. */
export function findFlaws({ street, houses, bound }: StreetTerritory): StreetFlaws {
  const sets = bound.map(one => setOf(street, one));
  return {
    overlaps: sets.length > 1 ? findOverlaps(sets) : [],
    gap: findGap(unionAll(sets.map(({ set }) => set)), houses === null ? null : setFromText(houses)),
  };
}

/** The houses of a street that two schools serve on purpose. */
export function findSharedOf({ street, bound }: StreetTerritory): SharedHouses[] {
  if (bound.every(one => one.shared_houses === null)) return [];
  return findShared(bound.map(one => setOf(street, one)));
}

function setOf(street: string, { school, houses, shared_houses, share }: StoredHouses): BoundHouses {
  return {
    school,
    street,
    set: setFromText(houses),
    ...(shared_houses === null ? {} : { shared: setFromText(shared_houses) }),
    ...(share === null ? {} : { reason: share }),
  };
}
