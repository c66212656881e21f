/** What windows-1251 shows for the Kazakh letters of KZ-1048 (domain.md, "Files that people send"). */
const MISREAD = /[ЌќЋћЎўЈјҐґЄєЅѕЇї]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

interface Language {
  readonly alphabet: ReadonlySet<string>;
  /** what no word has, though its letters are in the alphabet */
  readonly never?: RegExp;
}

/**
 * The languages that have some of these letters themselves: a name of theirs may be written right. Within one word
 * no two of them mix, which is how a misread word shows itself: of these, `Тўрсынов` has a letter of Belarusian and
 * Uzbek, but Uzbek has no ы, and in Belarusian ў is half a vowel and stands after a whole one.
 */
const languages: readonly Language[] = [
  // Ukrainian: ї begins a syllable, so that an apostrophe parts it from a consonant.
  { alphabet: new Set('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'), never: /[бвгґджзйклмнпрстфхцчшщь]ї/u },
  // Belarusian
  { alphabet: new Set('абвгдеёжзійклмнопрстуўфхцчшыьэюя'), never: /(?<![аеёіоуыэюя])ў/u },
  // Serbian
  { alphabet: new Set('абвгдђежзијклљмнњопрстћуфхцчџш') },
  // Macedonian
  { alphabet: new Set('абвгдѓежзѕијклљмнњопрстќуфхцчџш') },
  // Uzbek
  { alphabet: new Set('абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ') },
  // Azerbaijani
  { alphabet: new Set('абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш') },
];

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
  return languages.some(
    ({ alphabet, never }) => [...word].every(letter => alphabet.has(letter)) && !never?.test(word),
  );
}
