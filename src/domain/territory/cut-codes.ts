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

const [COLON, DASH, DOT, ZERO, NINE, TILDE, SMALL_O] = [...':-.09~o'].map(each => each.charCodeAt(0)) as [
  ...[number, number, number, number, number, number, number],
];
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

/** Reads stored sets without making a thing of them: one pass over the characters. */
export class CutScanner {
  #text = '';
  #at = 0;

  /**
   * Appends the cuts of a set that `setToText` made, `lo` and `hi` in turn, in the order of the set.
   * @returns false where one of them has no code; `into` is of no use then
   */
  scan(text: string, into: CutCode[]): boolean {
    this.#text = text;
    this.#at = 0;
    while (this.#at < text.length) {
      const side = text.charCodeAt(this.#at) === SMALL_O ? 0 : SIDE;
      while (text.charCodeAt(this.#at) !== COLON) if (++this.#at >= text.length) return false;
      // Behind the colon, each dash and each comma stands a cut; a semicolon ends the side.
      do {
        this.#at++;
        const lo = this.#cut(side);
        if (lo < 0 || this.#text.charCodeAt(this.#at++) !== DASH) return false;
        const hi = this.#cut(side);
        if (hi < 0) return false;
        into.push(lo, hi);
      } while (this.#text[this.#at] === ',');
      this.#at++;
    }
    return true;
  }

  /** @returns -1 where it has no code */
  #cut(side: number): CutCode {
    if (this.#text.charCodeAt(this.#at) === TILDE) {
      this.#at++;
      return (side + OPEN) * SUFFIXES;
    }
    const place = (side + (this.#digits() >> 1)) * SUFFIXES;
    if (!this.#dot()) return place;
    const letter = this.#letter() * FRACTIONS * BLOCKS;
    if (!this.#dot()) return place + letter;
    const fraction = this.#digits();
    if (fraction > MOST_FRACTION) return -1;
    const numbered = (fraction * LETTERS + this.#letter()) * BLOCKS;
    if (!this.#dot()) return place + letter + numbered;
    const block = this.#digits();
    if (block >= BLOCK_LETTER) return -1;
    const blockLetter = this.#letter();
    const number = block === 0 && blockLetter > 0 ? BLOCK_LETTER : block;
    return place + letter + numbered + number * LETTERS + blockLetter;
  }

  #dot(): boolean {
    const found = this.#text.charCodeAt(this.#at) === DOT;
    if (found) this.#at++;
    return found;
  }

  #digits(): number {
    let number = 0;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (!(code >= ZERO && code <= NINE)) return number;
      number = number * 10 + code - ZERO;
      this.#at++;
    }
  }

  /** The place of a letter in the alphabet, 0 where there is none. */
  #letter(): number {
    const place = PLACES[this.#text.charCodeAt(this.#at) - FIRST_LETTER] ?? 0;
    if (place > 0) this.#at++;
    return place;
  }
}
