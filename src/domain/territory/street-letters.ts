/** Latin letters that pass for Cyrillic ones (domain.md: `КӨШЕCI`, `Оңдiрiс`), and signs that pass for Kazakh letters. */
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
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  Ə: 'Ә',
  ə: 'ә',
  Ӊ: 'Ң',
  ӊ: 'ң',
};

/** Kazakh letters and ё as a keyboard without them writes; ь and ъ, which have no sound in Kazakh, go. */
const plainLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  і: 'и',
  ң: 'н',
  ғ: 'г',
  ұ: 'у',
  ү: 'у',
  қ: 'к',
  ө: 'о',
  һ: 'х',
  ё: 'е',
  ь: '',
  ъ: '',
};

const LETTERS = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const DASH = /[\u2010-\u2015\u2212]/gu;
const BLANKS = /\s+/gu;
const LOOK_ALIKE = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu');
const NOT_PLAIN = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** NFC, nothing invisible, blanks collapsed, one kind of hyphen, look-alikes folded inside words that have Cyrillic. */
export function cleanStreetText(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(DASH, '-')
    .replace(BLANKS, ' ')
    .trim()
    .replace(LETTERS, word => (CYRILLIC.test(word) ? foldLookAlikes(word) : word));
}

/** Every look-alike as its Cyrillic letter, whatever stands around it: only for what is known to be Cyrillic. */
export function foldLookAlikes(text: string): string {
  return text.replace(LOOK_ALIKE, letter => lookAlikes[letter] ?? letter);
}

/** Lower case, without Kazakh letters, ё and the signs ь and ъ: how `Бөкейхан` and `Бокейхан`, `Гоголь` and `Гогол` meet. */
export function foldLetters(text: string): string {
  return text.toLowerCase().replace(NOT_PLAIN, letter => plainLetters[letter] ?? letter);
}

export function hasCyrillic(text: string): boolean {
  return CYRILLIC.test(text);
}
