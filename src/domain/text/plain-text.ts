/** What a character is to the quick checks below; 0 is for everything that needs a closer look. */
const CYRILLIC = 1;
const LATIN = 2;
const BLANK = 3;
const SIGN = 4;

/** The letters of Kazakh and Russian beyond А–я. Others of the Cyrillic block may be misread ones (`misread-letters.ts`). */
const KAZAKH_AND_YO = 'ЁёІіҒғҚқҢңҮүҰұҺһӘәӨө';
/** Signs of plain prose. `?` is not among them: it may stand for a lost letter; nor is `'`: it may be a spreadsheet's. */
const SIGNS = '0123456789.,:;!()/-–—№"«»%&';

const HYPHEN = 0x2d;
const kindOf = kinds();

/**
 * Whether the text is one word of the letters of Kazakh and Russian, of at most `limit` letters, as nearly every
 * part of a name is: nothing in it to clean, to repair or to doubt. Allocates nothing.
 */
export function isPlainWord(text: string, limit: number): boolean {
  const { length } = text;
  if (length === 0 || length > limit) return false;
  for (let i = 0; i < length; i++) if (kindOf[text.charCodeAt(i)] !== CYRILLIC) return false;
  return true;
}

/**
 * Whether the text is such words joined by single hyphens or single blanks: a double name, or a full one.
 * Allocates nothing.
 */
export function isPlainName(text: string, limit: number): boolean {
  const { length } = text;
  if (length > limit) return false;
  let before = BLANK;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = code === HYPHEN ? BLANK : (kindOf[code] ?? 0);
    if (kind !== CYRILLIC && (kind !== BLANK || before === BLANK)) return false;
    before = kind;
  }
  return before !== BLANK;
}

/**
 * Whether the text is plain prose of at most `limit` characters: words of one alphabet each, single blanks between
 * them, common signs. Allocates nothing; false says only that a closer look is needed.
 */
export function isPlainText(text: string, limit: number): boolean {
  const { length } = text;
  if (length === 0 || length > limit) return false;
  // As if a blank stood before the text: so a blank at its beginning is a second one.
  let before = BLANK;
  for (let i = 0; i < length; i++) {
    const kind = kindOf[text.charCodeAt(i)] ?? 0;
    if (kind === 0 || (kind === BLANK && before === BLANK)) return false;
    if ((kind === CYRILLIC && before === LATIN) || (kind === LATIN && before === CYRILLIC)) return false;
    before = kind;
  }
  return before !== BLANK;
}

function kinds(): Uint8Array {
  const table = new Uint8Array(0x2200);
  for (let code = 0x410; code <= 0x44f; code++) table[code] = CYRILLIC;
  for (const letter of KAZAKH_AND_YO) table[letter.charCodeAt(0)] = CYRILLIC;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = table[code + 32] = LATIN;
  for (const sign of SIGNS) table[sign.charCodeAt(0)] = SIGN;
  table[0x20] = BLANK;
  return table;
}
