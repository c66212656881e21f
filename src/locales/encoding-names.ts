import type { Encoding, EncodingSuspect } from '../domain/encoding-problems.ts';

/** What encodings are called in sentences; the same in every language. */
export const encodingNames: Readonly<Record<Encoding | EncodingSuspect, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'windows-1251': 'windows-1251',
  'kz-1048': 'KZ-1048',
  pt154: 'PT154',
  'dos-866': 'DOS 866',
  'mac-cyrillic': 'Mac Cyrillic',
};
