import { settlementWords } from '../settlement-words.ts';

/** A Latin or a Cyrillic letter: a house has no other, and each `\p{L}` in a pattern costs a start of the program 1 ms. */
const L = '[A-Za-zÀ-ɏЀ-ԯ]';

/** Flats, offices, floors, entrances: what says nothing about the school (every one of them with its number). */
const ROOMS = [
  ...['кв', 'квартира', 'оф', 'офис', 'каб', 'кабинет', 'ком', 'комн', 'комната', 'подъезд', 'эт', 'этаж'],
  ...['секция', 'домофон', 'kv'],
  ...['пәтер', 'пәт', 'кеңсе', 'бөлме', 'кіреберіс', 'қабат'],
  ...['apt', 'apartment', 'flat', 'office', 'room', 'floor', 'suite'],
].join('|');

/** `кв. 5`, `5-пәтер`, `227 кеңсе` at the end of a piece of an address. */
export const ROOM_TAIL = new RegExp(
  `(?:^|\\s)(?:(?:${ROOMS})\\.?\\s?№?\\s?(?<after>\\d{1,5}${L}?)|№?\\s?(?<before>\\d{1,5}(?:-?(?:й|я|е|ші|шы|інші|ыншы)(?=\\s)|${L})?)(?:\\s|-)?(?:${ROOMS})\\.?)$`,
  'iu',
);

/** `п. 3`, `3 п.`: behind a house an entrance or a flat; anywhere else it may be a settlement. */
export const ROOM_ALONE = /^(?:п\.?\s?№?\s?\d{1,5}|\d{1,5}(?:\s|-)?п\.?)$/iu;

/** `5-й дом`, `5-ші үй`: no letter of the house. */
const ORDINAL = '-(?:й|я|е|ші|шы|інші|ыншы|нші|ншы)(?=\\s|-)';
const LETTER = `(?:(?!${ORDINAL})\\s?-?\\s?${L}(?!${L}|\\d))?`;
/** Buildings and letters of their own belong to the house as blocks do: no list names them, so such a house is unclear, and never read without. */
const BLOCKS = 'корп|корпус|блок|бл|block|стр|строение|лит|литера|литер|вл|владение';
const BLOCK_OF = `\\.?\\s?№?\\s?(?:\\d{1,4}${L}?|${L})`;
const BLOCK = `(?:\\s?(?:к|${BLOCKS})${BLOCK_OF})?`;
/** `6 м/а` is a microdistrict and no house. */
const HOUSE = `\\d{1,6}(?!\\d|\\s?-?[мш]/а)${LETTER}(?:\\s?[/\\\\]\\s?(?:\\d{1,6}${LETTER}|${L}(?!${L})))?${BLOCK}`;
/** `12-45` may be a house and its flat, or two ends of something: it is taken as one text and never read. */
const PAIR = `\\d{1,6}(?:\\s?${L})?(?:/\\d{1,6}${L}?)?(?:-\\d{1,6}${L}?)+`;

/**
 * A house at the end of a piece, with or without its word: `12`, `д. 12А`, `50А үй`, `5/10А`, `дом 12 корпус 2`.
 * A number that hangs on a word (`Самал-2`, `Е-497`) is none.
 */
export const HOUSE_TAIL = new RegExp(
  `(?:^|(?<=\\s)|(?<=\\.)|(?<=№))(?<label>(?:дом|д|үй|house)\\.?\\s?№?\\s?|№\\s?)?(?<house>${PAIR}|${HOUSE})(?<after>(?:${ORDINAL})?(?:\\s|-)?(?:үйі|үй|дом|house))?$`,
  'iu',
);

/** `123 Abay street`: in English the number leads. */
export const ENGLISH_HOUSE =
  /^(?<house>\d{1,6}\p{L}?)\s(?<rest>\p{L}.*\s(?:street|st|str|avenue|ave|lane|boulevard|blvd|square|highway|passage)\.?)$/iu;

/** `корпус 2` behind a comma belongs to the house before it. */
export const BLOCK_ALONE = new RegExp(`^(?:(?:${BLOCKS})${BLOCK_OF}|к\\.?\\s?№?\\s?\\d{1,4})$`, 'iu');

/** `12-45`: see `PAIR`. */
export const NUMBER_PAIR = new RegExp(`^${PAIR}$`, 'u');

/** `050000`, `A05A1B2`: no house has six digits, whatever stands beside them. */
export const POSTCODE = new RegExp(
  `^(?:(?:индекс|индексі)\\s)?(?:\\d{6}|${L}\\d{2}${L}\\d${L}\\d)(?:\\s|$)|\\s\\d{6}$`,
  'iu',
);

const { city, village } = settlementWords;
const CITY = new RegExp(
  `^(?:(?:${city.before.join('|')})(?:\\.\\s?|\\s)(?<after>\\p{L}.*)|(?<before>\\p{L}.*)\\s(?:${city.after.join('|')})\\.?)$`,
  'iu',
);
/** Behind its name a letter alone is mostly a house's (`12 а`): it needs its full stop there. */
const VILLAGE_AFTER = village.after.map(word => (word.length === 1 ? `${word}\\.` : anyCase(word)));
const SETTLEMENT = new RegExp(
  `^(?:(?:${village.before.map(anyCase).join('|')})(?:\\.\\s?|\\s)(?<after>.+)|(?<before>.+)\\s(?:${VILLAGE_AFTER.join('|')}))$`,
  'u',
);

/** A word with or without a capital, or in capitals; one letter in lower case alone. */
function anyCase(word: string): string {
  if (word.length === 1) return word;
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].join('|');
}

/** The city that words name, without `г.`, `қаласы` and their like; null for other words. */
export function cityOf(words: string): string | null {
  return named(CITY, words);
}

/** The same for villages and settlements. One letter counts in lower case alone: `С. Сейфуллин` is a name. */
export function settlementOf(words: string): string | null {
  return named(SETTLEMENT, words);
}

function named(pattern: RegExp, words: string): string | null {
  const groups = pattern.exec(words)?.groups;
  return groups?.after ?? groups?.before ?? null;
}

const STREET_WORD =
  '(?:ул|улица|пр|пр-т|пр-кт|просп|проспект|пер|переулок|б-р|бульвар|проезд|пр-д|тупик|шоссе)';
const DISTRICTS = ['мкр', 'мкрн', 'мкр-н', 'м-он', 'микрорайон', 'ж\\.\\s?м', 'жм', 'жилой массив'];
/** Where no comma parts them, `д 5 ул. Абая` is a house and its street. */
const VILLAGE_BEFORE = village.before.filter(word => word !== 'д');
const LESSER_BEFORE = `(?:${[...DISTRICTS, ...VILLAGE_BEFORE, ...city.before].join('|')})`;
const LESSER_AFTER =
  '(?:(?:[ыи][қк]шам|ша[ғг]ын|м[өо]лтек)\\s?ауданы?|мкр|мкр-н|микрорайон|ш\\/а|м\\/а|тұрғын алабы|ауылы|ауыл|кенті|қаласы|қ\\.|к\\.|г\\.)';

/** A place and a street in it that no comma parts: `г. Алматы ул. Абая`, `Арай ықшам ауданы Домалақ Ана к-сі`. */
export const PLACE_THEN_STREET = [
  new RegExp(
    `^(?<place>${LESSER_BEFORE}(?:\\.\\s?|\\s).+?)\\s(?<rest>${STREET_WORD}(?:\\.\\s?|\\s).+)$`,
    'iu',
  ),
  new RegExp(`^(?<place>.+?\\s${LESSER_AFTER}\\.?)\\s(?<rest>\\p{L}.+)$`, 'iu'),
] as const;

/** `уг.`, `қиылысы`, `corner of`: the address names two streets, and nobody but its writer knows whose number it has. */
export const CORNER =
  /(?<![\p{L}\p{N}])(?:уг|угл|угол|углу|пересеч|пересечение|пересечении|перекр[её]сток|перекр[её]стке|қиылысы|қиылысында|қиылыс|бұрышы|бұрышында|corner|intersection)(?![\p{L}\p{N}])/iu;

/** `6-ықшам ауданы`, `Самал-3-шағын аудан`: the hyphen parts what a blank parts elsewhere. */
export const DASHED_DISTRICT = /(?<=[\p{L}\p{N}])-(?=(?:[ыи][қк]шам|ша[ғг]ын|м[өо]лтек)(?:\s|-)?аудан)/giu;

/** `бывш. Фрунзе`, `бұрынғы Фрунзе көшесі`: how the street was called before. */
export const FORMER =
  /^(?:бывш(?:ая|ий|ее)?|быв|ранее|прежде|прежнее название|старое название|б[ұу]рын[ғг]ы|б[ұу]рын|ескі атауы|former|formerly|ex)(?:\.\s?|:\s?|\s|-)(?<name>.+)$|^(?<before>.+)\s(?:б[ұу]рын[ғг]ы атауы|бывш\.?)$/iu;

/** What people add that says nothing of where the house stands. */
export const SAYS_NOTHING =
  /^(?:частный дом|част\.? дом|жеке үй|квартира|пәтер|вход со двора|во дворе|аулада|со двора)$/iu;
