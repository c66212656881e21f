/** Soft hyphen, zero-width characters and the marks of writing direction that telephones copy along with a number. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const BLANKS = /\s+/gu;

const BLANK = 0x20;
const SOFT_HYPHEN = 0xad;
const tidyCharacters = visibleCharacters();

/**
 * The text without what cannot be seen: every kind of blank (NBSP, tab, line break) is one ordinary blank, none at
 * the ends, nothing invisible. The letters are composed (NFC), since an invisible character may have stood between
 * a letter and its mark.
 */
export function cleanBlanks(text: string): string {
  const trimmed = text.trim();
  return isTidy(trimmed)
    ? trimmed
    : trimmed.replace(INVISIBLE, '').replace(BLANKS, ' ').trim().normalize('NFC');
}

/**
 * Whether the text has only common letters and signs, composed, with single blanks between them: nothing to clean
 * and no control character. False says only that a closer look is needed. Allocates nothing.
 */
export function isTidy(text: string): boolean {
  let before = BLANK;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BLANK ? before === BLANK : (tidyCharacters[code] ?? 0) === 0) return false;
    before = code;
  }
  return before !== BLANK;
}

function visibleCharacters(): Uint8Array {
  const table = new Uint8Array(0x2200);
  table.fill(1, 0x21, 0x7f);
  table.fill(1, 0xa1, 0x100);
  table[SOFT_HYPHEN] = 0;
  table.fill(1, 0x400, 0x530);
  // The signs in between only stand on letters, and may have to be composed with them.
  table.fill(0, 0x483, 0x48a);
  for (const sign of '№–—“”„’') table[sign.charCodeAt(0)] = 1;
  return table;
}
