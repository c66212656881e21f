import { findStreet } from './answer-address.ts';
import type { StreetDecision } from './decide-street.ts';
import type { StreetEntry } from './listed-street.ts';
import { StreetFinder } from './street-finder.ts';

/** What of a whole list an address may mean (`namesMeant`). */
export interface MeantStreets<S> {
  readonly streets: readonly S[];
  /** A village of the list is one, though none of its streets has a name like this. */
  readonly settlements: Iterable<string>;
}

/**
 * The street of one address among those of a whole list: exactly the one that a finder with all of them finds, though
 * only the few that the address may mean are read in full. Nobody is asked yet who serves it.
 * @param all the whole list, which is asked for only where nothing is found: names are suggested among all of them
 */
export async function findAmong<S>(
  address: string,
  { streets, settlements }: MeantStreets<S>,
  entryOf: (street: S) => StreetEntry,
  all: () => Promise<readonly S[]>,
): Promise<StreetDecision> {
  const finder = finderOf(streets, entryOf);
  for (const settlement of settlements) finder.addSettlement(settlement);
  const decision = findStreet(address, finder);
  if (decision.street !== null) return decision;
  const { answer } = decision;
  if (answer.outcome !== 'unknown-street' || answer.doubt.code !== 'address-street-unknown') return decision;
  return findStreet(address, finderOf(await all(), entryOf));
}

function finderOf<S>(stored: readonly S[], entryOf: (street: S) => StreetEntry): StreetFinder {
  const finder = new StreetFinder();
  for (const street of stored) finder.add(entryOf(street));
  return finder;
}
