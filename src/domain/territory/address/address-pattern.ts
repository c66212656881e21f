import type { AddressAnswer, PlaceEvidence } from './address-answer.ts';
import { answerHouse, readPlaced } from './answer-address.ts';
import { decide } from './decide-street.ts';
import type { ListedStreet } from './listed-street.ts';
import type { Address } from './read-address.ts';
import type { StreetFinder } from './street-finder.ts';

/** What all addresses have in common that differ in their house alone. */
export type AddressPattern =
  /** the house is looked for in this street */
  | (PlaceEvidence & { readonly street: ListedStreet; readonly answer: null })
  /** the house decides nothing */
  | { readonly street: null; readonly answer: AddressAnswer };

/** An address with its house as written. */
export interface HousedAddress {
  readonly text: string;
  readonly house: string;
}

/**
 * The pattern of an address, found by reading it with houses of every plain form: what is the same in all readings holds
 * for every such house, for the rules of addresses tell digits from letters and never one number from another.
 * @param siblings the same address with other houses
 * @param settlement what a column of its own says of it
 * @returns null where the house might be a part of a name, or of the answer's words: such addresses are read one by one
 */
export function patternOf(
  { text, house }: HousedAddress,
  siblings: readonly HousedAddress[],
  finder: StreetFinder,
  settlement = '',
): AddressPattern | null {
  const own = readPlaced(text, settlement, finder);
  const numbered = new Set<number>();
  const housed = new Set<number>();
  for (const sibling of siblings) {
    const other = readPlaced(sibling.text, settlement, finder);
    if (!samePlaces(own, other) || !sameTexts(own.brackets, other.brackets)) return null;
    if (own.readings.length !== other.readings.length) return null;
    for (const [i, { street, house: written }] of own.readings.entries()) {
      const twin = other.readings[i];
      if (twin === undefined) return null;
      const [isHouse, isNumbered] = [written !== twin.house, street !== twin.street];
      // One form of houses is read otherwise than another.
      if (sibling !== siblings[0] && (isHouse !== housed.has(i) || isNumbered !== numbered.has(i)))
        return null;
      if (isHouse && (written !== house || twin.house !== sibling.house)) return null;
      // `Абая 12` as the name of a street: only where the list cannot have one.
      if (isNumbered && !cannotBeNamed(street, twin.street, own, finder)) return null;
      if (isHouse) housed.add(i);
      if (isNumbered) numbered.add(i);
    }
  }
  const [first] = own.readings;
  if (first === undefined || numbered.has(0)) return null;
  const decision = decide(text, own, finder, at => numbered.has(at));
  if (decision.street === null) {
    const { answer } = decision;
    return quotesHouse(answer, text, own, numbered) ? null : { street: null, answer };
  }
  const { street, reading, settled, unchecked } = decision;
  // Numbers that are quoted may be the house.
  if (unchecked !== null && unchecked.numbers.length > 0) return null;
  if (housed.has(own.readings.indexOf(reading))) return { street, settled, unchecked, answer: null };
  return { street: null, answer: answerHouse(street, reading.house, decision) };
}

function sameTexts(own: readonly string[], other: readonly string[]): boolean {
  return own.length === other.length && own.every((text, i) => text === other[i]);
}

function samePlaces({ places }: Address, other: Address): boolean {
  if (places.length !== other.places.length) return false;
  return places.every(({ kind, words }, i) => {
    const twin = other.places[i];
    return kind === twin?.kind && words === twin.words;
  });
}

/** Whether no street of the list can be called by words that end in any house: not by its words with so many numbers. */
function cannotBeNamed(words: string, twin: string, address: Address, finder: StreetFinder): boolean {
  const shapes = finder.keyShapes(words, address.places);
  const others = finder.keyShapes(twin, address.places);
  return (
    shapes !== null &&
    shapes.length === others?.length &&
    shapes.every((shape, i) => shape === others[i] && !finder.hasKeyOfShape(shape))
  );
}

/** Whether words of the answer may have the house in them. */
function quotesHouse(
  answer: AddressAnswer,
  text: string,
  { readings }: Address,
  numbered: ReadonlySet<number>,
): boolean {
  if (answer.outcome !== 'unknown-street') return true;
  const { doubt } = answer;
  if (doubt.code === 'address-settlement-unknown' || doubt.code === 'address-settlements-differ')
    return false;
  if (doubt.code === 'address-street-several') return doubt.args.street === text;
  if (doubt.code !== 'address-street-unknown') return true;
  // It quotes the shortest of the first reading and the last: with a house behind them, the first one's words are.
  const [first, last] = [readings[0], readings.at(-1)];
  return numbered.has(readings.length - 1) && !last?.street.startsWith(first?.street ?? '');
}
