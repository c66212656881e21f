import { problem, type Reading } from '../problem.ts';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
/** Of letters alone, or in Punycode: a numeric one would be a date or an address of the network (RFC 3696, section 2). */
const TOP_LABEL = /^(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/i;
const CYRILLIC = /\p{Script=Cyrillic}+/u;

/** The lengths that RFC 5321 and RFC 1035 set: the whole address, the part before `@`, one label of the host. */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;

const AT = 64;
const DOT = 46;
const HYPHEN = 45;
const SMALL_A = 97;
const EVERYWHERE = 1;
const BEFORE_AT = 2;
const places = plainPlaces();

/**
 * Reads one e-mail address of the usual form, `name@host.tld` (the dot-atom of RFC 5322, host labels of RFC 1123).
 *
 * @returns the address with its host in lower case; `email-not-latin` quotes Cyrillic letters, which look like
 * Latin ones and send the mail nowhere; anything else is `email-malformed`
 */
export function readEmail(text: string): Reading<string> {
  const value = text.trim();
  const cyrillic = CYRILLIC.exec(value)?.[0];
  if (value.includes('@') && cyrillic !== undefined) {
    return { ok: false, problem: problem('email-not-latin', { value, characters: cyrillic }) };
  }
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const labels = value.slice(at + 1).split('.');
  const good =
    at > 0 &&
    at <= LONGEST_LOCAL_PART &&
    value.length <= LONGEST_ADDRESS &&
    LOCAL_PART.test(local) &&
    labels.length >= 2 &&
    TOP_LABEL.test(labels.at(-1) ?? '') &&
    labels.every(label => label.length <= LONGEST_LABEL && LABEL.test(label));
  if (!good) return { ok: false, problem: problem('email-malformed', { value }) };
  return { ok: true, value: `${local}@${value.slice(at + 1).toLowerCase()}` };
}

/**
 * Whether the text is an address as it is stored, of plain letters, digits, `-`, `_` and single dots, as nearly
 * every one is. Allocates nothing; false says only that `readEmail` must look.
 */
export function isStoredEmail(text: string): boolean {
  const { length } = text;
  if (length > LONGEST_ADDRESS) return false;
  let before = DOT;
  let at = 0;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === AT) break;
    if (code === DOT ? before === DOT : (places[code] ?? 0) === 0) return false;
    before = code;
  }
  return before !== DOT && at <= LONGEST_LOCAL_PART && isStoredHost(text, at + 1);
}

/** Two labels or more in lower case, the last of letters; none is empty, begins or ends with a hyphen. */
function isStoredHost(text: string, start: number): boolean {
  const { length } = text;
  let before = DOT;
  let labelStart = start;
  let lettersOnly = true;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (before === DOT || before === HYPHEN || i - labelStart > LONGEST_LABEL) return false;
      labelStart = i + 1;
      lettersOnly = true;
    } else if (code === HYPHEN ? before === DOT : places[code] !== EVERYWHERE) return false;
    if (code < SMALL_A && code !== DOT) lettersOnly = false;
    before = code;
  }
  const top = length - labelStart;
  return (
    lettersOnly &&
    top >= 2 &&
    labelStart > start &&
    before !== DOT &&
    before !== HYPHEN &&
    top <= LONGEST_LABEL
  );
}

/** Where a character may stand in an address that is stored; 0 is for nowhere. */
function plainPlaces(): Uint8Array {
  const table = new Uint8Array(0x80);
  for (const one of 'abcdefghijklmnopqrstuvwxyz0123456789') table[one.charCodeAt(0)] = EVERYWHERE;
  for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ-_') table[one.charCodeAt(0)] = BEFORE_AT;
  return table;
}
