import type { ListedStreet } from './listed-street.ts';
import type { Address, Place } from './read-address.ts';
import type { StreetFinder } from './street-finder.ts';

const DISTRICTS: ReadonlySet<string> = new Set(['microdistrict', 'residential-area', 'quarter']);

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
    for (const street of calledSo(place, finder)) {
      // Of a whole country nearly every name is a street somewhere.
      const isNear = chosen.some(({ entry }) => entry.department === street.entry.department);
      const { settlementKey } = street;
      const mayBeThere = there.size === 0 || settlementKey === '' || there.has(settlementKey);
      if (isNear && mayBeThere && !chosen.includes(street) && !isPartOf(place, words, chosen, finder))
        others.add(street);
    }
  return [...others];
}

/** Streets that are called as a place is; none where the list knows it as a settlement. */
function calledSo({ kind, words, housed }: Place, finder: StreetFinder): readonly ListedStreet[] {
  if (kind === 'city' || kind === 'settlement' || finder.settlement(words) !== null) return [];
  if (kind === 'plain' && finder.isCity(words)) return [];
  const names = housed === null ? [words] : [words, housed];
  const same = names.flatMap(name => finder.named(name));
  if (kind === 'plain') return same;
  // `ж.м. Карлыгаш` may well be the microdistrict of that name.
  const like = names.flatMap(name => finder.named(finder.parsed(name).name));
  return [...same, ...like.filter(({ entry }) => DISTRICTS.has(entry.kind))];
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
