/** What windows-1251 shows for the Kazakh letters of KZ-1048 (domain.md, "Files that people send"). */
const MISREAD = /[ЌќЋћЎўЈјҐґЄєЅѕЇї]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * The alphabets that have some of these letters for themselves: such a name may be written right. Within one word
 * no two of them mix, which is how a misread word shows itself: `Тўрсынбеков` alone could be Belarusian but for its
 * place, `јлия` would be Serbian but for its я.
 */
const alphabets: readonly ReadonlySet<string>[] = [
  new Set('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'), // Ukrainian
  new Set('абвгдеёжзійклмнопрстуўфхцчшыьэюя'), // Belarusian
  new Set('абвгдђежзијклљмнњопрстћуфхцчџш'), // Serbian
  new Set('абвгдѓежзѕијклљмнњопрстќуфхцчџш'), // Macedonian
  new Set('абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ'), // Uzbek
  new Set('абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш'), // Azerbaijani
];
/** Belarusian ў is the half of a vowel: it stands after another vowel. Uzbek ў is a vowel of its own. */
const BELARUSIAN = alphabets[1];
const AFTER_NO_VOWEL = /(?<![аеёіоуыэюя])ў/u;

/** Letters that may have been read in a wrong encoding; `certain` when no language writes the word so. */
export interface MisreadLetters {
  readonly letters: string;
  readonly certain: boolean;
}

/** Looks for Kazakh letters of KZ-1048 that were read as windows-1251; null where nothing points to it. */
export function misreadLetters(text: string): MisreadLetters | null {
  const letters = text.match(MISREAD);
  if (letters === null) return null;
  const certain = (text.toLowerCase().match(WORD) ?? []).some(
    word => word.search(MISREAD) >= 0 && !isWord(word),
  );
  return { letters: [...new Set(letters)].join(''), certain };
}

function isWord(word: string): boolean {
  return alphabets.some(
    alphabet =>
      [...word].every(letter => alphabet.has(letter)) &&
      !(alphabet === BELARUSIAN && AFTER_NO_VOWEL.test(word)),
  );
}
