import { findKinds, streetTokens } from '../street-tokens.ts';

/** Words that only a school or an institution is called by, in the cases of running text. */
const SCHOOL =
  /(?<![\p{L}\p{N}])(?:школ(?:а|ы|е|у|ой)|сош|оош|нош|сшг?|[кммбга]{1,4}оу|кгу|кму|кгкп|кмм|гимнази(?:я|и|ю|ей)|гимназия(?:ға|ны[ңн]|да|сы\p{L}*)|лице(?:й|я|ю|ем)|лицей(?:ге|дің|ді|де|і\p{L}*)|школ(?:а|ы|е|у|ой)-\p{L}+|учреждени(?:е|я|ю|ем)|мектеб\p{L}+|мектеп-\p{L}+|school|gymnasium|lyceum)(?![\p{L}])/iu;
/** `№ 3 мектеп`; alone it may be the name of a street (`Мектеп көшесі`). */
const NUMBERED_MEKTEP =
  /(?<!\d)\d{1,4}[\s-]+(?:\p{L}{1,30}\s+){0,4}мектеп(?:ке|тің|те)?(?!\p{L})|(?<!\p{L})мектеп\s*(?:№|N)?\s*\d/iu;
const BIN = /(?<!\d)\d{12}(?!\d)/u;
const NUMBER = /(?:№|(?<!\p{L})N[oо]?\.?)\s*(\d{1,4}\p{L}?)(?![\p{L}\d])/giu;
const AFTER_WORD =
  /(?<!\p{L})(?:школ\p{L}*|сош|оош|гимнази\p{L}+|лице\p{L}+|мектеп\p{L}*|school|gymnasium|lyceum)\s*-?\s*(\d{1,4})(?![\p{L}\d])/giu;
const BEFORE_WORD =
  /(?<![\p{L}\d])(\d{1,4})[\s-]*(?:мектеп(?:ке|тің|те)?|мектебі(?:не|нің|нде)?|гимназия|лицей|школа|school)(?!\p{L})/giu;
/** Houses, or what is taken out of some. */
const OF_HOUSES =
  /(?<!\p{L})(?:кроме|за исключением|исключая|помимо|қоспағанда|басқа(?:сы)?|except|дом(?:а|ов|ам|ами|ах)?|үй(?:лер\p{L}*|ден|і|дің|ге)?|houses?)(?!\p{L})/iu;

/** Whether words name a school, or something that is called like one. */
export function namesSchool(words: string): boolean {
  return (
    SCHOOL.test(words) || NUMBERED_MEKTEP.test(words) || (BIN.test(words) && /бин|бсн|bin/iu.test(words))
  );
}

/** Where the word of the school ends; null when there is none. */
export function schoolWordEnd(words: string): number | null {
  const found = SCHOOL.exec(words) ?? NUMBERED_MEKTEP.exec(words);
  return found === null ? null : found.index + found[0].length;
}

/** Whether words that name a school speak of houses that stand before them: `за исключением домов 7, 9 (школа № 2)`. */
export function speaksOfHouses(words: string): boolean {
  if (!namesStreetKind(words)) return OF_HOUSES.test(words);
  return OF_HOUSES.test(words.slice(0, schoolWordEnd(words) ?? 0));
}

/** The numbers that schools are told apart by: `МОУ СОШ № 46`, `№ 3 мектеп`, `школа 12`; each once. */
export function schoolNumbers(words: string): string[] {
  const found = [NUMBER, AFTER_WORD, BEFORE_WORD].flatMap(pattern =>
    [...words.matchAll(pattern)].map(([, number]) => (number ?? '').toLowerCase()),
  );
  return [...new Set(found)];
}

/** The BIN that is written, or null. */
export function schoolBin(words: string): string | null {
  return BIN.exec(words)?.[0] ?? null;
}

/** Whether words name a kind of street, as the address of a school does. */
export function namesStreetKind(words: string): boolean {
  return findKinds(streetTokens(words)).some(({ kind }) => kind !== 'village');
}
