import { HOUSE_LETTERS, type HouseNumber, hasSuffix, MAX_NUMBER } from './house-number.ts';
import { houseKey, houseOfKey } from './house-order.ts';

export type Side = 'odd' | 'even';

export const SIDES = ['odd', 'even'] as const satisfies readonly Side[];

/** The cut after every house: it sorts behind all house keys. */
export const OPEN_END = '~';

/** Only a cut before a number is this long: the open end is shorter, a key with a suffix longer. */
const DIGITS = 6;
const FIRST_LETTER = HOUSE_LETTERS.charAt(0);

/** The side of the street that a number stands on. */
export function sideOf(number: number): Side {
  return number % 2 === 1 ? 'odd' : 'even';
}

/** The cut before the first number of a side that is `number` or more; the open end if there is none. */
export function cutAtNumber(side: Side, number: number): string {
  const least = Math.max(number, 1);
  const first = sideOf(least) === side ? least : least + 1;
  return first > MAX_NUMBER ? OPEN_END : String(first).padStart(6, '0');
}

/** The number whose first house a cut stands before; null for a cut inside a number and for the open end. */
export function numberAtCut(cut: string): number | null {
  return cut.length === DIGITS ? Number(cut) : null;
}

/**
 * The cut just after one house, which is the key of the next house that can be written. Every place between two
 * houses thus has one spelling only, and so has every set.
 */
export function cutAfter(house: HouseNumber): string {
  const block = nextBlock(house.block);
  if (block !== null) return houseKey({ ...house, block });
  const fraction = nextNumbered(house.fraction);
  if (fraction !== null) return houseKey({ ...house, fraction, block: '' });
  const letter = nextLetter(house.letter);
  if (letter !== null) return houseKey({ ...house, letter, fraction: '', block: '' });
  return cutAtNumber(sideOf(house.number), house.number + 2);
}

/** The house that a cut stands right after, if it has a shorter writing than the house behind the cut; else null. */
export function plainHouseBefore(cut: string): HouseNumber | null {
  if (cut === OPEN_END) return null;
  const house = houseOfKey(cut);
  if (!hasSuffix(house)) return null;
  const block = house.block === '1' ? '' : house.block.slice(0, -1);
  const plain = { ...house, block };
  return cutAfter(plain) === cut ? plain : null;
}

/** '' → 1 → 1І → … → 1Ө → 2 → … → 999999Ө → null */
function nextNumbered(part: string): string | null {
  if (part === '') return '1';
  const [digits = ''] = /^\d+/.exec(part) ?? [];
  const letter = nextLetter(part.slice(digits.length));
  if (letter !== null) return digits + letter;
  return Number(digits) < MAX_NUMBER ? String(Number(digits) + 1) : null;
}

/** As `nextNumbered`, and then the letters alone. */
function nextBlock(part: string): string | null {
  if (part !== '' && !/^\d/.test(part)) return nextLetter(part);
  return nextNumbered(part) ?? FIRST_LETTER;
}

function nextLetter(letter: string): string | null {
  if (letter === '') return FIRST_LETTER;
  return HOUSE_LETTERS[HOUSE_LETTERS.indexOf(letter) + 1] ?? null;
}
