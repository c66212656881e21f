import { isKnownCity } from './known-cities.ts';
import type { ListedStreet } from './listed-street.ts';
import type { Address, Place } from './read-address.ts';
import type { StreetFinder } from './street-finder.ts';

/**
 * Streets of the list that an address names beside the one that was chosen: a loose name before or behind it, the
 * other street of `ул. Абая 45, Гоголя 12`, a microdistrict with houses of its own that the street is not a part of.
 * Nobody but the writer knows which of them was meant.
 * @param words the street as written
 */
export function otherStreets(
  { places }: Address,
  words: string,
  chosen: readonly ListedStreet[],
  finder: StreetFinder,
): readonly ListedStreet[] {
  const there = new Set(places.flatMap(place => finder.settlement(place.words) ?? []));
  const others = new Set<ListedStreet>();
  for (const place of places)
    for (const name of namesOf(place, finder))
      for (const street of finder.named(name)) {
        // Of a whole country nearly every name is a street somewhere.
        const isNear = chosen.some(({ entry }) => entry.department === street.entry.department);
        const { settlementKey } = street;
        const mayBeThere = there.size === 0 || settlementKey === '' || there.has(settlementKey);
        if (isNear && mayBeThere && !chosen.includes(street) && !isPartOf(place, words, chosen, finder))
          others.add(street);
      }
  return [...others];
}

/** What a place may be called as a street; nothing where the list knows it as a settlement. */
function namesOf({ kind, words, housed }: Place, finder: StreetFinder): readonly string[] {
  if (kind === 'city' || kind === 'settlement' || finder.settlement(words) !== null) return [];
  if (kind === 'plain' && isKnownCity(words)) return [];
  return housed === null ? [words] : [words, housed];
}

/** Whether a microdistrict belongs to the name of what was chosen: `мкр. Арай, ул. Домалак Ана`. */
export function isPartOf(
  { kind, words }: Place,
  street: string,
  chosen: readonly ListedStreet[],
  finder: StreetFinder,
): boolean {
  if (kind !== 'microdistrict') return false;
  return finder.named(`${words}, ${street}`).some(inside => chosen.includes(inside));
}
