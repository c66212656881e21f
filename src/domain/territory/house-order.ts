import { type HouseNumber, plainHouse, unpad } from './house-number.ts';

const DIGITS = 6;
const ZEROS = '0'.repeat(DIGITS);

/**
 * A text that sorts by code points as the houses do: number padded to six digits, then `.letter.fraction.block`
 * without the dots that would end it. The dot sorts before every digit and letter, so 12 < 12 к1 < 12/1 < 12А < 13.
 * Safe for SQLite BINARY and PostgreSQL COLLATE "C": no NUL, nothing above U+FFFF.
 */
export function houseKey({ number, letter, fraction, block }: HouseNumber): string {
  const key = pad(String(number));
  if (block !== '') return `${key}.${letter}.${pad(fraction)}.${pad(block)}`;
  if (fraction !== '') return `${key}.${letter}.${pad(fraction)}`;
  return letter === '' ? key : `${key}.${letter}`;
}

/** The house of a key that `houseKey` made. */
export function houseOfKey(key: string): HouseNumber {
  // Most keys are bare numbers.
  if (!key.includes('.')) return plainHouse(Number(key));
  const [number = '', letter = '', fraction = '', block = ''] = key.split('.');
  return { number: Number(number), letter, fraction: unpad(fraction), block: unpad(block) };
}

/** The one total order of houses: by number, letter, fraction, block; a missing component comes first. */
export function compareHouseNumbers(a: HouseNumber, b: HouseNumber): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  const [keyA, keyB] = [houseKey(a), houseKey(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

/** The digits that a part begins with, in six; a part without any is left alone. By hand: sets are made of keys. */
function pad(part: string): string {
  let digits = 0;
  while (isDigit(part.charCodeAt(digits))) digits++;
  return digits === 0 || digits >= DIGITS ? part : ZEROS.slice(digits) + part;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
