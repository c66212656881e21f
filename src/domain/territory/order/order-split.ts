import { foldWord, roleOf } from '../list-vocabulary.ts';
import { streetKindOf } from '../street-kinds.ts';
import type { OrderSplit } from './order-item.ts';
import { type OrderWord, orderWords } from './order-opening.ts';
import { kindInNominative, pluralKind } from './order-words.ts';

/** What stands around a name: the kind that a plural gave it, the settlement, houses that were written before it. */
export interface AroundName {
  readonly kind: string | null;
  /** spellings before the street, the likeliest first; '' for none */
  readonly within: readonly string[];
  readonly housesBefore: string;
  /** houses that stand before the street before it, and may go for this one too; null for none */
  readonly sideBefore: string | null;
}

/** A name has no more words than this. */
const LONGEST_NAME = 12;
const BEFORE_HOUSES = /^[\s,:–—−-]+/u;
const AFTER_ITEM = /[\s;.,:–—-]+$/u;
/** `дома - 105`: the dash says no more than a colon. */
const HOUSES_THEN_DASH = /^((?:дома?|домов|д|үй|үйлер|№+)\.?)\s*[-–—:]\s*(?=\S)/iu;
const ADJECTIVE = /(?<=\p{L}{3})(ой|ей)(?!\p{L})/u;
const NUMERIC = /^\d/u;
const QUOTES = /^[\s"«»“”„]+$/u;

/**
 * Every way to cut an item into a street's name and its houses, the shortest name first. Names contain digits
 * (`40 лет Победы`, `1-я линия`), so that only the street list can tell, unless the houses are announced (`дома`,
 * `№`, a colon).
 * @param first how long the stretch is before the item's first comma: a name has no comma
 */
export function splitItem(text: string, first: number, around: AroundName): OrderSplit[] {
  const head = text.slice(0, first);
  const words = orderWords(head, LONGEST_NAME + 1);
  const ends: number[] = [];
  let announced: number | null = null;
  const colon = head.indexOf(':');
  for (const [at, word] of words.entries()) {
    if (at === 0) continue;
    if (colon !== -1 && word.start > colon) {
      announced = colon;
      break;
    }
    if (announces(words, at)) {
      announced = word.start;
      break;
    }
    if (/^[([]$/u.test(word.text)) {
      announced = word.start;
      break;
    }
    // Different kinds are different streets: a name is never cut off from the kind behind it.
    if (isKind(word.text)) continue;
    // A kind alone names no street: `ул. 8 Марта`.
    if (words.slice(0, at).every(({ text }) => isKind(text))) continue;
    if (NUMERIC.test(word.text) || roleOf(foldWord(word.text)) !== null) ends.push(word.start);
  }
  if (announced === null && words.length <= LONGEST_NAME) ends.push(first);
  const all = announced === null ? ends : [...ends, announced];
  return all.flatMap(end => {
    const name = head.slice(0, end).replace(AFTER_ITEM, '').trim();
    if (name === '' || QUOTES.test(name)) return [];
    const houses = cleanHouses(`${around.housesBefore} ${text.slice(end).replace(BEFORE_HOUSES, '')}`);
    return [{ streets: spellings(name, around), houses }];
  });
}

/** A house list without the marks that set it apart from the name and from the next item. */
export function cleanHouses(text: string): string {
  return text
    .replace(BEFORE_HOUSES, '')
    .replace(HOUSES_THEN_DASH, '$1 ')
    .replace(/[\s;.,]+$/u, '')
    .trim();
}

function isKind(word: string): boolean {
  return word.length > 1 && (streetKindOf(word) ?? kindInNominative(word) ?? pluralKind(word)) !== null;
}

/** `дома`, `д.`, `үйлер`, and `№` once there is a name before it (`улица № 37` has none). */
function announces(words: readonly OrderWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined || roleOf(foldWord(word.text)) !== 'house') return false;
  if (word.text.length === 1 && word.text !== '№' && !word.dotted && !NUMERIC.test(words[at + 1]?.text ?? ''))
    return false;
  if (word.text !== '№') return true;
  return words.slice(0, at).some(({ text }) => /\p{L}{2}/u.test(text) && roleOf(foldWord(text)) === null);
}

/** The name as a street list may have it: with the kind that a plural gave it, in the nominative, in its settlement. */
function spellings(name: string, { kind, within }: AroundName): string[] {
  const words = orderWords(name, LONGEST_NAME);
  const inCase = words.find(({ text }) => kindInNominative(text) !== null);
  const nominative =
    inCase === undefined
      ? name
      : `${name.slice(0, inCase.start)}${kindInNominative(inCase.text)}${name.slice(inCase.start + inCase.text.length)}`;
  // `по улице Молодёжной` is `улица Молодёжная`.
  const adjective =
    inCase === undefined ? null : nominative.replace(ADJECTIVE, found => (found === 'ой' ? 'ая' : 'яя'));
  const names = kind === null ? [nominative] : [`${kind} ${nominative}`];
  if (adjective !== null && adjective !== nominative) names.push(adjective);
  return within.flatMap(place => names.map(one => (place === '' ? one : `${place}, ${one}`)));
}
