import { foldLetters } from './street-letters.ts';

/** Every spelling of a kind, longest phrases too (domain.md, "Street names"); compared without dots, in lower case. */
const spellings = {
  street: ['street', 'st', 'str', 'улица', 'ул', 'көшесі', 'көше', 'көш', 'к-сі'],
  avenue: ['avenue', 'ave', 'проспект', 'просп', 'пр', 'пр-т', 'пр-кт', 'даңғылы', 'даңғыл', 'д-лы', 'даң'],
  lane: ['lane', 'переулок', 'пер', 'бұрылысы', 'бұрылыс'],
  'dead-end': ['dead end', 'dead-end', 'тупик', 'туп', 'тұйығы', 'тұйық көшесі', 'тұйық көше'],
  microdistrict: [
    ...['microdistrict', 'микрорайон', 'мкр', 'мкрн', 'мкр-н', 'м-он', 'ш/а', 'м/а'],
    ...['ықшам ауданы', 'ықшамауданы', 'шағын ауданы', 'шағынауданы', 'мөлтек ауданы'],
    ...['ықшам аудан', 'ықшамаудан', 'шағын аудан', 'шағынаудан', 'мөлтек аудан'],
  ],
  'residential-area': [
    'residential area',
    'residential-area',
    'жилой массив',
    'ж м',
    'ж/м',
    'жм',
    'тұрғын алабы',
  ],
  square: ['square', 'площадь', 'пл', 'алаңы'],
  boulevard: ['boulevard', 'blvd', 'бульвар', 'б-р', 'бульвары'],
  highway: ['highway', 'шоссе', 'тракт', 'тас жолы', 'шоссесі'],
  passage: ['passage', 'проезд', 'пр-д', 'өткелі'],
  quarter: ['quarter', 'квартал', 'кв-л', 'орамы', 'кварталы'],
  village: ['village', 'село', 'с', 'ауылы', 'а'],
} as const;

/** What a street is: different kinds of one name are different streets. */
export type StreetKind = keyof typeof spellings;

/** All kinds, as `import-streets` writes them. */
export const streetKinds = Object.keys(spellings) as readonly StreetKind[];

/** Shorter spellings count only letter for letter: without its Kazakh letter `көш.` is the «кош» of Кош-Тобе. */
const SHORTEST_FOLDED = 4;

const kindBySpelling = new Map<string, StreetKind>();
for (const kind of streetKinds)
  for (const spelling of spellings[kind]) {
    kindBySpelling.set(spelling, kind);
    if (spelling.length >= SHORTEST_FOLDED) kindBySpelling.set(foldLetters(spelling), kind);
  }

const BLANKS_AND_DOTS = /[\s.]+/u;

/** The kind that a word or phrase names, in any of three languages, in any case, with or without dots; null for other words. */
export function streetKindOf(words: string): StreetKind | null {
  const spelling = words.toLowerCase().split(BLANKS_AND_DOTS).filter(Boolean).join(' ');
  const folded = spelling.length >= SHORTEST_FOLDED ? foldLetters(spelling) : spelling;
  return kindBySpelling.get(spelling) ?? kindBySpelling.get(folded) ?? null;
}

const openers = new Set(
  [...kindBySpelling.keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]),
);

/** Whether a word may open a spelling of two words, as `жилой` and `тас` do. */
export function opensStreetKind(word: string): boolean {
  return openers.has(foldLetters(word));
}

/**
 * How near to a house a kind stands: `мкр. Арай, ул. Домалак Ана` is a street in a microdistrict,
 * `село Аксу, ул. Абая` a street in a village.
 */
export function streetKindRank(kind: StreetKind): number {
  if (kind === 'village') return 0;
  if (kind === 'microdistrict' || kind === 'residential-area') return 1;
  return kind === 'quarter' ? 2 : 3;
}
