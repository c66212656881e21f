import { readHouseList } from './house-list.ts';
import { parseStreetName } from './street-name.ts';

/** A name of a street with houses behind it, as somebody wrote both into one cell. */
export interface HousesInName {
  readonly name: string;
  readonly houses: string;
}

/** Where houses may begin: at a number, or at what is said before one. */
const BEGINNING =
  /[\s,:]+(?=[(\d№]|(?:д|дом|дома|үй|үйлер|с|нечет|нечёт|чет|чёт|тақ|жұп|odd|even)(?!\p{Ll}{6}))/giu;
/** One number alone may be a part of the name: `Садовая 5`, `квартал 12`, `Самал 2`. */
const ALONE = /^№?\s*\d+\s*[-–—]?\s*\p{L}?$/u;
const RANGE = /^(\d+)\s*[-–—]\s*(\d+)$/u;
/** No name has so many words: what is longer is not read again from each of its blanks. */
const MOST_WORDS = 20;
/** What is built in numbered parts may be called by two of them: `Алтай 1-2`, `мкр. Самал 1-3`. */
const NUMBERED_KINDS: readonly (string | null)[] = [
  'microdistrict',
  'residential-area',
  'quarter',
  'village',
];

/**
 * The houses that stand behind a street's name in the same cell: `ул. Набережная 1-20`, `Абая 1, 3, 5`. Null where it
 * may all be a name: `ул. 8 Марта`, `1-я линия`, `12-207 көшесі`, `микрорайон 6`, `мкр Самал-2`, `30 лет Победы`.
 */
export function housesInName(text: string): HousesInName | null {
  let words = 0;
  for (const { index, 0: gap } of text.matchAll(BEGINNING)) {
    if (++words > MOST_WORDS) return null;
    const name = text.slice(0, index);
    const houses = text.slice(index + gap.length).trim();
    const { key, kind } = parseStreetName(name);
    if (!/\p{L}/u.test(key) || isPartOfName(houses, kind)) continue;
    if (readHouseList(houses).problems.every(({ severity }) => severity !== 'error')) return { name, houses };
  }
  return null;
}

function isPartOfName(houses: string, kind: string | null): boolean {
  const [, from, to] = RANGE.exec(houses) ?? [];
  if (from === undefined || to === undefined) return ALONE.test(houses);
  return NUMBERED_KINDS.includes(kind) || Number(to) - Number(from) < 2;
}
