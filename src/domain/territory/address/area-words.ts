import { cleanStreetText } from '../street-letters.ts';
import { settlementKey } from '../street-name.ts';
import { findKinds, streetTokens } from '../street-tokens.ts';

/** Countries, regions and districts: larger than any list of streets, so they decide nothing. */
const COUNTRY = /^(?:рк|қр|kz|kazakhstan|казахстан|қазақстан|қазақстан республикасы|республика казахстан)$/iu;
const AREA_AFTER =
  /(?:^|\s)(?:облысы|область|обл|(?:(?:ауылды[қк]|кентт[іи]к|сельский|поселковый)\s)?(?:округі|округы|округ)|с\/о|а\/о|с\.\s?о|а\.\s?о|район|р-н|р-он|ауданы|аудан|oblast|region|district)\.?$/iu;
const AREA_BEFORE = /^(?:область|обл|район|р-н|округ)(?:\.\s?|\s)/iu;
const DISTRICT = /аудан/iu;
/** `Батыс Қазақстан облысы`, `Шал ақын ауданы`, or a region and its district; what is longer has something else in it. */
const NAME = /^[^\s\p{N}]+(?:\s[^\s\p{N}]+){0,3}$/u;

/** `Алматы облысы Іле ауданы`: between two areas. */
const INNER_AREA = /\s(?:облысы|область|обл|ауданы|район|р-н|oblast|region|district)\.?(?=\s)/iu;

/** Regions and districts of Kazakhstan with names of several words. */
const longNames: ReadonlySet<string> = new Set(
  [
    ...['Батыс Қазақстан', 'Шығыс Қазақстан', 'Солтүстік Қазақстан', 'Оңтүстік Қазақстан', 'East Kazakhstan'],
    ...[
      'West Kazakhstan',
      'North Kazakhstan',
      'Қазыбек би',
      'Әлихан Бөкейхан',
      'Шал ақын',
      'Ғабит Мүсірепов',
    ],
    ...[
      'Габита Мусрепова',
      'Мағжан Жұмабаев',
      'Магжана Жумабаева',
      'Әйтеке би',
      'Айтеке би',
      'Тұрар Рысқұлов',
    ],
    ...['Т. Рыскулова', 'Бөкей ордасы', 'Біржан сал', 'Биржан сал', 'Алихана Бокейхана'],
  ].map(settlementKey),
);

/**
 * `Түрксіб ауданы`, `Алматы облысы`; neither `Арай ықшам ауданы` nor `6-шағын аудан`, which are microdistricts, nor
 * `с. Аксу Илийский район`, which has a village in it.
 */
export function isArea(words: string): boolean {
  return COUNTRY.test(words) || nameOfArea(words) !== null;
}

/**
 * What of an area's words is more than the name of one: in `Белая Іле ауданы` a street may stand before its district.
 * Names of several words are told apart by being known.
 */
export function strayInArea(words: string): string | null {
  const name = nameOfArea(words);
  if (name === null) return null;
  const names = name.split(INNER_AREA).map(one => one.trim());
  return names.some(one => one.includes(' ') && !longNames.has(settlementKey(one))) ? words : null;
}

/** The beginnings of an area's name that are less than it. */
export function wordsBeforeArea(words: string): readonly string[] {
  const named = nameOfArea(words)?.split(' ') ?? [];
  return named.slice(1).map((_, at) => named.slice(0, at + 1).join(' '));
}

function nameOfArea(words: string): string | null {
  const after = AREA_AFTER.exec(words);
  const before = after === null ? AREA_BEFORE.exec(words) : null;
  if (after === null && before === null) return null;
  const name = after === null ? words.slice(before?.[0].length) : words.slice(0, after.index);
  if (!NAME.test(name.trim())) return null;
  // `ықшам ауданы` is a kind; the `а.` of `а.о.` would be one too.
  const kinds = findKinds(streetTokens(cleanStreetText(DISTRICT.test(words) ? words : name)));
  return kinds.length > 0 ? null : name.trim();
}
