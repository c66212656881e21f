import { foldWord, roleOf } from '../list-vocabulary.ts';
import { opensStreetKind, streetKindOf } from '../street-kinds.ts';
import { kindInNominative, pluralKind, settlementWord } from './order-words.ts';

/** One word of an order with its place; a full stop behind it belongs to it. */
export interface OrderWord {
  /** without the full stop */
  readonly text: string;
  readonly dotted: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * What a stretch between two commas begins: `street` names its kind, `name` only looks like a name, `numbered` has a
 * number before its kind (`18 микрорайон`), `plural` gives a kind to what follows, `houses` goes on with houses.
 */
export type Opening = 'street' | 'name' | 'numbered' | 'plural' | 'settlement' | 'houses' | 'blank';

const WORD = /№|[\p{L}\p{M}\p{N}]+(?:[-/'’][\p{L}\p{M}\p{N}]+)*\.?|[()[\]]/gu;
const NUMBER = /^\d+(?:[-/]?\p{L})?$/u;
const NUMERIC = /^\d/u;
const GLUED = /^\d+-(\p{L}{2,})$/u;
const ORDINAL = /^(?:го|му|ая|ой|ый|ий|ші|шы|нші|ншы|інші|ыншы)$/iu;
const BRACKET = /^[()[\]]$/u;
const CAPITAL = /^[«"“]?\p{Lu}/u;
const LETTER = /^\p{L}$/u;
/** Kinds that a street list keeps as part of the name. */
const NAMED_KIND = /^(?:наб|набережная|набережной|аллея|аллее|жағалауы|линия)$/iu;
/** So many words tell what a stretch is: a megabyte without a comma is not looked through for it. */
const LOOKED_AT = 8;

/** The words of a text, at most `most` of them. */
export function orderWords(text: string, most = Number.POSITIVE_INFINITY): OrderWord[] {
  const found: OrderWord[] = [];
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    if (found.length >= most) break;
    const dotted = raw.length > 1 && raw.endsWith('.');
    found.push({ text: dotted ? raw.slice(0, -1) : raw, dotted, start, end: start + raw.length });
  }
  return found;
}

/** What a stretch of an order begins with. */
export function openingOf(text: string): Opening {
  const words = orderWords(text, LOOKED_AT);
  const [first, second] = words;
  if (first === undefined) return 'blank';
  if (BRACKET.test(first.text)) return 'houses';
  if (pluralKind(first.text) !== null) return 'plural';
  if (isInitial(first) && second !== undefined && CAPITAL.test(second.text)) return 'name';
  if (isSettlement(words)) return 'settlement';
  if (NUMERIC.test(first.text) || first.text === '№') return numericOpening(words);
  if (kindOf(first, second)) return 'street';
  const role = roleOf(foldWord(first.text));
  const hasKind = nameAhead(text, words).some((word, at) => isPlainKind(word, words[at + 2]));
  if (role !== null && !(role === 'not-houses' && hasKind && CAPITAL.test(first.text))) return 'houses';
  if (hasKind && words.slice(0, 4).some(({ text }) => CAPITAL.test(text))) return 'street';
  return words.slice(0, 3).some(({ text }) => CAPITAL.test(text)) ? 'name' : 'houses';
}

/** The words behind the first that may belong to one name with it: not those in brackets, nor behind a colon. */
function nameAhead(text: string, words: readonly OrderWord[]): OrderWord[] {
  const end = text.search(/[([:]/u);
  return words.slice(1, 5).filter(({ start }) => end < 0 || start < end);
}

/** `№ 37 көше`, `18 микрорайон`, `8 Марта`, `1-я линия`; but `12 а`, `1-ден 45-ке дейін`, `12 корпус 1`. */
function numericOpening(words: readonly OrderWord[]): Opening {
  for (const [at, word] of words.entries()) {
    if (BRACKET.test(word.text)) return 'houses';
    const glued = GLUED.exec(word.text)?.[1];
    if (glued !== undefined && (streetKindOf(glued) !== null || opensStreetKind(glued))) return 'street';
    if (glued !== undefined && !ORDINAL.test(glued)) return 'houses';
    if (glued !== undefined || NUMBER.test(word.text) || NUMERIC.test(word.text)) continue;
    if (word.text === '№' || LETTER.test(word.text)) {
      if (LETTER.test(word.text) && roleOf(foldWord(word.text)) !== null) return 'houses';
      continue;
    }
    if (pluralKind(word.text) !== null || isPlainKind(word, words[at + 1])) return 'numbered';
    return roleOf(foldWord(word.text)) === null ? 'name' : 'houses';
  }
  return 'houses';
}

/** A word that is a kind of street and nothing a house list has; the abbreviations of a village are told elsewhere. */
function isPlainKind(word: OrderWord, next: OrderWord | undefined): boolean {
  return word.text.length > 1 && kindOf(word, next);
}

function kindOf(word: OrderWord, next: OrderWord | undefined): boolean {
  if (NAMED_KIND.test(word.text)) return true;
  if (kindInNominative(word.text) !== null) return true;
  const kind = streetKindOf(word.text);
  if (kind !== null) return kind !== 'village' || word.text.length > 1;
  return (
    next !== undefined && opensStreetKind(word.text) && streetKindOf(`${word.text} ${next.text}`) !== null
  );
}

/** `г. Березники`, `село Аксу`, `Қоңыртөбе ауылы`: at the front, or at the end of a short name. */
function isSettlement(words: readonly OrderWord[]): boolean {
  const [first, second] = words;
  if (first === undefined || second === undefined) return false;
  const isWritten = first.dotted || first.text.length > 2;
  if (isWritten && settlementWord(first.text) !== null) return CAPITAL.test(second.text);
  const last = words.length <= 3 ? words.at(-1) : undefined;
  return last !== undefined && last.text.length > 3 && isName(first) && settlementWord(last.text) !== null;
}

function isName({ text }: OrderWord): boolean {
  return CAPITAL.test(text);
}

/** `К.` in `К. Цеткин`, where a small `к.` is a block. */
function isInitial({ text, dotted }: OrderWord): boolean {
  return dotted && LETTER.test(text) && CAPITAL.test(text);
}
