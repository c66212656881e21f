import { OPEN_END } from './house-cuts.ts';
import { HOUSE_LETTERS } from './house-number.ts';

const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
/** What fills so many digits up to six. */
const PADS = ['000000', '00000', '0000', '000', '00', '0', ''];
const LETTERS = new Set(Array.from(HOUSE_LETTERS, letter => letter.charCodeAt(0)));
/** Number, letter, fraction, block: no cut has more dots between its parts. */
const MOST_DOTS = 3;

/** A cut as it is stored: `12.А.1` for `000012.А.000001`. */
export function shortCut(cut: string): string {
  let short = '';
  for (let at = 0; ; ) {
    let from = at;
    while (cut.charCodeAt(from) === ZERO) from++;
    const dot = cut.indexOf('.', from);
    if (dot < 0) return short + cut.slice(from);
    short += cut.slice(from, dot + 1);
    at = dot + 1;
  }
}

/**
 * The cut that `shortCut` wrote. It goes over the characters by hand: a country's bindings have millions of cuts, nearly
 * all of them bare numbers.
 * @returns null for any other text
 */
export function longCut(text: string): string | null {
  if (text === OPEN_END) return text;
  const digits = digitsFrom(text, 0);
  if (digits === 0 || digits >= PADS.length) return null;
  if (digits === text.length) return `${PADS[digits]}${text}`;
  return withSuffix(`${PADS[digits]}${text.slice(0, digits)}`, text, digits);
}

/** Adds the letter, the fraction and the block that begin at `from`, each run of digits in six digits. */
function withSuffix(number: string, text: string, from: number): string | null {
  let cut = number;
  let dots = 0;
  let letters = 0;
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at);
    const digits = digitsFrom(text, at);
    if (dots === 0 && code !== DOT) return null;
    if (code === DOT) dots++;
    else if (digits > 0) {
      if (dots === 1) return null;
      cut += PADS[Math.min(digits, PADS.length - 1)];
    } else if (!LETTERS.has(code) || (dots === 1 && ++letters > 1)) return null;
    const next = at + Math.max(digits, 1);
    cut += text.slice(at, next);
    at = next;
  }
  return dots > MOST_DOTS ? null : cut;
}

function digitsFrom(text: string, from: number): number {
  let to = from;
  while (isDigit(text.charCodeAt(to))) to++;
  return to - from;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
