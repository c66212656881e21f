import { cleanStreetText, foldLetters } from '../street-letters.ts';
import { parseStreetName } from '../street-name.ts';
import { formerName } from './address-brackets.ts';
import { partsOf } from './address-parts.ts';
import { wordsBeforeArea } from './area-words.ts';
import { fromLatin, inCyrillic } from './latin-name.ts';
import { readAddress } from './read-address.ts';

const DIGITS = /\p{N}+/u;
const LATIN = /\p{Script=Latin}/u;

export interface KeptLine {
  readonly at: number;
  readonly line: string;
}

export interface NameSieve {
  /** Whether a street of these names must be read in full. */
  keeps(names: string): boolean;
  /** The lines that are kept, of a text of many, with their numbers; the first is 0. */
  linesOf(text: string): readonly KeptLine[];
}

/** Stands between the names of two streets; no name has it (domain/text/control-characters). */
export const LINE_END = '\n';

/**
 * A cheap look at names, so that of a whole list only the few streets that an address may mean are read in full.
 * What it leaves out has no key in common with the address; of what it keeps most have none either.
 */
export function nameSieve(address: string): NameSieve {
  const { readings, places } = readAddress(address);
  const inside = places.filter(({ kind }) => kind === 'microdistrict');
  // A microdistrict may be a part of the name, and all of it that is more than a number.
  return sieve([
    ...readings.flatMap(({ street }) => [street, ...inside.map(({ words }) => `${words}, ${street}`)]),
    ...looseNames(address).filter(isOfSeveral),
  ]);
}

/**
 * The same for streets that an address may name by one word beside its own. Such a word is no part of a settlement: it
 * is to be looked for in names alone.
 */
export function besideSieve(address: string): NameSieve {
  return sieve(looseNames(address).filter(name => !isOfSeveral(name)));
}

/** Loose names, microdistricts, and what stands in brackets. */
function looseNames(address: string): readonly string[] {
  const { places, brackets, areas } = readAddress(address);
  const loose = places.filter(({ kind }) => kind === 'plain' || kind === 'microdistrict');
  return [
    ...loose.flatMap(({ words, housed }) => (housed === null ? [words] : [words, housed])),
    ...brackets.map(words => formerName(words) ?? words),
    ...areas.flatMap(wordsBeforeArea),
  ];
}

function isOfSeveral(name: string): boolean {
  return parseStreetName(name).key.includes(' ');
}

/** The same for settlements that an address may name, by its places or by what may be its street. */
export function placeSieve(address: string): NameSieve {
  const { places, readings, brackets, areas } = readAddress(address);
  return sieve([
    ...places.map(({ words }) => words),
    ...readings.map(({ street }) => street),
    ...brackets.flatMap(words => partsOf(words).map(({ name }) => name)),
    ...areas.flatMap(wordsBeforeArea),
  ]);
}

function sieve(texts: readonly string[]): NameSieve {
  const marks = new Set<string>();
  for (const text of texts) {
    const written = parseStreetName(text);
    const latin = fromLatin(text);
    const other = latin === null ? [] : [parseStreetName(latin)];
    for (const { key } of [written, inCyrillic(written), ...other]) if (key !== '') marks.add(markOf(key));
  }
  const sought = [...marks];
  if (sought.length === 0) return { keeps: () => false, linesOf: () => [] };
  const spellings = sought.map(anySpelling).join('|');
  const written = new RegExp(spellings, 'u');
  // Names without Latin letters are looked at as they stand: of a whole country they are many.
  const keeps = (names: string) => {
    if (!LATIN.test(names)) return written.test(names);
    // A Latin look-alike would hide a word.
    const folded = foldLetters(cleanStreetText(names));
    return sought.some(mark => folded.includes(mark));
  };
  const worthALook = new RegExp(`${LATIN.source}|${spellings}`, 'gu');
  return { keeps, linesOf: text => linesWith(text, worthALook, keeps) };
}

/** The lines that are kept of those that a pattern finds something in; nothing is cut of the others. */
function linesWith(text: string, pattern: RegExp, keeps: (line: string) => boolean): KeptLine[] {
  const found: KeptLine[] = [];
  for (let at = 0, start = 0; ; at++) {
    pattern.lastIndex = start;
    const hit = pattern.exec(text);
    if (hit === null) return found;
    let end = text.indexOf(LINE_END, start);
    for (; end >= 0 && end < hit.index; end = text.indexOf(LINE_END, start)) {
      start = end + 1;
      at++;
    }
    const line = text.slice(start, end < 0 ? undefined : end);
    if (keeps(line)) found.push({ at, line });
    if (end < 0) return found;
    start = end + 1;
  }
}

const SYNTAX = /[$()*+./?[\\\]^{|}]/gu;
const FIRST_CYRILLIC = 0x400;
const LAST_CYRILLIC = 0x52f;

/** The letters that are folded to each letter; under '' those that are left out. */
const lettersFoldedTo = Map.groupBy(
  Array.from({ length: LAST_CYRILLIC - FIRST_CYRILLIC + 1 }, (_, i) =>
    String.fromCharCode(FIRST_CYRILLIC + i),
  ),
  foldLetters,
);
const SILENT = `[${lettersFoldedTo.get('')?.join('') ?? ''}]*`;

/** What `foldLetters` makes a text of that has the mark in it, as a pattern of the text itself. */
function anySpelling(mark: string): string {
  const letters = [...mark].map(letter => {
    const written = lettersFoldedTo.get(letter);
    return written === undefined ? escaped(letter) : `[${written.join('')}]`;
  });
  return letters.join(SILENT);
}

function escaped(letter: string): string {
  const other = letter.toUpperCase();
  const both = other === letter || [...other].length > 1 ? [letter] : [letter, other];
  return `(?:${both.map(one => one.replace(SYNTAX, '\\$&')).join('|')})`;
}

/** What every name of this key has in it: its longest word, whose last letter alone a case ending may have changed. */
function markOf(key: string): string {
  const words = key.split(' ');
  const plain = words.filter(word => !DIGITS.test(word)).sort((one, other) => other.length - one.length);
  const longest = plain[0];
  if (longest !== undefined) return longest.length > 2 ? longest.slice(0, -1) : longest;
  return DIGITS.exec(key)?.[0] ?? key;
}
