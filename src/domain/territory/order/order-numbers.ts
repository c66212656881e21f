import type { Stretch } from './order-marks.ts';
import { orderWords } from './order-opening.ts';
import { pluralKind } from './order-words.ts';

/** A number that may be a house or a name, with its letter. */
export const BARE_NUMBER = /^[\s№]*\d+[-\s]?\p{L}?\s*$/u;

/** Streets whose names are numbers, or words of which nobody can say whether they are houses or such streets. */
export type NumbersBeforeKind = { readonly names: readonly string[] } | { readonly unclear: string };

/**
 * Numbers before a kind: `19, 19А, 20 микрорайоны` are three names; `5, 7, 9 микрорайоны` behind a street may be its
 * houses. Null where the last stretch opens with no such number.
 * @param loose the stretches of numbers before the last one
 * @param begun whether a street stands before them in the same sentence
 */
export function numbersBeforeKind(
  loose: readonly Stretch[],
  last: Stretch,
  begun: boolean,
): NumbersBeforeKind | null {
  const words = orderWords(last.text, 4);
  const at = words.findIndex(word => pluralKind(word.text) !== null);
  const kind = at < 0 ? null : pluralKind(words[at]?.text ?? '');
  if (kind === null && loose.length === 0) return null;
  const numbers = loose.map(({ text }) => text.trim());
  const isWhole = kind !== null && !/\S/u.test(last.text.slice(words[at]?.end ?? 0).replace(/[.;]/gu, ''));
  if (!isWhole || begun || !loose.every(({ text }) => BARE_NUMBER.test(text)))
    return { unclear: [...numbers, last.text.trim()].join(', ') };
  const lastNumber = last.text.slice(0, words[at]?.start).trim();
  return { names: [...numbers, lastNumber].map(number => `${number} ${kind.word}`) };
}
