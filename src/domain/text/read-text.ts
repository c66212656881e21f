import { type DoubtfulReading, type Problem, problem, warning } from '../problem.ts';
import { misreadLetters } from './misread-letters.ts';
import { isPlainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

/** A sentence cannot quote a whole book. */
const QUOTED_CHARACTERS = 60;

/**
 * windows-1251 has none of the Kazakh letters and writes `?` in their place: inside a Cyrillic word the letter is
 * lost (domain.md, "Files that people send").
 */
const LOST_LETTERS = /\p{Script=Cyrillic}\?+\p{Script=Cyrillic}|\?+\p{Script=Cyrillic}{2}|\uFFFD/u;

/**
 * Judges a free text that was cleaned before.
 *
 * @param limit the most characters it may have
 * @returns the text; `text-too-long`, `letters-lost`, `letters-of-another-encoding` (a warning where some language
 * does write so)
 */
export function readText(text: string, limit: number): DoubtfulReading<string> {
  if (isPlainText(text, limit)) return { ok: true, value: text };
  const fault = lengthFault(text, limit);
  if (fault !== null) return { ok: false, problem: fault };
  if (LOST_LETTERS.test(text)) return { ok: false, problem: problem('letters-lost', { value: text }) };
  const doubt = encodingDoubt(text);
  if (doubt === null) return { ok: true, value: text };
  return doubt.severity === 'error'
    ? { ok: false, problem: doubt }
    : { ok: true, value: text, warnings: [doubt] };
}

/** The first word of a text in which letters were lost, and where it begins; null for none. */
export function firstLostLetters(text: string): { readonly word: string; readonly index: number } | null {
  const index = text.search(LOST_LETTERS);
  if (index < 0) return null;
  const before = /\S*$/u.exec(text.slice(Math.max(0, index - QUOTED_CHARACTERS), index))?.[0] ?? '';
  const behind = /^\S*/u.exec(text.slice(index, index + QUOTED_CHARACTERS))?.[0] ?? '';
  return { word: before + behind, index: index - before.length };
}

/** `text-too-long`, or null. */
export function lengthFault(text: string, limit: number): Problem | null {
  if (text.length <= limit) return null;
  const value = shortened(text, QUOTED_CHARACTERS);
  return problem('text-too-long', { value, characters: text.length, limit });
}

/** `letters-of-another-encoding`, an error where no language writes so and a warning where one does; or null. */
export function encodingDoubt(value: string): Problem | null {
  const found = misreadLetters(value);
  if (found === null) return null;
  const args = { value, ...found };
  return found.certain
    ? problem('letters-of-another-encoding', args)
    : warning('letters-of-another-encoding', args);
}
