import { isPlainText } from './plain-text.ts';

/**
 * Signs that are drawn like a Cyrillic letter (domain.md: `КӨШЕCI`, `Оңдiрiс`, ə for ә, ӊ for ң).
 * Only those that stand for one letter alone: Latin Y may be У or Ү, Latin m is also the slanted т.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  k: 'к',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  Ë: 'Ё',
  ë: 'ё',
  Ə: 'Ә',
  ə: 'ә',
  Ɵ: 'Ө',
  ɵ: 'ө',
  Ӊ: 'Ң',
  ӊ: 'ң',
};

const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const LATIN_LETTERS = /\p{Script=Latin}/gu;
const LOOK_ALIKE = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu');
/** The hyphen that does not break and the minus sign: a keyboard's hyphen looks the same. */
const HYPHEN = /[\u2011\u2212]/gu;

/**
 * Replaces look-alikes inside words that already have a Cyrillic letter; an all-Latin word (`Nomad City`) stays.
 * A word with a Latin letter that looks like none in Cyrillic (`Ахметоv`) stays whole: half of it would be a guess.
 */
export function foldLookAlikes(text: string): string {
  if (isPlainText(text, text.length)) return text;
  return text.replace(HYPHEN, '-').replace(WORD, word => {
    if (!CYRILLIC.test(word)) return word;
    const folded = word.replace(LOOK_ALIKE, letter => lookAlikes[letter] ?? letter);
    return LATIN.test(folded) ? word : folded;
  });
}

/** The first word that mixes the Latin and the Cyrillic alphabet, and its Latin letters; null when none does. */
export function mixedWord(text: string): { readonly word: string; readonly letters: string } | null {
  for (const [word] of text.matchAll(WORD))
    if (CYRILLIC.test(word) && LATIN.test(word))
      return { word, letters: word.match(LATIN_LETTERS)?.join('') ?? '' };
  return null;
}
