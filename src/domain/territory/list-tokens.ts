import { foldWord } from './list-vocabulary.ts';

export type TokenKind = 'number' | 'word' | 'dash' | 'slash' | 'quote' | 'open' | 'close' | 'mark';

/** One piece of a house list. `start` and `end` are positions in the cleaned text. */
export interface Token {
  readonly kind: TokenKind;
  /** The characters as written. */
  readonly text: string;
  /** For a word: its spelling for look-up (lower case, look-alikes and Kazakh letters folded); else the text. */
  readonly key: string;
  /** Whether a blank or a line break stands before it. */
  readonly gap: boolean;
  readonly start: number;
  readonly end: number;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** Several full stops are one mark: `1..15` is no list of two, and nobody can say what it is. */
const PIECE = /\d+|\p{L}[\p{L}\p{M}]*|\s+|\.{2,}|./gsu;
const LETTER = /^\p{L}/u;
const BLANK = /^\s/u;
const DASHES = '-‐‑‒–—―−';
const QUOTES = '"\'«»“”„‟‘’‚`″′';

/** The text in NFC without zero-width characters and soft hyphens: what tokens and quotations are cut from. */
export function cleanListText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '');
}

/** Cuts a cleaned house list into numbers, words and marks; blanks are kept only as `gap`. Linear in the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let gap = false;
  let end = 0;
  for (const piece of text.match(PIECE) ?? []) {
    const start = end;
    end += piece.length; // the pieces cover the text
    const kind = kindOf(piece);
    if (kind === null || (piece === '.' && !gap && tokens.at(-1)?.kind === 'word')) {
      gap = true; // a blank, or the full stop of an abbreviation
      continue;
    }
    const key = piece === '#' ? '№' : kind === 'word' ? foldWord(piece) : piece;
    tokens.push({ kind, text: piece, key, gap, start, end });
    gap = false;
  }
  return tokens;
}

/** Null for a blank. */
function kindOf(piece: string): TokenKind | null {
  const character = piece.charAt(0);
  if (character >= '0' && character <= '9') return 'number';
  if (BLANK.test(character)) return null;
  if (LETTER.test(piece)) return 'word';
  if (DASHES.includes(character)) return 'dash';
  if (QUOTES.includes(character)) return 'quote';
  if (character === '№' || character === '#') return 'word';
  if (character === '/' || character === '\\') return 'slash';
  if (character === '(' || character === '[') return 'open';
  if (character === ')' || character === ']') return 'close';
  return 'mark';
}
