/**
 * How a cell is written so that a spreadsheet keeps it as it is, and how it is taken back.
 *
 * A spreadsheet that opens CSV runs what begins like a formula (https://owasp.org/www-community/attacks/CSV_Injection),
 * takes digits for a number (`000123456789` loses its zeros, 12 digits become 9,4E+11) and two small numbers with a
 * sign between them for a date (house 12/1 becomes 12 January); saved again, the file has lost them. An apostrophe in
 * front makes each of them a text, in Excel, LibreOffice and Google Sheets alike, and is still there after any number
 * of openings and savings. `="000123456789"` would look neater, but is a formula itself, and is gone after the first
 * saving: the second opening would lose the zeros.
 *
 * The rule is its own inverse: a cell that already looks protected gets one apostrophe more.
 */

const APOSTROPHE = "'";
/** The full-width ones too: some spreadsheets take them for the others. */
const FORMULA_STARTS = new Set(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
/** Zeros in front are lost; from 12 digits on a number is shown, and saved, as `9,4E+11`. */
const DAMAGED_NUMBER = /^(?:0\d+|\d{12,})$/;
/** `12/1`, `1-5`, `1.05`: a date to a spreadsheet, but not `2027-09-01`, which stays the same date. */
const TAKEN_FOR_DATE = /^\d{1,4}[-/.]\d{1,4}$/;
/** `5E3` */
const TAKEN_FOR_POWER = /^\d{1,15}[Ee]\d{1,3}$/;
/** A quote in front and a separator after it: our own reader takes it for a cell whose quotes do not match. */
const TAKEN_FOR_BROKEN_QUOTE = /[;,\t\r\n]/;
/** None of these patterns fits a longer text. */
const LONGEST_DATE = 9;

/** The cell as it is written to a file that a spreadsheet may open. */
export function protectCell(text: string): string {
  return needsProtection(text) ? `${APOSTROPHE}${text}` : text;
}

/** The cell that `protectCell` was given; any other text is left as it is. */
export function unprotectCell(cell: string): string {
  return isProtected(cell) ? cell.slice(1) : cell;
}

/** Whether the cell begins with an apostrophe that `protectCell` may have put there. */
export function isProtected(cell: string): boolean {
  return cell.startsWith(APOSTROPHE) && needsProtection(cell.slice(1));
}

/** Letters that no rule of this file begins with: most cells need one look at their first. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x400 && code < 0x530) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether a number, a date or a power may be written with this text: digits, signs between them, blanks, an E. */
function mayBeNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSign = code === 0x2d || code === 0x2e || code === 0x2f || code === 0x45 || code === 0x65;
    if ((code < 0x30 || code > 0x39) && !isSign && code > 0x20 && code < 0x80) return false;
    if (code >= 0x400 && code < 0x530) return false;
  }
  return true;
}

function needsProtection(text: string): boolean {
  if (isPlainLetter(text.charCodeAt(0))) return false;
  // Apostrophes in front are counted off by a loop: thousands of them must not become thousands of calls.
  let start = 0;
  while (text[start] === APOSTROPHE) start += 1;
  if (FORMULA_STARTS.has(text[start] ?? '')) return true;
  if (text[start] === '"' && TAKEN_FOR_BROKEN_QUOTE.test(text)) return true;
  // Blanks around and between digits keep no spreadsheet from reading a number.
  const rest = text.slice(start).trim();
  const first = rest[0] ?? '';
  if (FORMULA_STARTS.has(first)) return true;
  if (first < '0' || first > '9' || !mayBeNumber(rest)) return false;
  if (DAMAGED_NUMBER.test(rest.replace(/\s+/gu, ''))) return true;
  return (rest.length <= LONGEST_DATE && TAKEN_FOR_DATE.test(rest)) || TAKEN_FOR_POWER.test(rest);
}
