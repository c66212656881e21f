import { type HouseNumber, parseHouseNumber } from '../house-number.ts';
import { contains, equalSets, wholeStreet } from '../house-set.ts';
import type { AddressAnswer, AddressDoubt, PlaceEvidence, SchoolHouses } from './address-answer.ts';
import { NUMBER_PAIR } from './address-words.ts';
import type { Holder, ListedStreet } from './listed-street.ts';
import { type Address, readAddress, type StreetReading } from './read-address.ts';
import { narrowByPlace } from './settlements.ts';
import { statedPlaces } from './stated-places.ts';
import type { StreetFinder } from './street-finder.ts';

/** Streets that a sentence names. */
const CANDIDATES = 8;

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

/** The one street that is meant, or why there is none. */
export type StreetDecision =
  | (PlaceEvidence & { readonly street: ListedStreet; readonly reading: StreetReading })
  | { readonly street: null; readonly answer: AddressAnswer };

/** @param isUnlisted readings, by their place, of which is known that they name no street of the list */
export function decide(
  text: string,
  address: Address,
  finder: StreetFinder,
  isUnlisted: (at: number) => boolean = () => false,
): StreetDecision {
  const [first] = address.readings;
  if (first === undefined) return undecided(unknown('address-without-street', { words: text }));
  let chosen: { reading: StreetReading; streets: readonly ListedStreet[] } | null = null;
  for (const [at, reading] of address.readings.entries()) {
    const streets = isUnlisted(at) ? [] : streetsOf(reading.street, address, finder);
    if (streets.length === 0) continue;
    if (chosen === null) chosen = { reading, streets };
    // Two readings that are two streets: nobody but the writer knows which was meant.
    else if (!chosen.streets.some(street => streets.includes(street)))
      return undecided(several(text, [...chosen.streets, ...streets]));
  }
  if (chosen === null) {
    const { street } = address.readings.at(-1) ?? first;
    const shortest = street.length < first.street.length ? street : first.street;
    const nearest = finder.suggest(shortest);
    return undecided(unknown('address-street-unknown', { street: shortest, nearest }));
  }
  const { reading } = chosen;
  const corner = cornerOf(address, finder).filter(street => !chosen.streets.includes(street));
  if (corner.length > 0) return undecided(several(text, [...chosen.streets, ...corner]));
  const narrowed = narrowByPlace(chosen.streets, address.places, finder);
  const { streets, missing, unchecked, differing } = narrowed;
  if (differing.length > 0)
    return undecided(
      unknown('address-settlements-differ', { settlements: differing, street: reading.street }),
    );
  const [street, second] = streets;
  if (street === undefined) {
    const candidates = labels(chosen.streets);
    const settlement = missing ?? '';
    return undecided(
      unknown('address-settlement-unknown', { settlement, street: reading.street, candidates }),
    );
  }
  if (second !== undefined) return undecided(several(reading.street, streets));
  const settled = address.places.length > 0 && finder.named(reading.street).length > 1;
  return { street, reading, settled, unchecked };
}

function undecided(answer: AddressAnswer): StreetDecision {
  return { street: null, answer };
}

/** `ул. Абая 45, Гоголя 12`: a place with a number behind it may be the other street of a corner. */
function cornerOf({ places }: Address, finder: StreetFinder): readonly ListedStreet[] {
  return places.flatMap(({ kind, words, housed }) =>
    kind === 'plain' && housed !== null && finder.settlement(words) === null ? finder.named(housed) : [],
  );
}

/** The streets of one reading; a microdistrict that is written beside the street may be a part of its name. */
function streetsOf(words: string, { places }: Address, finder: StreetFinder): readonly ListedStreet[] {
  for (const place of places)
    if (place.kind === 'microdistrict') {
      const inside = finder.named(`${place.words}, ${words}`);
      if (inside.length > 0) return inside;
    }
  // A place that the list knows is asked first: in a country every name is the name of many streets.
  const there = new Set<ListedStreet>();
  for (const place of places) {
    const settlement = finder.settlement(place.words);
    if (settlement !== null) for (const street of finder.inSettlement(words, settlement)) there.add(street);
  }
  return there.size > 0 ? [...there] : finder.named(words);
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
  if (only === undefined) return found(street, null, [], evidence);
  if (more === undefined && equalSets(only.houses, wholeStreet)) return found(street, null, [only], evidence);
  const schools = holders.map(({ school, parts }): SchoolHouses => ({ school, houses: parts }));
  const { label } = street.entry;
  return written === null
    ? unknown('address-house-missing', { street: label, schools }, street)
    : unknown('address-house-unclear', { house: written, street: label, schools }, street);
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

function several(words: string, streets: readonly ListedStreet[]): AddressAnswer {
  return unknown('address-street-several', { street: words, candidates: labels(streets) });
}

function labels(streets: readonly ListedStreet[]): string[] {
  return [...new Set(streets.map(({ entry }) => entry.label))].slice(0, CANDIDATES);
}

function unknown<C extends AddressDoubt['code']>(
  code: C,
  args: Extract<AddressDoubt, { code: C }>['args'],
  street: ListedStreet | null = null,
): AddressAnswer {
  return { outcome: 'unknown-street', doubt: { code, args } as AddressDoubt, street };
}
