/** Soft hyphen, zero-width characters and the marks of writing direction that telephones copy along with a number. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const BLANKS = /\s+/gu;

/**
 * The text without what cannot be seen: every kind of blank (NBSP, tab, line break) is one ordinary blank, none at
 * the ends, nothing invisible. The letters are composed (NFC), since an invisible character may have stood between
 * a letter and its mark.
 */
export function cleanBlanks(text: string): string {
  return text.replace(INVISIBLE, '').replace(BLANKS, ' ').trim().normalize('NFC');
}
