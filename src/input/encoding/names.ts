import { ENCODINGS, type Encoding } from '../../domain/encoding-problems.ts';

/** `utf-16` leaves it to the bytes which of their two orders they are in. */
export type DeclaredEncoding = Encoding | 'utf-16';

/** What people and programs call them: IANA, Microsoft, iconv and the Kazakh standard; compared by `nameKey`. */
const spellings: Readonly<Record<DeclaredEncoding, readonly string[]>> = {
  'utf-8': ['utf-8', 'utf8', 'utf-8-sig', 'utf-8-bom', 'unicode-1-1-utf-8', 'cp65001'],
  'utf-16': ['utf-16', 'utf16', 'unicode', 'ucs-2'],
  'utf-16le': ['utf-16le', 'utf16le', 'ucs-2le', 'cp1200'],
  'utf-16be': ['utf-16be', 'utf16be', 'ucs-2be', 'cp1201', 'unicodefffe'],
  'windows-1251': ['windows-1251', 'cp1251', 'win1251', 'win-1251', '1251', 'x-cp1251', 'ansi-1251'],
  // STRK 1048-2002 is KZ-1048; PT154 is an older table with the Kazakh letters in other places.
  'kz-1048': ['kz-1048', 'kz1048', 'rk1048', 'rk-1048', 'strk1048', 'strk1048-2002', '1048'],
  pt154: ['pt154', 'pt-154', 'ptcp154', 'csptcp154', 'cp154', 'cyrillic-asian', '154'],
};

const byKey = new Map(
  [...ENCODINGS, 'utf-16' as const].flatMap(encoding =>
    spellings[encoding].map(name => [nameKey(name), encoding] as const),
  ),
);

/** The encoding that a name means; case and punctuation do not matter. Null for a name of none that is read here. */
export function readEncodingName(name: string): DeclaredEncoding | null {
  return byKey.get(nameKey(name)) ?? null;
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
