import { type HouseNumber, unpad } from './house-number.ts';

const DIGITS = 6;

/**
 * A text that sorts by code points as the houses do: number padded to six digits, then `.letter.fraction.block`
 * without the dots that would end it. The dot sorts before every digit and letter, so 12 < 12 к1 < 12/1 < 12А < 13.
 * Safe for SQLite BINARY and PostgreSQL COLLATE "C": no NUL, nothing above U+FFFF.
 */
export function houseKey(house: HouseNumber): string {
  const parts = [String(house.number), house.letter, house.fraction, house.block].map(pad);
  while (parts.at(-1) === '') parts.pop();
  return parts.join('.');
}

/** The house of a key that `houseKey` made. */
export function houseOfKey(key: string): HouseNumber {
  const [number = '', letter = '', fraction = '', block = ''] = key.split('.');
  return { number: Number(number), letter, fraction: unpad(fraction), block: unpad(block) };
}

/** The one total order of houses: by number, letter, fraction, block; a missing component comes first. */
export function compareHouseNumbers(a: HouseNumber, b: HouseNumber): number {
  const [keyA, keyB] = [houseKey(a), houseKey(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

function pad(part: string): string {
  return part.replace(/^\d+/, digits => digits.padStart(DIGITS, '0'));
}
