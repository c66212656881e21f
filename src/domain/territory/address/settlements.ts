import { settlementKey } from '../street-name.ts';
import type { ListedStreet } from './listed-street.ts';
import type { Place } from './read-address.ts';
import type { StatedPlace } from './stated-places.ts';
import type { StreetFinder } from './street-finder.ts';

/** What is left of some streets of one name. */
export interface Narrowed {
  readonly streets: readonly ListedStreet[];
  /** the place of the address that the list does not know, or that has no such street */
  readonly missing: string | null;
  /** settlements that the address names and that are not one; empty where they agree */
  readonly differing: readonly string[];
}

/**
 * Keeps the streets that lie where the address says (domain.md: compare within one settlement). A village decides
 * before the city that it belongs to; one that the list does not have leaves no street, and two settlements leave none.
 * A city leaves the streets whose settlement the list leaves open, as the list of a city's department does: nothing
 * tells that town's name.
 */
export function narrowByPlace(
  streets: readonly ListedStreet[],
  places: readonly (Place | StatedPlace)[],
  finder: StreetFinder,
): Narrowed {
  if (places.length === 0) return { streets, missing: null, differing: [] };
  const keyed = places.map(place => ({ ...place, key: finder.settlement(place.words) }));
  const villages = keyed.filter(({ kind }) => kind === 'settlement');
  // A column of its own says where the whole address lies: what else the list knows by name contradicts it.
  const isStated = keyed.some(place => 'stated' in place);
  const known = keyed.filter(({ key }) => key !== null);
  const deciding = isStated ? [...new Set([...villages, ...known])] : villages.length > 0 ? villages : known;
  const [first, ...more] = deciding;
  const unknown = keyed.filter(place => place.key === null && !deciding.includes(place));
  // A microdistrict is a part of a settlement, and lists leave it out.
  const strange =
    unknown.find(({ kind }) => kind === 'city') ?? unknown.find(({ kind }) => kind !== 'microdistrict');
  if (first === undefined) {
    const open = strange === undefined ? streets : streets.filter(street => street.settlementKey === '');
    return { streets: open, missing: strange?.words ?? null, differing: [] };
  }
  const nameOf = ({ key, words }: { key: string | null; words: string }) => key ?? settlementKey(words);
  const name = nameOf(first);
  if (more.some(place => nameOf(place) !== name)) {
    const differing = [...new Set(deciding.map(({ words }) => words))];
    return { streets: [], missing: null, differing };
  }
  const there = first.key === null ? [] : streets.filter(street => street.settlementKey === first.key);
  return { streets: there, missing: first.words, differing: [] };
}
