import { settlementWords } from '../settlement-words.ts';
import type { StreetKind } from '../street-kinds.ts';

/**
 * Kinds of streets in the cases and numbers that running text puts them in (`по улице Абая`, `Абай көшесінің`):
 * word → the word by which a street list knows the kind.
 */
const CASES: Readonly<Record<string, string>> = {
  ...endings('улиц', 'улица', 'е у ей'),
  ...endings('проспект', 'проспект', 'а у е ом'),
  ...endings('бульвар', 'бульвар', 'а у е ом'),
  ...endings('микрорайон', 'микрорайон', 'а у е ом'),
  ...endings('проезд', 'проезд', 'а у е ом'),
  ...endings('квартал', 'квартал', 'а у е ом'),
  ...endings('переул', 'переулок', 'ка ку ке ком'),
  ...endings('тупик', 'тупик', 'а у е ом'),
  ...endings('площад', 'площадь', 'ью'),
  ...endings('көшесі', 'көшесі', 'нің нде ндегі н мен не'),
  ...endings('даңғылы', 'даңғылы', 'ның нда ндағы н мен на'),
  ...endings('бұрылысы', 'бұрылысы', 'ның нда ндағы н мен на'),
};

/** Words that name a kind for all the names that follow: `улицы: Молодёжная, Деповская`. */
const PLURALS: Readonly<Record<string, { readonly word: string; readonly kind: StreetKind }>> = {
  ...plural('улица', 'street', 'улицы улиц'),
  ...plural('көшесі', 'street', 'көшелер көшелері көшелерінің'),
  ...plural('street', 'street', 'streets'),
  ...plural('проспект', 'avenue', 'проспекты проспектов'),
  ...plural('даңғылы', 'avenue', 'даңғылдар даңғылдары'),
  ...plural('переулок', 'lane', 'переулки переулков'),
  ...plural('бұрылысы', 'lane', 'бұрылыстар бұрылыстары'),
  ...plural('тупик', 'dead-end', 'тупики тупиков'),
  ...plural('микрорайон', 'microdistrict', 'микрорайоны микрорайонов'),
  ...plural('ықшам ауданы', 'microdistrict', 'ықшамаудандар ықшамаудандары шағынаудандар шағынаудандары'),
  ...plural('бульвар', 'boulevard', 'бульвары бульваров'),
  ...plural('проезд', 'passage', 'проезды проездов'),
  ...plural('квартал', 'quarter', 'кварталы кварталов'),
  ...plural('площадь', 'square', 'площади площадей'),
};

const { city, village } = settlementWords;
/** Words of settlements; those of a city may be left out of a street list. In a house list `қ.` and `к.` are blocks. */
const CITIES: ReadonlySet<string> = new Set(
  [...city.before, ...city.after, 'города', 'city'].filter(word => word !== 'қ' && word !== 'к'),
);
const VILLAGES: ReadonlySet<string> = new Set([...village.before, ...village.after, 'села']);

/** The word by which a street list knows a kind written in another case; null for all other words. */
export function kindInNominative(word: string): string | null {
  return CASES[word.toLowerCase()] ?? null;
}

/** The kind that a plural names; null for all other words. */
export function pluralKind(word: string): { readonly word: string; readonly kind: StreetKind } | null {
  return PLURALS[word.toLowerCase()] ?? null;
}

/** Whether a word, without its full stop, says that a settlement's name stands beside it. */
export function settlementWord(word: string): 'city' | 'village' | null {
  const small = word.toLowerCase();
  if (CITIES.has(small)) return 'city';
  return VILLAGES.has(small) ? 'village' : null;
}

function endings(stem: string, nominative: string, all: string): Record<string, string> {
  return Object.fromEntries(words(all).map(ending => [stem + ending, nominative]));
}

function plural(word: string, kind: StreetKind, all: string) {
  return Object.fromEntries(words(all).map(one => [one, { word, kind }]));
}

function words(all: string): string[] {
  return all.split(' ');
}
