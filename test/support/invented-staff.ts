import { checkDigit } from '../../src/domain/identity/check-digit.ts';

export const STAFF_HEADER = 'ЖСН;Тегі;Аты;Лауазымы\n';

/** The first IINs of 1 January of a year of the last century; nobody has them. A new year gives other people. */
export function inventedIins(count: number, year = 70): string[] {
  const iins: string[] = [];
  for (let serial = 1; iins.length < count; serial++) {
    const day = String((Math.floor(serial / 9999) % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(serial / 9999 / 28) % 12) + 1).padStart(2, '0');
    const prefix = `${year}${month}${day}3${String((serial % 9999) + 1).padStart(4, '0')}`;
    const digit = checkDigit(prefix);
    if (digit !== null) iins.push(`${prefix}${digit}`);
  }
  return iins;
}

/** Lines of a staff file, without its header. */
export function staffLines(iins: readonly string[]): string {
  return iins.map(iin => `${iin};Серікова;Айгүл;мұғалім\n`).join('');
}
