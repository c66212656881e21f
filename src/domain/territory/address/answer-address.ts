import { type HouseNumber, parseHouseNumber } from '../house-number.ts';
import { contains, equalSets, wholeStreet } from '../house-set.ts';
import type { AddressAnswer, PlaceEvidence, SchoolHouses } from './address-answer.ts';
import { unknown } from './address-doubt.ts';
import { NUMBER_PAIR } from './address-words.ts';
import { decide, type StreetDecision } from './decide-street.ts';
import type { Holder, ListedStreet } from './listed-street.ts';
import { type Address, HOUSES_APART, readAddress } from './read-address.ts';
import { statedPlaces } from './stated-places.ts';
import type { StreetFinder } from './street-finder.ts';

/**
 * Which school serves an address. Only what is certain counts: a street by an equal name, in the settlement that the
 * address names or in the only one that has it, and a house by the lists that are bound. There is no school to fall
 * back on.
 * @param settlement what a column of its own says of it
 */
export function answerAddress(text: string, finder: StreetFinder, settlement = ''): AddressAnswer {
  const decision = findStreet(text, finder, settlement);
  if (decision.street === null) return decision.answer;
  return answerHouse(decision.street, decision.reading.house, decision);
}

/** The street of an address; who serves it is not looked at. */
export function findStreet(text: string, finder: StreetFinder, settlement = ''): StreetDecision {
  return decide(text, readPlaced(text, settlement, finder), finder);
}

/** An address with the places that a column states. */
export function readPlaced(text: string, settlement: string, finder: StreetFinder): Address {
  const address = readAddress(text, finder.pieces);
  if (settlement === '') return address;
  return { ...address, places: [...address.places, ...statedPlaces(settlement)] };
}

/** @param written the house as written; null where there is none */
export function answerHouse(
  street: ListedStreet,
  written: string | null,
  evidence: PlaceEvidence,
): AddressAnswer {
  const { holders } = street;
  const unclear = written !== null && NUMBER_PAIR.test(written);
  const house = written === null || unclear ? null : parseHouseNumber(written);
  if (house !== null) {
    const serving = holders.filter(holder => contains(holder.houses, house));
    return found(street, house, serving, evidence);
  }
  const [only, more] = holders;
  // Where the whole street has one school, or none, the house decides nothing.
  if (only === undefined) return found(street, null, [], withUnread(evidence, written));
  if (more === undefined && equalSets(only.houses, wholeStreet))
    return found(street, null, [only], withUnread(evidence, written));
  const schools = holders.map(({ school, parts }): SchoolHouses => ({ school, houses: parts }));
  const { label } = street.entry;
  return written === null
    ? unknown('address-house-missing', { street: label, schools }, street)
    : unknown(
        'address-house-unclear',
        { houses: written.split(HOUSES_APART), street: label, schools },
        street,
      );
}

/** What was not read of a house is told, even where it decides nothing. */
function withUnread(evidence: PlaceEvidence, written: string | null): PlaceEvidence {
  if (written === null) return evidence;
  const { places, numbers } = evidence.unchecked ?? { places: [], numbers: [] };
  return { ...evidence, unchecked: { places, numbers: [...written.split(HOUSES_APART), ...numbers] } };
}

/** The answer of a house that is read. */
export function found(
  street: ListedStreet,
  house: HouseNumber | null,
  holders: readonly Holder[],
  { settled, unchecked }: PlaceEvidence,
): AddressAnswer {
  const outcome = holders.length === 0 ? 'none' : holders.length === 1 ? 'one' : 'several';
  return { outcome, street, house, holders, settled, unchecked };
}
