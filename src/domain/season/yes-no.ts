import { problem, type Reading } from '../problem.ts';

const YES: ReadonlySet<string> = new Set(['yes', 'иә', 'ия', 'да']);
const NO: ReadonlySet<string> = new Set(['no', 'жоқ', 'жок', 'нет']);

/** Reads yes or no in English, Kazakh or Russian, in any case; anything else is `yes-no-unknown`. */
export function readYesNo(text: string): Reading<boolean> {
  const value = text.trim();
  const word = value.normalize('NFC').toLowerCase();
  if (YES.has(word)) return { ok: true, value: true };
  if (NO.has(word)) return { ok: true, value: false };
  return { ok: false, problem: problem('yes-no-unknown', { value }) };
}
