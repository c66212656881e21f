import { foldWord, roleOf } from '../list-vocabulary.ts';
import { streetKindOf } from '../street-kinds.ts';
import { orderWords } from './order-opening.ts';
import { kindInNominative, pluralKind } from './order-words.ts';

const LOOKED_AT = 40;
const NAME = /^[«"“]?(?:\p{Lu}|\d)/u;
const LINKS: ReadonlySet<string> = new Set(['side-noun', 'house', 'all', 'odd', 'even']);

/**
 * Houses that stand before their street: `все дома по улице Шевченко`, `нечётная сторона улицы Абая`. Null where a
 * stretch of houses names no street, or only as the end of a stretch (`до пересечения с ул. Абая`).
 */
export function housesBeforeStreet(
  text: string,
): { readonly houses: string; readonly street: string } | null {
  const words = orderWords(text, LOOKED_AT);
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const after = words[at + 1];
    if (before === undefined || after === undefined || !NAME.test(after.text)) continue;
    const isKind =
      kindInNominative(word.text) !== null ||
      pluralKind(word.text) !== null ||
      streetKindOf(word.text) !== null;
    if (!isKind) continue;
    // `чётная сторона улиц Абая, Гоголя` speaks of both.
    if (/^улиц$/iu.test(word.text)) return null;
    const isLink = before.text.toLowerCase() === 'по';
    if (!isLink && !LINKS.has(roleOf(foldWord(before.text)) ?? '')) return null;
    if (words.slice(0, at).some(({ text }) => /^(?:с|со|от|до|пересечени\p{L}*)$/iu.test(text)) && !isLink)
      return null;
    // `улицы` after `сторона` is one street, whatever it is elsewhere.
    const plural = pluralKind(word.text);
    const kind = plural === null ? text.slice(word.start, word.end) : plural.word;
    const houses = text.slice(0, isLink ? before.start : word.start).trim();
    return { houses, street: `${kind}${text.slice(word.end)}` };
  }
  return null;
}
