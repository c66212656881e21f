import type { ListedStreet } from './listed-street.ts';
import type { Place } from './read-address.ts';
import type { StreetFinder } from './street-finder.ts';

/** What is left of some streets of one name. */
export interface Narrowed {
  readonly streets: readonly ListedStreet[];
  /** the place of the address that the list does not know, or that has no such street */
  readonly missing: string | null;
  /** the city of the address, where the list can neither confirm nor deny that these streets are its streets */
  readonly unchecked: string | null;
}

/**
 * Keeps the streets that lie where the address says (domain.md: compare within one settlement). A village that the list
 * does not have leaves none. A city leaves the streets whose settlement the list leaves open, as the list of a city's
 * department does: nothing tells that town's name, so whoever is answered must be told that it was not checked.
 */
export function narrowByPlace(
  streets: readonly ListedStreet[],
  places: readonly Place[],
  finder: StreetFinder,
): Narrowed {
  if (places.length === 0) return { streets, missing: null, unchecked: null };
  const named = new Map<string, string>();
  for (const { words } of places) {
    const key = finder.settlement(words);
    if (key !== null) named.set(key, words);
  }
  if (named.size > 0) {
    const there = streets.filter(street => named.has(street.settlementKey));
    const missing = there.length === 0 ? ([...named.values()].at(-1) ?? null) : null;
    return { streets: there, missing, unchecked: null };
  }
  const village = places.find(({ kind }) => kind === 'settlement');
  if (village !== undefined) return { streets: [], missing: village.words, unchecked: null };
  // A microdistrict is a part of a settlement, and lists leave it out.
  const strange = places.find(({ kind }) => kind !== 'microdistrict');
  if (strange === undefined) return { streets, missing: null, unchecked: null };
  const open = streets.filter(({ settlementKey }) => settlementKey === '');
  return { streets: open, missing: strange.words, unchecked: strange.words };
}
