import { problem, type Reading } from '../problem.ts';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const CYRILLIC = /\p{Script=Cyrillic}+/u;

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
    at <= 64 &&
    value.length <= 254 &&
    LOCAL_PART.test(local) &&
    labels.length >= 2 &&
    labels.every(label => label.length <= 63 && LABEL.test(label));
  if (!good) return { ok: false, problem: problem('email-malformed', { value }) };
  return { ok: true, value: `${local}@${value.slice(at + 1).toLowerCase()}` };
}
