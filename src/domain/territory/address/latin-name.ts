import { hasCyrillic } from '../street-letters.ts';
import { parseStreetName, type StreetName } from '../street-name.ts';

/** Longest first: how Kazakh and Russian names are written with Latin letters, in English, in maps and on keyboards. */
const SYLLABLES: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'ғ'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'ё'],
  ['ye', 'е'],
];
const LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'б', c: 'к', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'ж', k: 'к', l: 'л' },
  ...{ m: 'м', n: 'н', o: 'о', p: 'п', q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'у', x: 'х' },
  ...{
    z: 'з',
    ä: 'ә',
    á: 'ә',
    ğ: 'ғ',
    ı: 'ы',
    ñ: 'ң',
    ń: 'ң',
    ö: 'ө',
    ó: 'ө',
    ş: 'ш',
    ū: 'ұ',
    ü: 'ү',
    ú: 'ү',
  },
};
const VOWEL = /[аәеёиоөуұүыэюя]$/u;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const HAS_LATIN = /\p{Script=Latin}/u;

/**
 * A name in Latin letters as it would be in Cyrillic ones: `Abay` → `Абай`, `Zhibek Zholy` → `Жибек Жолы`.
 * @returns null where there is nothing to change: no Latin word, or Cyrillic ones beside it
 */
export function fromLatin(text: string): string | null {
  if (!HAS_LATIN.test(text) || hasCyrillic(text)) return null;
  return text.replace(LATIN_WORD, cyrillicWord);
}

/** `Abay str.` as `Абай` of the kind that was written; what has no Latin name stays as it is. */
export function inCyrillic(written: StreetName): Pick<StreetName, 'kind' | 'key'> {
  const name = fromLatin(written.name);
  if (name === null) return written;
  const { kind, key } = parseStreetName(name);
  return { kind: written.kind ?? kind, key };
}

function cyrillicWord(word: string): string {
  const small = word.toLowerCase();
  let written = '';
  for (let at = 0; at < small.length; ) {
    const found = SYLLABLES.find(([latin]) => small.startsWith(latin, at));
    if (found) {
      written += found[1];
      at += found[0].length;
      continue;
    }
    const letter = small.charAt(at);
    // `Akzhailau`, `Satpayev`: behind a vowel both are the short one.
    const short = (letter === 'y' || letter === 'i') && VOWEL.test(written);
    written += short ? 'й' : letter === 'y' ? 'ы' : (LETTERS[letter] ?? letter);
    at += 1;
  }
  return written;
}
