import { type HouseNumber, parseHouseNumber } from '../house-number.ts';
import { contains, equalSets, wholeStreet } from '../house-set.ts';
import { describeSet } from '../set-parts.ts';
import type { AddressAnswer, AddressDoubt, SchoolHouses } from './address-answer.ts';
import { NUMBER_PAIR } from './address-words.ts';
import type { Holder, ListedStreet } from './listed-street.ts';
import { type Address, readAddress, type StreetReading } from './read-address.ts';
import { narrowByPlace } from './settlements.ts';
import type { StreetFinder } from './street-finder.ts';

/** Streets that a sentence names. */
const CANDIDATES = 8;

/**
 * Which school serves an address. Only what is certain counts: a street by an equal name, in the settlement that the
 * address names or in the only one that has it, and a house by the lists that are bound. There is no school to fall
 * back on.
 */
export function answerAddress(text: string, finder: StreetFinder): AddressAnswer {
  const address = readAddress(text, words => finder.parts(words));
  const [first] = address.readings;
  if (first === undefined) return unknown('address-without-street', { words: text });
  let chosen: { reading: StreetReading; streets: readonly ListedStreet[] } | null = null;
  for (const reading of address.readings) {
    const streets = streetsOf(reading.street, address, finder);
    if (streets.length === 0) continue;
    if (chosen === null) chosen = { reading, streets };
    // Two readings that are two streets: nobody but the writer knows which was meant.
    else if (!chosen.streets.some(street => streets.includes(street)))
      return several(text, [...chosen.streets, ...streets]);
  }
  if (chosen === null) {
    const { street } = address.readings.at(-1) ?? first;
    const shortest = street.length < first.street.length ? street : first.street;
    return unknown('address-street-unknown', { street: shortest, nearest: finder.suggest(shortest) });
  }
  const { reading } = chosen;
  const { streets, missing } = narrowByPlace(chosen.streets, address.places, finder);
  const [street, second] = streets;
  if (street === undefined) {
    const candidates = labels(chosen.streets);
    return unknown('address-settlement-unknown', {
      settlement: missing ?? '',
      street: reading.street,
      candidates,
    });
  }
  if (second !== undefined) return several(reading.street, streets);
  const settled = address.places.length > 0 && finder.named(reading.street).length > 1;
  return answerHouse(street, reading.house, settled);
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

function answerHouse(street: ListedStreet, written: string | null, settled: boolean): AddressAnswer {
  const { holders } = street;
  const unclear = written !== null && NUMBER_PAIR.test(written);
  const house = written === null || unclear ? null : parseHouseNumber(written);
  if (house !== null) {
    const serving = holders.filter(holder => contains(holder.houses, house));
    return found(street, house, serving, settled);
  }
  const [only, more] = holders;
  // Where the whole street has one school, or none, the house decides nothing.
  if (only === undefined) return found(street, null, [], settled);
  if (more === undefined && equalSets(only.houses, wholeStreet)) return found(street, null, [only], settled);
  const schools = holders.map(
    ({ school, houses }): SchoolHouses => ({ school, houses: describeSet(houses) }),
  );
  const { label } = street.entry;
  return written === null
    ? unknown('address-house-missing', { street: label, schools }, street)
    : unknown('address-house-unclear', { house: written, street: label, schools }, street);
}

function found(
  street: ListedStreet,
  house: HouseNumber | null,
  holders: readonly Holder[],
  settled: boolean,
): AddressAnswer {
  const outcome = holders.length === 0 ? 'none' : holders.length === 1 ? 'one' : 'several';
  return { outcome, street, house, holders, settled };
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
