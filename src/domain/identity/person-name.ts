import { type DoubtfulReading, type Problem, problem, warning } from '../problem.ts';
import { cleanBlanks } from '../text/blanks.ts';
import { mixedWord } from '../text/look-alikes.ts';
import { isPlainName } from '../text/plain-text.ts';
import { encodingDoubt, lengthFault } from '../text/read-text.ts';

/** A person's name in its three parts; many people have no patronymic. */
export interface FullName {
  readonly surname: string;
  readonly given_name: string;
  readonly patronymic: string | null;
}

/** No surname or given name is longer; a longer text is cells that ran together. */
export const LONGEST_NAME_PART = 100;
const LONGEST_FULL_NAME = 3 * LONGEST_NAME_PART;

const LOST_LETTERS = /[?\uFFFD]/u;
const DIGIT = /\p{Nd}/u;
const DASH = /[\u2010-\u2015\u2212]/gu;
/** One blank is enough on each side: this runs after blanks were collapsed, and so stays linear. */
const BLANK_BY_HYPHEN = / ?- ?/gu;
const APOSTROPHE = /[\u2018\u2019\u02BC`]/gu;
const FOREIGN = /[^\p{L}\p{M} .'-]+/u;
const LETTER = /\p{L}/u;

/** Kazakh «son of» and «daughter of» written apart, also without Kazakh letters: documents have them in one word. */
const KAZAKH_SUFFIX_APART = /(?<=\p{Script=Cyrillic}) (ұлы|улы|қызы|кызы)(?= |$)/giu;
/** The same in Azerbaijani, Uzbek, Kyrgyz and Uyghur, where they stay a word of their own. */
const OTHER_SUFFIX = /^(?:оглы|оғлы|оғли|ўғли|угли|уулу|қизи|кизи|гызы)$/iu;
const PATRONYMIC =
  /.(?:ұлы|улы|қызы|кызы|вич|вна|ична|инична)$|. (?:оглы|оғлы|оғли|ўғли|угли|уулу|қизи|кизи|гызы)$/iu;
const INITIAL = /^\p{L}\.(?:\p{L}\.)?$/u;

/**
 * Cleans one part of a person's name: NFC, blanks collapsed, dashes and apostrophes of one kind, nothing invisible,
 * a Kazakh patronymic in one word (`Асан ұлы` → `Асанұлы`). The case of the letters stays as it was written.
 *
 * @param limit the most characters it may have
 * @returns the part, with a warning for a word of two alphabets (`name-mixed-scripts`) or for letters that may have
 * been misread; `name-empty`, `name-digits`, `name-characters`, `text-too-long`, `letters-of-another-encoding`, or
 * `name-lost-letters` for the `?` that windows-1251 leaves where a Kazakh letter was
 */
export function cleanNamePart(text: string, limit: number = LONGEST_NAME_PART): DoubtfulReading<string> {
  const tidy = cleanBlanks(text);
  if (isPlainName(tidy, limit)) return { ok: true, value: withKazakhSuffixes(tidy) };
  const value = withKazakhSuffixes(
    tidy.replace(DASH, '-').replace(APOSTROPHE, "'").replace(BLANK_BY_HYPHEN, '-').trim(),
  );
  const fault = lengthFault(value, limit);
  if (fault !== null) return refused(fault);
  if (LOST_LETTERS.test(value)) return refused(problem('name-lost-letters', { value }));
  if (DIGIT.test(value)) return refused(problem('name-digits', { value }));
  const characters = FOREIGN.exec(value)?.[0];
  if (characters !== undefined) {
    return refused(problem('name-characters', { value, characters: characters.trim() }));
  }
  if (!LETTER.test(value)) return refused(problem('name-empty', { value }));
  return withDoubts(value);
}

function withKazakhSuffixes(name: string): string {
  return name.includes(' ') ? name.replace(KAZAKH_SUFFIX_APART, '$1') : name;
}

function withDoubts(value: string): DoubtfulReading<string> {
  const encoding = encodingDoubt(value);
  if (encoding?.severity === 'error') return refused(encoding);
  const mixed = mixedWord(value);
  if (encoding === null && mixed === null) return { ok: true, value };
  const warnings = mixed === null ? [] : [warning('name-mixed-scripts', { value, ...mixed })];
  return { ok: true, value, warnings: encoding === null ? warnings : [...warnings, encoding] };
}

/**
 * Reads `Фамилия Имя Отчество` out of one cell: surname and given name, the patronymic if there is one.
 *
 * @returns the parts; besides the problems of `cleanNamePart`: `name-one-part`; `name-order` where the second
 * word is a patronymic, so the given name stands first or the surname is absent; `name-initials`; `name-parts`
 * for four words or more, because which two belong together is a guess
 */
export function readFullName(text: string): DoubtfulReading<FullName> {
  const clean = cleanNamePart(text, LONGEST_FULL_NAME);
  if (!clean.ok) return clean;
  const value = clean.value;
  const parts = joinSuffixes(value.split(' '));
  const [surname, given_name, patronymic] = parts;
  if (surname === undefined || given_name === undefined) return refused(problem('name-one-part', { value }));
  if (parts.some(part => INITIAL.test(part))) return refused(problem('name-initials', { value }));
  if (parts.length > 3) return refused(problem('name-parts', { value, parts: parts.length }));
  if (PATRONYMIC.test(given_name)) return refused(problem('name-order', { value }));
  for (const part of parts) {
    const fault = lengthFault(part, LONGEST_NAME_PART);
    if (fault !== null) return refused(fault);
  }
  return { ...clean, value: { surname, given_name, patronymic: patronymic ?? null } };
}

function joinSuffixes(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (const word of words) {
    const before = parts.at(-1);
    if (before !== undefined && OTHER_SUFFIX.test(word)) parts[parts.length - 1] = `${before} ${word}`;
    else parts.push(word);
  }
  return parts;
}

function refused(found: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: found };
}
