/** The letters of Kazakh and Russian. */
const OWN = /[а-яёәғқңөұүһі]/iu;
/** Latin letters that stand among Cyrillic ones in real tables, because they look alike. */
const LOOK_ALIKE = /[aceiopxyABCEHIKMOPTXY]/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Signs that stand beside words in real tables. */
const USUAL_SIGN = /[\s«»“”„’‘‚‹›№–—…§°·•©®™€\u00ad-]/u;

/**
 * How much of some text reads as words: from 0 to 1, by length. A word does not read when a sign or a Latin letter
 * that is no look-alike stands among its letters, or a capital after a small letter: so looks a text that is read by another table.
 * Letters of other Cyrillic alphabets count neither way. 1 when there is no letter at all.
 */
export function legibility(words: readonly string[]): number {
  let read = 0;
  let all = 0;
  for (const word of words) {
    const weight = weightOf(word);
    all += weight;
    if (reads(word)) read += weight;
  }
  return all === 0 ? 1 : read / all;
}

function weightOf(word: string): number {
  let weight = 0;
  for (const letter of word) if (!USUAL_SIGN.test(letter)) weight++;
  return weight;
}

function reads(word: string): boolean {
  let smallBefore = false;
  let own = false;
  let cyrillic = 0;
  let latin = 0;
  for (const letter of word) {
    if (USUAL_SIGN.test(letter)) {
      smallBefore = false;
      continue;
    }
    if (CYRILLIC.test(letter)) cyrillic++;
    else if (LOOK_ALIKE.test(letter)) latin++;
    else return false;
    if (OWN.test(letter)) own = true;
    const small = letter === letter.toLowerCase();
    if (smallBefore && !small) return false;
    smallBefore = small;
  }
  return own && cyrillic > latin;
}
