import { cleanStreetText } from '../street-letters.ts';
import { findKinds, streetTokens } from '../street-tokens.ts';

/** Countries, regions and districts: larger than any list of streets, so they decide nothing. */
const COUNTRY = /^(?:рк|қр|kz|kazakhstan|казахстан|қазақстан|қазақстан республикасы|республика казахстан)$/iu;
const AREA_AFTER =
  /(?:^|\s)(?:облысы|область|обл|округі|округы|округ|с\/о|а\/о|район|р-н|р-он|ауданы|аудан|oblast|region|district)\.?$/iu;
const AREA_BEFORE = /^(?:область|обл|район|р-н|округ)(?:\.\s?|\s)/iu;
const DISTRICT = /аудан/iu;
/** `Батыс Қазақстан облысы`, `Шал ақын ауданы`, or a region and its district; what is longer has something else in it. */
const NAME = /^[^\s\p{N}]+(?:\s[^\s\p{N}]+){0,3}$/u;

/**
 * `Түрксіб ауданы`, `Алматы облысы`; neither `Арай ықшам ауданы` nor `6-шағын аудан`, which are microdistricts, nor
 * `с. Аксу Илийский район`, which has a village in it.
 */
export function isArea(words: string): boolean {
  return COUNTRY.test(words) || nameOfArea(words) !== null;
}

/** The words before the last of an area's name: in `Ақсу Іле ауданы` a village may stand before its district. */
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
