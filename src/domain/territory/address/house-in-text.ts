import type { HouseNumber } from '../house-number.ts';

/** A house of each plain form; `12к` could begin a block where `12б` could not. */
const SIBLINGS = ['3417', '17Ж', '17к', '17/829'] as const;
const OTHERS = ['3419', '19Ж', '19к', '19/827'] as const;

const BLANK = 0x20;
const COMMA = 0x2c;
const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
/** Longer numbers are postcodes and mistakes; a flat has no more digits either. */
const MOST_DIGITS = 4;
const FLAT_WORDS = ['кв', 'квартира', 'пәтер'] as const;
/** The letters of houses, but not й, я (`2-я` is an ordinal), ъ and ь (which no key has). */
const LETTERS = letters('абвгдежзиклмнопрстуфхцчшэю');

/** Finds the last house of a plain address, or tells that the text is not plain. One thing, used for many texts: nothing is made per text. */
export class HouseInText {
  /** whether a flat follows right behind the house: `12 кв 5` */
  hasFlat = false;
  /** where the house begins */
  from = 0;
  /** the place behind it */
  to = 0;
  /** where the text ends for a reader; a flat behind a comma is no part of it */
  end = 0;
  number = 0;
  letter = '';
  fraction = 0;

  /** @returns false for a text that has no such house: it is read in full then */
  find(text: string): boolean {
    this.end = text.length;
    let until = text.length;
    let bare = false;
    const flat = flatAt(text);
    if (flat > 0) {
      until = endWithout(text, flat, BLANK);
      bare = text.charCodeAt(until - 1) !== COMMA;
      if (!bare) this.end = until = until - 1;
    }
    let at = until;
    while (at > 0 && !isDigit(text.charCodeAt(at - 1))) at--;
    // Behind the last digit there may be the letter of the house.
    const last = at;
    const letter = LETTERS.get(text.charCodeAt(last)) ?? '';
    this.letter = last < until && letter !== '' && isEdge(text, last + 1, until) ? letter : '';
    this.to = this.letter === '' ? last : last + 1;
    if (!isEdge(text, this.to, until)) return false;
    while (at > 0 && isDigit(text.charCodeAt(at - 1))) at--;
    if (!isNumber(text, at, last)) return false;
    this.fraction = 0;
    let lastOfNumber = last;
    if (text.charCodeAt(at - 1) === SLASH) {
      if (this.letter !== '') return false;
      this.fraction = numberIn(text, at, last);
      lastOfNumber = at - 1;
      at = lastOfNumber;
      while (at > 0 && isDigit(text.charCodeAt(at - 1))) at--;
      if (!isNumber(text, at, lastOfNumber)) return false;
    }
    if (at > 0) {
      const before = text.charCodeAt(at - 1);
      if (before !== BLANK && before !== COMMA && before !== DOT) return false;
    }
    this.number = numberIn(text, at, lastOfNumber);
    this.from = at;
    // A flat without a comma stands right behind its house.
    if (bare && this.to !== until) return false;
    this.hasFlat = bare;
    return true;
  }

  house(): HouseNumber {
    const fraction = this.fraction === 0 ? '' : String(this.fraction);
    return { number: this.number, letter: this.letter, fraction, block: '' };
  }

  /** Houses of every form, none of them the one that was found. */
  siblings(): readonly string[] {
    return this.number === 3417 || this.number === 17 ? OTHERS : SIBLINGS;
  }
}

/** Where `кв. 5` begins at the end of a text; 0 where there is none. */
function flatAt(text: string): number {
  let at = text.length;
  while (at > 0 && isDigit(text.charCodeAt(at - 1))) at--;
  if (at === text.length || text.length - at > MOST_DIGITS) return 0;
  if (text.charCodeAt(at - 1) === BLANK) at--;
  if (text.charCodeAt(at - 1) === DOT) at--;
  for (const word of FLAT_WORDS) {
    const from = at - word.length;
    if (from < 1 || !text.startsWith(word, from)) continue;
    const before = text.charCodeAt(from - 1);
    if (before === BLANK || before === COMMA) return from;
  }
  return 0;
}

function endWithout(text: string, end: number, sign: number): number {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) === sign) at--;
  return at;
}

/** Whether a house may end here. */
function isEdge(text: string, at: number, end: number): boolean {
  if (at === end) return true;
  const code = text.charCodeAt(at);
  return code === BLANK || code === COMMA || code === DASH;
}

function isNumber(text: string, from: number, to: number): boolean {
  return to > from && to - from <= MOST_DIGITS && text.charCodeAt(from) !== ZERO;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function numberIn(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

function letters(small: string): ReadonlyMap<number, string> {
  const capital = new Map<number, string>();
  for (const letter of small + small.toUpperCase()) capital.set(letter.charCodeAt(0), letter.toUpperCase());
  return capital;
}
