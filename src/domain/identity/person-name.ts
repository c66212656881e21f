import { type Problem, problem, type Reading } from '../problem.ts';

/** A person's name in its three parts; many people have no patronymic. */
export interface FullName {
  readonly surname: string;
  readonly given_name: string;
  readonly patronymic: string | null;
}

const LOST_LETTERS = /[?\uFFFD]/u;
const DIGIT = /\p{Nd}/u;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const DASH = /[\u2010-\u2015\u2212]/gu;
const BLANKS = /\s+/gu;
/** One blank is enough on each side: this runs after blanks were collapsed, and so stays linear. */
const BLANK_BY_HYPHEN = / ?- ?/gu;
const APOSTROPHE = /[\u2018\u2019\u02BC`]/gu;
const FOREIGN = /[^\p{L}\p{M} .'-]+/u;
const LETTER = /\p{L}/u;

/** Kazakh «son of» and «daughter of» written apart, also without Kazakh letters: documents have them in one word. */
const KAZAKH_SUFFIX_APART = / (ұлы|улы|қызы|кызы)(?= |$)/giu;
/** The same in Azerbaijani, Uzbek, Kyrgyz and Uyghur, where they stay a word of their own. */
const OTHER_SUFFIX = /^(?:оглы|оғлы|оғли|ўғли|угли|уулу|қизи|кизи|гызы)$/iu;
const PATRONYMIC =
  /.(?:ұлы|улы|қызы|кызы|вич|вна|ична|инична)$|. (?:оглы|оғлы|оғли|ўғли|угли|уулу|қизи|кизи|гызы)$/iu;
const INITIAL = /^\p{L}\.(?:\p{L}\.)?$/u;

/**
 * Cleans one part of a person's name: NFC, blanks collapsed, dashes and apostrophes of one kind, nothing invisible,
 * a Kazakh patronymic in one word (`Асан ұлы` → `Асанұлы`). The case of the letters stays as it was written.
 *
 * @returns the part; `name-empty`, `name-digits`, `name-characters`, or `name-lost-letters` for the `?` that
 * windows-1251 leaves where a Kazakh letter was
 */
export function cleanNamePart(text: string): Reading<string> {
  if (isPlainWord(text)) return { ok: true, value: text };
  const value = text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(DASH, '-')
    .replace(APOSTROPHE, "'")
    .replace(BLANKS, ' ')
    .replace(BLANK_BY_HYPHEN, '-')
    .trim()
    .replace(KAZAKH_SUFFIX_APART, '$1');
  if (LOST_LETTERS.test(value)) return { ok: false, problem: problem('name-lost-letters', { value }) };
  if (DIGIT.test(value)) return { ok: false, problem: problem('name-digits', { value }) };
  const characters = FOREIGN.exec(value)?.[0];
  if (characters !== undefined) {
    return { ok: false, problem: problem('name-characters', { value, characters: characters.trim() }) };
  }
  if (!LETTER.test(value)) return { ok: false, problem: problem('name-empty', { value }) };
  return { ok: true, value };
}

/**
 * Reads `Фамилия Имя Отчество` out of one cell: surname and given name, the patronymic if there is one.
 *
 * @returns the parts; besides the problems of `cleanNamePart`: `name-one-part`; `name-order` where the second
 * word is a patronymic, so the given name stands first or the surname is absent; `name-initials`; `name-parts`
 * for four words or more, because which two belong together is a guess
 */
export function readFullName(text: string): Reading<FullName> {
  const clean = cleanNamePart(text);
  if (!clean.ok) return clean;
  const value = clean.value;
  const parts = joinSuffixes(value.split(' '));
  const [surname, given_name, patronymic] = parts;
  if (surname === undefined || given_name === undefined) return refused(problem('name-one-part', { value }));
  if (parts.some(part => INITIAL.test(part))) return refused(problem('name-initials', { value }));
  if (parts.length > 3) return refused(problem('name-parts', { value, parts: parts.length }));
  if (PATRONYMIC.test(given_name)) return refused(problem('name-order', { value }));
  return { ok: true, value: { surname, given_name, patronymic: patronymic ?? null } };
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

/** A single word of the letters А–я and the Kazakh ones, as nearly every cell is: nothing to clean, nothing to allocate. */
function isPlainWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The combining signs in between (U+0482–U+0489) are left out: only they could need NFC.
    if (!((code >= 0x410 && code <= 0x481) || (code >= 0x48a && code <= 0x52f))) return false;
  }
  return text.length > 0;
}

function refused(found: Problem): Reading<FullName> {
  return { ok: false, problem: found };
}
