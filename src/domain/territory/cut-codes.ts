import { HOUSE_LETTERS } from './house-number.ts';

/**
 * A cut as one number that sorts as its text does, the odd side before the even one: side, number and suffix in 53
 * bits. Suffixes that orders hardly ever have (a fraction above 511, a block above 62) do not fit.
 */
export type CutCode = number;

/** Letters of a fraction and of a block, and the one of the house, each in six bits. */
const LETTERS = 64;
const MOST_FRACTION = 511;
/** A block that is a letter alone sorts behind all numbered ones. */
const BLOCK_LETTER = 63;
const BLOCKS = (BLOCK_LETTER + 1) * LETTERS;
const FRACTIONS = (MOST_FRACTION + 1) * LETTERS;
/** So many codes begin with one number. */
const SUFFIXES = LETTERS * FRACTIONS * BLOCKS;
/** Numbers of one side, counted on: 1, 3, 5 … or 2, 4, 6 …; the open end is where the last one would be followed. */
const SIDE = 2 ** 19;
const OPEN = 500_000;

const COMMA = 0x2c;
const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const SEMICOLON = 0x3b;
const SMALL_O = 0x6f;
const TILDE = 0x7e;
const ODD_WORD = 'odd:'.length;
const EVEN_WORD = 'even:'.length;

const FIRST_LETTER = 0x400;
/** Code point less FIRST_LETTER → place in the alphabet, from 1 on. */
const PLACES = new Uint8Array(0x100);
for (const [i, letter] of [...HOUSE_LETTERS].entries()) PLACES[letter.charCodeAt(0) - FIRST_LETTER] = i + 1;

/** The number that a code begins with, as a place in the row of its side and of both sides. */
export function placeOfCode(code: CutCode): number {
  return Math.floor(code / SUFFIXES);
}

/** The place behind the last number that a set with this upper end touches. */
export function placeAfterCode(code: CutCode): number {
  return Math.ceil(code / SUFFIXES);
}

/** Whether a place stands on the even side. */
export function isEvenPlace(place: number): boolean {
  return place >= SIDE;
}

/** Cuts in one block of memory that is used again and again: `lo` and `hi` in turn. */
export class CutList {
  codes = new Float64Array(256);
  size = 0;

  /** Makes room for the cuts of a text: each takes two characters at least. */
  reserve(text: string): void {
    const needed = this.size + (text.length >> 1) + 2;
    if (needed <= this.codes.length) return;
    const larger = new Float64Array(2 * needed);
    larger.set(this.codes);
    this.codes = larger;
  }
}

/**
 * Appends the cuts of a set that `setToText` made, or of several such texts with a semicolon between them, in the order
 * in which they stand there. One pass over the characters, and no thing is made: a country has tens of millions.
 * @returns false where one of them has no code; `into` is of no use then
 */
export function scanCuts(text: string, into: CutList): boolean {
  into.reserve(text);
  const { codes } = into;
  const end = text.length;
  let size = into.size;
  let side = 0;
  for (let at = 0; at < end; ) {
    // Behind a semicolon, as at the beginning, stands the side; behind a comma or a dash a cut.
    let code = text.charCodeAt(at);
    if (code === SMALL_O) {
      side = 0;
      at += ODD_WORD;
      code = text.charCodeAt(at);
    } else if (code > NINE && code !== TILDE) {
      side = SIDE;
      at += EVEN_WORD;
      code = text.charCodeAt(at);
    }
    let cut = (side + OPEN) * SUFFIXES;
    if (code === TILDE) code = text.charCodeAt(++at);
    else {
      let number = 0;
      for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) number = number * 10 + code - ZERO;
      cut = (side + (number >> 1)) * SUFFIXES;
      if (code === DOT) {
        let letter = PLACES[text.charCodeAt(++at) - FIRST_LETTER] ?? 0;
        if (letter > 0) at++;
        cut += letter * FRACTIONS * BLOCKS;
        if (text.charCodeAt(at) === DOT) {
          number = 0;
          for (code = text.charCodeAt(++at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
            number = number * 10 + code - ZERO;
          if (number > MOST_FRACTION) return false;
          letter = PLACES[code - FIRST_LETTER] ?? 0;
          if (letter > 0) at++;
          cut += (number * LETTERS + letter) * BLOCKS;
        }
        if (text.charCodeAt(at) === DOT) {
          number = 0;
          for (code = text.charCodeAt(++at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
            number = number * 10 + code - ZERO;
          if (number >= BLOCK_LETTER) return false;
          letter = PLACES[code - FIRST_LETTER] ?? 0;
          if (letter > 0) at++;
          cut += (number === 0 && letter > 0 ? BLOCK_LETTER : number) * LETTERS + letter;
        }
        code = text.charCodeAt(at);
      }
    }
    codes[size++] = cut;
    if (at < end && code !== DASH && code !== COMMA && code !== SEMICOLON) return false;
    at++;
  }
  into.size = size;
  return true;
}
