/**
 * One house of a street. `number` is 1..999999; every other component is '' when absent.
 * `letter` is one upper-case Cyrillic letter (12А), `fraction` what stands after the slash: digits and maybe a
 * letter (`10А` in 5/10А), `block` digits and maybe a letter, or a letter (4 к1, 4 корп. А).
 */
export interface HouseNumber {
  readonly number: number;
  readonly letter: string;
  readonly fraction: string;
  readonly block: string;
}

export const MAX_NUMBER = 999_999;

/** The house of a bare number. */
export function plainHouse(number: number): HouseNumber {
  return { number, letter: '', fraction: '', block: '' };
}

/** Upper-case letters a house can carry: the Kazakh alphabet (it contains the Russian one), without Ё, which is read as Е. */
export const HOUSE_LETTERS = 'ІАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҒҚҢҮҰҺӘӨ';

const LATIN = 'ABCEHIKMOPTXYЁ';
const CYRILLIC = 'АВСЕНІКМОРТХУЕ';
const LONGEST = 60;

const LETTER = `[${HOUSE_LETTERS}]`;
const BLOCK = `(?:К(?:\\.| )? ?№? ?(?<k>\\d{1,6}${LETTER}?)|(?:КОРП?|КОРПУС[А-ЯІ]{0,3}|БЛ|БЛОК)(?:\\.| )? ?№? ?(?<word>\\d{1,6}${LETTER}?|${LETTER})|(?<first>\\d{1,6}${LETTER}?) ?- ?(?:КОРПУС|БЛОК)Ы?)`;
const HOUSE = new RegExp(
  `^(?<number>\\d{1,6})(?: ?-? ?(?<letter>${LETTER}))?` +
    `(?: ?/ ?(?:(?<fraction>\\d{1,6})(?: ?-? ?(?<tail>${LETTER}))?|(?<slashed>${LETTER})))?` +
    `(?:[ ,]{0,2}${BLOCK})?$`,
  'u',
);

/**
 * Reads one house in any spelling of domain.md, "House lists": `12`, `12 а`, `12-а`, `12 "а"`, `12\1`, `5/10А`,
 * `4 к. 1`, `4 корп. 1`, `40а кор. 2`; Latin look-alikes count as Cyrillic, and `12/а` is 12А.
 * @returns null for anything else: a range, a word, zero, a number above 999999
 */
export function parseHouseNumber(text: string): HouseNumber | null {
  if (text.length > LONGEST) return null;
  const found = HOUSE.exec(clean(text))?.groups;
  if (!found) return null;
  const { number = '', letter = '', fraction = '', tail = '', slashed = '' } = found;
  if (letter !== '' && slashed !== '') return null;
  const house = {
    number: Number(number),
    letter: letter + slashed,
    fraction: unpad(fraction + tail),
    block: unpad(found.k ?? found.word ?? found.first ?? ''),
  };
  const isZero = house.number === 0 || house.fraction.startsWith('0') || house.block.startsWith('0');
  return isZero ? null : house;
}

/** Writes a house the canonical way: `12`, `12А`, `5/10А`, `4 к1`, `4 корп. А`. */
export function formatHouseNumber(house: HouseNumber): string {
  const { number, letter, fraction, block } = house;
  const slash = fraction === '' ? '' : `/${fraction}`;
  const blockWord = block === '' ? '' : /^\d/.test(block) ? ` к${block}` : ` корп. ${block}`;
  return `${number}${letter}${slash}${blockWord}`;
}

/** True for 12А, 12/1 and 12 к1; false for the bare 12. */
export function hasSuffix(house: HouseNumber): boolean {
  return house.letter !== '' || house.fraction !== '' || house.block !== '';
}

/** A part without leading zeros; keeps one, so that a fraction or block of zero can be told from a missing one. */
export function unpad(part: string): string {
  return part.replace(/^0+(?=\d)/, '');
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\\/g, '/')
    .replace(/block/i, 'блок')
    .replace(/["'«“„”’] ?(\p{L}) ?["'»“”’]/u, '$1')
    .toUpperCase()
    .replace(/[A-ZЁ]/gu, letter => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}
