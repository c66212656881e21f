import type { Unchecked } from './address-answer.ts';
import { judgeBracket } from './address-brackets.ts';
import { strayInArea, wordsBeforeArea } from './area-words.ts';
import { leftOver } from './left-over.ts';
import type { ListedStreet } from './listed-street.ts';
import { isPartOf } from './other-streets.ts';
import type { Address, Place, StreetReading } from './read-address.ts';
import type { StreetFinder } from './street-finder.ts';

/** What became of all the words of an address. */
export interface Accounted {
  readonly unchecked: Unchecked | null;
  /** what nothing accounts for: with it the address is not certain */
  readonly left: readonly string[];
}

/** A number alone, as a flat beside its house is. */
const NUMBER = /^\d{1,5}$/u;

/**
 * Accounts for every word and every number of an address whose street is found. Each is a part of that street, of its
 * house or its settlement, or says nothing of the school, or is quoted to whoever asks, or is left: then there is no
 * answer. It looks at the text and not at how it was read, so that no rule of reading can lose a word.
 */
export function account(
  { text, places, passed, areas, brackets }: Address,
  reading: StreetReading,
  street: ListedStreet,
  finder: StreetFinder,
): Accounted {
  const left: string[] = [];
  const quoted: string[] = [];
  const isVillage = finder.parsed(reading.street).kind === 'village';
  for (const place of places) {
    if (isConfirmed(place, reading, street, finder)) continue;
    // In `с. Аксу, 5, Белая` the loose name is more likely the street than the village is.
    const isLoose = isVillage && place.kind === 'plain' && !finder.isCity(place.words);
    (isLoose ? left : quoted).push(place.words);
  }
  for (const area of areas) {
    if (strayInArea(area) === null) continue;
    // A settlement or a street of the list before its district would change the answer.
    const isNamed = wordsBeforeArea(area).some(words => isNamedElsewhere(words, street, finder));
    (isNamed ? left : quoted).push(area);
  }
  for (const bracket of brackets) {
    const verdict = judgeBracket(bracket, street, finder);
    if (verdict === 'quoted') quoted.push(bracket);
    if (verdict === 'left') left.push(bracket);
  }
  const written = places.flatMap(place => ('stated' in place ? [] : [place.written]));
  const beside: string[] = [];
  for (const rest of leftOver(text, [...passed, ...areas, ...written, reading.street, reading.house ?? '']))
    (NUMBER.test(rest) ? beside : left).push(rest);
  // One may be a flat; several are a list of houses.
  const numbers = beside.length > 1 ? [] : beside;
  if (beside.length > 1) left.push(...beside);
  const isChecked = quoted.length === 0 && numbers.length === 0;
  return { left, unchecked: isChecked ? null : { places: [...new Set(quoted)], numbers } };
}

/** Whether the list says of the street that it is in this place. */
function isConfirmed(
  place: Place,
  { street: words }: StreetReading,
  street: ListedStreet,
  finder: StreetFinder,
): boolean {
  const key = finder.settlement(place.words);
  return key === null ? isPartOf(place, words, [street], finder) : key === street.settlementKey;
}

function isNamedElsewhere(words: string, street: ListedStreet, finder: StreetFinder): boolean {
  const key = finder.settlement(words);
  if (key !== null) return key !== street.settlementKey;
  const streets = finder.named(words);
  return (
    streets.some(({ entry }) => entry.department === street.entry.department) && !streets.includes(street)
  );
}
