import type { AddressAnswer, PlaceEvidence } from './address-answer.ts';
import { labels, several, unknown } from './address-doubt.ts';
import { CORNER } from './address-words.ts';
import { type Accounted, account } from './every-word.ts';
import type { ListedStreet } from './listed-street.ts';
import { otherStreets } from './other-streets.ts';
import type { Address, StreetReading } from './read-address.ts';
import { narrowByPlace } from './settlements.ts';
import type { StreetFinder } from './street-finder.ts';

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
  let chosen: { reading: StreetReading; streets: readonly ListedStreet[] } | null = null;
  for (const [at, reading] of address.readings.entries()) {
    const streets = isUnlisted(at) ? [] : streetsOf(reading.street, address, finder);
    if (streets.length === 0) continue;
    if (chosen === null) chosen = { reading, streets };
    // Two readings that are two streets: nobody but the writer knows which was meant.
    else if (!chosen.streets.some(street => streets.includes(street)))
      return undecided(several(text, [...chosen.streets, ...streets]));
  }
  const corner = CORNER.exec(address.text)?.[0];
  // `Қиылыс көшесі` is a name.
  if (corner !== undefined && chosen?.reading.street.includes(corner) !== true)
    return undecided(unknown('address-corner', { words: address.text }));
  if (chosen === null) return undecided(nothingFound(text, address, finder));
  const { reading } = chosen;
  const others = otherStreets(address, reading.street, chosen.streets, finder);
  if (others.length > 0) return undecided(several(text, [...chosen.streets, ...others]));
  const { streets, missing, differing } = narrowByPlace(chosen.streets, address.places, finder);
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
  return settledOn(account(address, reading, street, finder), { reading, street }, address, finder);
}

function settledOn(
  { left, unchecked }: Accounted,
  { reading, street }: { readonly reading: StreetReading; readonly street: ListedStreet },
  { places }: Address,
  finder: StreetFinder,
): StreetDecision {
  if (left.length > 0)
    return undecided(unknown('address-words-left', { words: left, street: reading.street }));
  const settled = places.length > 0 && finder.named(reading.street).length > 1;
  return { street, reading, settled, unchecked };
}

function nothingFound(text: string, { places, readings }: Address, finder: StreetFinder): AddressAnswer {
  const [first] = readings;
  const last = readings.at(-1);
  if (first === undefined || last === undefined) {
    if (places.length === 0) return unknown('address-without-street', { words: text });
    return unknown('address-only-places', { places: places.map(({ written }) => written) });
  }
  if (finder.settlement(first.street) !== null)
    return unknown('address-only-places', { places: [first.street] });
  const street = last.street.length < first.street.length ? last.street : first.street;
  return unknown('address-street-unknown', { street, nearest: finder.suggest(street) });
}

function undecided(answer: AddressAnswer): StreetDecision {
  return { street: null, answer };
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
