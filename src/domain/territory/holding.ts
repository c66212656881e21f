import {
  emptySet,
  type HouseSet,
  intersect,
  isEmptySet,
  minus,
  setFromText,
  union,
  unionAll,
} from './house-set.ts';
import type { StoredHouses } from './street-flaws.ts';

/** Houses that a school has beside another one on purpose (languages, grades), with why. */
export interface Share {
  readonly shared: HouseSet;
  readonly reason: string;
}

/** What a school has on a street; `reason` is null when it shares nothing. */
export interface Holding {
  readonly houses: HouseSet;
  readonly shared: HouseSet;
  readonly reason: string | null;
}

export const nothingHeld: Holding = { houses: emptySet, shared: emptySet, reason: null };

/** What a school has on a street, as it is stored. */
export function storedHolding({ houses, shared_houses, share }: Omit<StoredHouses, 'school'>): Holding {
  return {
    houses: setFromText(houses),
    shared: shared_houses === null ? emptySet : setFromText(shared_houses),
    reason: share,
  };
}

/** The holding with some houses more, and some of them shared. A share that is not spoken of stays. */
export function withHouses(holding: Holding, houses: HouseSet, share: Share | null): Holding {
  const all = union(holding.houses, houses);
  if (share === null) return { ...holding, houses: all };
  return {
    houses: all,
    shared: union(holding.shared, share.shared),
    reason: joinedReason(holding, share),
  };
}

/**
 * What a school goes on sharing of houses that are stated anew without a word about sharing; null for none of them.
 * @param now what the same statement has given it by now: what that shares has its own reason
 */
export function keptShare(stored: Holding, houses: HouseSet, now: Holding): Share | null {
  const shared = minus(intersect(stored.shared, houses), now.shared);
  return stored.reason === null || isEmptySet(shared) ? null : { shared, reason: stored.reason };
}

/** The holding without some houses: what is gone is shared no more. */
export function withoutHouses({ houses, shared, reason }: Holding, gone: HouseSet): Holding {
  return { houses: minus(houses, gone), shared: minus(shared, gone), reason };
}

/**
 * The holding with only what is left of its share: houses that the school still has and that another one still has
 * too. A share that was kept beyond that would let somebody else in without a word.
 */
export function settled(holding: Holding, others: HouseSet): Holding {
  if (isEmptySet(holding.shared)) return holding.reason === null ? holding : { ...holding, reason: null };
  const shared = intersect(intersect(holding.shared, holding.houses), others);
  return { ...holding, shared, reason: isEmptySet(shared) ? null : holding.reason };
}

/** What schools have on a street, each with only what is left of its share. */
export function settledAll(street: ReadonlyMap<string, Holding>): Map<string, Holding> {
  return new Map(
    [...street].map(([school, holding]) => {
      if (holding.reason === null) return [school, holding];
      return [school, settled(holding, unionAll(housesOfOthers(street, school)))];
    }),
  );
}

/** Houses that a school shares and no other one on the street has. */
export function idleShare(street: ReadonlyMap<string, Holding>, school: string): HouseSet {
  const { shared } = street.get(school) ?? nothingHeld;
  return isEmptySet(shared) ? emptySet : minus(shared, unionAll(housesOfOthers(street, school)));
}

function housesOfOthers(street: ReadonlyMap<string, Holding>, school: string): HouseSet[] {
  return [...street].filter(([other]) => other !== school).map(([, { houses }]) => houses);
}

/** A new reason takes the place of the old one where it speaks of all the houses, else it stands beside it. */
function joinedReason(old: Holding, { shared, reason }: Share): string {
  if (old.reason === null || isEmptySet(minus(old.shared, shared))) return reason;
  return [...new Set([old.reason, reason].flatMap(text => text.split('; ')))].join('; ');
}
