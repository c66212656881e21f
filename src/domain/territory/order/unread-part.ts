import { foldWord, roleOf } from '../list-vocabulary.ts';
import { streetKindOf } from '../street-kinds.ts';
import type { OrderItem } from './order-item.ts';
import { type OrderWord, openingOf, orderWords } from './order-opening.ts';
import { saysMore } from './order-verbs.ts';
import { kindInNominative, pluralKind } from './order-words.ts';
import { namesSchool, namesStreetKind, schoolWordEnd } from './school-words.ts';

/** What is known of an item that was not read. */
export interface UnreadItem {
  readonly item: OrderItem;
  /** what stands behind the name of its street */
  readonly houses: string;
  /** the houses can be read */
  readonly isList: boolean;
  /** the street list has its street */
  readonly isKnown: boolean;
  /** the street list has a name like it */
  readonly isNear: boolean;
}

/** A word, and not a letter of a house or an ending. */
const LONG = /^\p{L}{3}/u;
const CAPITAL = /^\p{Lu}/u;
const NAME = /^[«"“]?\p{Lu}\p{L}/u;
const NUMBERED = /^[«"“]?(?:№|\d+\s*[-–—]?\s*\p{L}{2})/u;
/** `Колледж № 4`, `Ясли-сад 5`: one number says nothing about houses. */
const ONE_NUMBER = /^(?:№\s*)?\d+\p{L}?$/u;
const EXCEPT =
  /(?<!\p{L})(?:кроме|за исключением|исключая|искл|помимо|без|қоспағанда|басқа(?:сы)?|except)(?!\p{L})/iu;
/** What streets lie between, along or about: it may speak of all that are named beside it. */
const BORDERS =
  /(?<!\p{L})(?:границ\p{L}*|огранич\p{L}*|между|улиц(?:ами)?(?!\p{L})|пересеч\p{L}*|вдоль|сектор\p{L}*|квартал\p{L}*\s+между|аралы[қғ]\p{L}*|шекара\p{L}*|көшес(?:інен|іне)|от\s+(?:ул|пр|пер|мкр)|до\s+(?:ул|пр|пер|мкр))(?!\p{Ll}{6})/iu;
/** So many words before a kind may be a street's name. */
const LONGEST_NAME = 4;

/** How far words that were not read make uncertain what stands around them; null = not at all. */
export type Reach = 'part' | 'sentence' | null;

/**
 * Whether words that were not read may open a part of their own (another school's, a place's, or what an order takes
 * away), or speak of all the streets of their sentence (`в границах улиц Абая, Гоголя`). Then nobody knows whose the
 * streets behind them are, nor those before them in the same sentence.
 */
export function reachOf(unread: UnreadItem): Reach {
  const { words, sentence, doubt } = unread.item;
  if (mayOpenPart(unread) || exceptsStreet(words)) return 'part';
  if (sentence === null) return null;
  const isLoose = doubt?.code === 'order-houses-without-street' && holdsKind(words);
  return isLoose || BORDERS.test(words) ? 'sentence' : null;
}

/** `все улицы, кроме ул. Абая`: what is taken out goes on in the streets behind it. */
function exceptsStreet(words: string): boolean {
  const at = words.search(EXCEPT);
  return at >= 0 && holdsKind(words.slice(at));
}

function holdsKind(text: string): boolean {
  const words = orderWords(text);
  return words.some((_, at) => isKindAt(words, at));
}

function mayOpenPart(unread: UnreadItem): boolean {
  const { item } = unread;
  if (saysMore(item.words) || namesOther(item.words) || holdsColon(item.words)) return true;
  if (item.sentence === null) return false;
  if (item.lines.slice(1).some(opensName) || holdsName(unread.houses)) return true;
  if (item.doubt?.code === 'order-houses-without-street') return opensName(item.words);
  if (unread.isKnown || hasItsKind(item.words)) return false;
  return !isStreetForCertain(unread);
}

/** A name without a kind is a street where houses stand behind it, or a list of streets around it. */
function isStreetForCertain({ item, houses, isList, isNear }: UnreadItem): boolean {
  if (hasKindAmid(item.words)) return false;
  if (/№/u.test(houses) && ONE_NUMBER.test(houses)) return false;
  // `улицы: Гагарина, Чехова`: a kind for all of them.
  if (!item.weak) return true;
  if (houses === '' || !isList) return false;
  // `Детсад Гагарина 5` has a street's name in it, but is none.
  const isOneWord = /^\P{L}*\p{L}+\P{L}*$/u.test(item.splits[0]?.streets.at(-1) ?? '');
  return (isNear && isOneWord) || (item.joined && !ONE_NUMBER.test(houses));
}

/** A school, or something called like one, before the first kind of street. */
function namesOther(words: string): boolean {
  return namesSchool(words) && !namesStreetKind(words.slice(0, schoolWordEnd(words) ?? 0));
}

/** A colon behind which no houses stand: streets, or nothing. */
function holdsColon(words: string): boolean {
  const colon = words.indexOf(':');
  return colon >= 0 && openingOf(words.slice(colon + 1)) !== 'houses';
}

/** Whether a line begins with a name, with a number and a word, or with a word that no house list has. */
function opensName(line: string): boolean {
  const [first] = orderWords(line, 1);
  if (
    first !== undefined &&
    LONG.test(first.text) &&
    roleOf(foldWord(first.text)) === null &&
    !isKind(first.text)
  )
    return true;
  if (!NAME.test(line) && !NUMBERED.test(line)) return false;
  const opening = openingOf(line);
  return opening === 'name' || opening === 'numbered' || (opening === 'street' && hasKindAmid(line));
}

/** A word with a capital among houses that no street kind and no house list explains. */
function holdsName(houses: string): boolean {
  const words = orderWords(houses);
  return words.some(({ text }, at) => {
    if (!CAPITAL.test(text) || text.length < 3 || roleOf(foldWord(text)) !== null || isKind(text))
      return false;
    return !isKindAt(words, at - 1) && !isKindAt(words, at - 2) && !isKindAt(words, at + 1);
  });
}

/** `ул. Мира`, `Бұқар жырау көшесі 5`: its kind stands before its name, or right behind it. */
function hasItsKind(words: string): boolean {
  const at = kindPlace(words);
  return at >= 0 && !hasKindAmid(words);
}

/** `Детский сад ул. Абая`: a name stands behind the kind, and something else before it. */
function hasKindAmid(text: string): boolean {
  const words = orderWords(text, LONGEST_NAME + 2);
  const at = kindPlace(text);
  return at > 0 && CAPITAL.test(words[at + 1]?.text ?? '');
}

/** The first of the words that is a kind, if a name may stand before it; -1 for none. */
function kindPlace(text: string): number {
  const words = orderWords(text, LONGEST_NAME + 1);
  const bracket = words.findIndex(({ text: word }) => /^[([]$/u.test(word));
  const at = words.findIndex((_, place) => isKindAt(words, place));
  return bracket >= 0 && at > bracket ? -1 : at;
}

function isKindAt(words: readonly OrderWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const next = words[at + 1];
  return isKind(word.text) || (next !== undefined && streetKindOf(`${word.text} ${next.text}`) !== null);
}

function isKind(word: string): boolean {
  return (streetKindOf(word) ?? kindInNominative(word) ?? pluralKind(word)) !== null;
}
