import { checkDigit } from '../../src/domain/identity/check-digit.ts';

/** Invented IINs of people born in the 1980s, all different: the number counts days. */
export function inventIin(number: number): string {
  const born = new Date(Date.UTC(1980, 0, 1 + number)).toISOString();
  const date = `${born.slice(2, 4)}${born.slice(5, 7)}${born.slice(8, 10)}`;
  for (let serial = 3700; ; serial++) {
    const digits = `${date}4${serial}`;
    const check = checkDigit(digits);
    if (check !== null) return `${digits}${check}`;
  }
}

/** The same number with another check digit. */
export function mistype(iin: string): string {
  return `${iin.slice(0, 11)}${(Number(iin.at(11)) + 1) % 10}`;
}

/** Lines of a staff file, `iin;surname;given_name;position`, for invented people with these numbers. */
export function staffLines(numbers: readonly number[]): string[] {
  return ['iin;surname;given_name;position', ...numbers.map(n => `${inventIin(n)};Ахметова;Әлия;мұғалім`)];
}

/** The numbers from one to another, both included. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Invented BINs of head offices registered in one month, all different. */
export function inventBin(number: number): string {
  for (let serial = number * 10; ; serial++) {
    const digits = `271240${String(serial).padStart(5, '0')}`;
    const check = checkDigit(digits);
    if (check !== null) return `${digits}${check}`;
  }
}
