import { cleanStreetText, foldLetters } from '../street-letters.ts';
import { parseStreetName } from '../street-name.ts';
import { fromLatin, inCyrillic } from './latin-name.ts';
import { readAddress } from './read-address.ts';

const DIGITS = /\p{N}+/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * A cheap look at names, so that of a whole list only the few streets that an address may mean are read in full.
 * What it leaves out has no key in common with the address; of what it keeps most have none either.
 */
export function nameSieve(address: string): (names: string) => boolean {
  const { readings, places } = readAddress(address);
  const inside = places.filter(({ kind }) => kind === 'microdistrict');
  // A microdistrict may be a part of the name, and all of it that is more than a number.
  return sieve(
    readings.flatMap(({ street }) => [street, ...inside.map(({ words }) => `${words}, ${street}`)]),
  );
}

/** The same for settlements that the places of an address may name. */
export function placeSieve(address: string): (settlement: string) => boolean {
  return sieve(readAddress(address).places.map(({ words }) => words));
}

function sieve(texts: readonly string[]): (names: string) => boolean {
  const marks = new Set<string>();
  for (const text of texts) {
    const written = parseStreetName(text);
    const latin = fromLatin(text);
    const other = latin === null ? [] : [parseStreetName(latin)];
    for (const { key } of [written, inCyrillic(written), ...other]) if (key !== '') marks.add(markOf(key));
  }
  const sought = [...marks];
  return names => {
    // A Latin look-alike would hide a word.
    const folded = foldLetters(LATIN.test(names) ? cleanStreetText(names) : names);
    return sought.some(mark => folded.includes(mark));
  };
}

/** What every name of this key has in it: its longest word, whose last letter alone a case ending may have changed. */
function markOf(key: string): string {
  const words = key.split(' ');
  const plain = words.filter(word => !DIGITS.test(word)).sort((one, other) => other.length - one.length);
  const longest = plain[0];
  if (longest !== undefined) return longest.length > 2 ? longest.slice(0, -1) : longest;
  return DIGITS.exec(key)?.[0] ?? key;
}
