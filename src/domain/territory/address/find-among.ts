import { findStreet, type StreetDecision } from './answer-address.ts';
import type { StreetEntry } from './listed-street.ts';
import { nameSieve, placeSieve } from './name-sieve.ts';
import { StreetFinder } from './street-finder.ts';

/** A street of a list as it is stored. */
export interface StoredStreet {
  readonly name_kk: string;
  readonly name_ru: string;
  /** parted by `|` */
  readonly aliases: string | null;
  readonly settlement: string | null;
}

/**
 * The street of one address among those of a whole list: exactly the one that a finder with all of them finds, though
 * only the few that the address may mean are read in full. Nobody is asked yet who serves it.
 */
export function findAmong<S extends StoredStreet>(
  address: string,
  stored: readonly S[],
  entryOf: (street: S) => StreetEntry,
): StreetDecision {
  const mayBeMeant = nameSieve(address);
  const meant = stored.filter(({ name_kk, name_ru, aliases, settlement }) =>
    mayBeMeant(`${name_kk}|${name_ru}|${aliases ?? ''}|${settlement ?? ''}`),
  );
  const finder = finderOf(meant, entryOf);
  // A village of the list is one, though none of its streets has a name like this.
  const mayBePlace = placeSieve(address);
  for (const settlement of new Set(stored.map(street => street.settlement)))
    if (settlement !== null && mayBePlace(settlement)) finder.addSettlement(settlement);
  const decision = findStreet(address, finder);
  if (decision.street !== null || meant.length === stored.length) return decision;
  const { answer } = decision;
  if (answer.outcome !== 'unknown-street' || answer.doubt.code !== 'address-street-unknown') return decision;
  // Suggestions are looked for among all names: only for those who need them.
  return findStreet(address, finderOf(stored, entryOf));
}

function finderOf<S>(stored: readonly S[], entryOf: (street: S) => StreetEntry): StreetFinder {
  const finder = new StreetFinder();
  for (const street of stored) finder.add(entryOf(street));
  return finder;
}
