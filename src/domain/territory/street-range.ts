import { cleanStreetText } from './street-letters.ts';

/** What is numbered in rows and may be named by a range of its numbers; streets and quarters may be called `12-207`. */
const NUMBERED =
  '(?:лини[яиюйе]\\p{L}*|желі\\p{L}*|переул\\p{L}+|пер|бұрылыс\\p{L}*|проезд\\p{L}*|пр-д\\p{L}*|өткел\\p{L}*|' +
  'туп\\p{L}*|тұйық\\p{L}*|микрорайон\\p{L}*|мкр\\p{L}*|(?:ықшам|шағын|мөлтек) ?аудан\\p{L}*|' +
  'lines?|lanes?|passages?|microdistricts?)\\.?';
/** In the plural a street is no single one: `1-8 улицы`, `3–5 көшелер`. */
const PLURAL = '(?:улицы|көшелері?|кварталы|streets)';
const ORDINAL = '(?:-?(?:я|й|ая|ый|ий|ой|ю|ую|го|ші|шы|нші|ншы|інші|ыншы|st|nd|rd|th))?';
const NUMBER = `№? ?(\\d{1,3})${ORDINAL}`;
const NOUN = `(?:${NUMBERED}|${PLURAL})`;
const BETWEEN = ' ?(?:-|\\.{2,3}|…) ?';

const BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\p{N}-])${NUMBER}${BETWEEN}${NUMBER} ${NOUN}(?![\\p{L}\\p{N}])`,
  'iu',
);
const AFTER = new RegExp(`(?:^|[^\\p{L}\\p{N}])${NOUN} ${NUMBER}${BETWEEN}${NUMBER}(?![\\p{L}\\p{N}])`, 'iu');
const WORDS = new RegExp(
  `(?:^|[^\\p{L}])(?:с|со|от) ${NUMBER} (?:по|до) ${NUMBER} ${NOUN}(?![\\p{L}\\p{N}])`,
  'iu',
);

/**
 * Whether a text names streets by a range of their numbers: `1–8 линия`, `с 1 по 5 переулок`, `3-5 көшелер`. Nobody
 * knows which of them there are, so they must be listed. `12-207 көшесі` is one street, and so is `8-1 линия`, whose
 * numbers do not rise.
 */
export function isStreetRange(text: string): boolean {
  const clean = cleanStreetText(text);
  return [BEFORE, AFTER, WORDS].some(pattern => {
    const [, from, to] = pattern.exec(clean) ?? [];
    return from !== undefined && to !== undefined && Number(from) < Number(to);
  });
}
