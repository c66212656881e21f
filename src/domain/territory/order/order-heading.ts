import { schoolItself } from './order-lead.ts';
import { cutOutside, isUnclosed } from './order-marks.ts';
import { openingOf } from './order-opening.ts';
import { pluralKind } from './order-words.ts';
import { wordsOutside } from './school-certainty.ts';
import { namesSchool, namesStreetKind, schoolBin, schoolNumbers, schoolWordEnd } from './school-words.ts';

/** A stretch that names what follows: a school, or a settlement. */
export interface OrderHeading {
  readonly kind: 'school' | 'settlement';
  readonly words: string;
  /** where what follows begins in the stretch */
  readonly end: number;
  /** streets may stand in it, for neither a colon nor a dash ends it */
  readonly open: boolean;
}

/** `№ 1 - улицы: …`: a list of schools that are known by their numbers alone. */
const NUMBER_ALONE = /^\s*((?:№|N)\s*\d{1,4})\s*[-–—:]\s+(?=\p{L})/u;
const STREETS: ReadonlySet<string> = new Set(['plural', 'street']);
const DASH = /\s[-–—]\s/gu;

/**
 * The heading that a stretch of an order opens with, up to its colon or dash; null for none.
 * @param isSchool whether words are the code, the BIN or the name of a school
 */
export function headingOf(text: string, isSchool: (words: string) => boolean): OrderHeading | null {
  const [bare, number] = NUMBER_ALONE.exec(text) ?? [];
  if (bare !== undefined && number !== undefined && STREETS.has(openingOf(text.slice(bare.length))))
    return { kind: 'school', words: number, end: bare.length, open: false };
  const [head] = cutOutside(text, ':');
  const hasColon = head !== undefined && head.text.length < text.length;
  if (hasColon) {
    const words = head.text.trim();
    const found = { words, end: head.text.length + 1, open: false };
    const kinds = kindsAt(head.text);
    const school = schoolItself(head.text.slice(0, kinds ?? head.text.length).trim(), isSchool);
    if (isSchool(school) || (namesSchool(school) && !streetComesFirst(school)))
      return { kind: 'school', words: school, end: kinds ?? found.end, open: false };
    if (openingOf(words) === 'settlement' && !/\d|,/u.test(words)) return { kind: 'settlement', ...found };
  }
  if (!namesSchool(text)) return !hasColon && isSchool(text.trim()) ? whole(text) : null;
  if (streetComesFirst(text)) return null;
  const after = schoolWordEnd(text) ?? 0;
  for (const { index } of text.matchAll(DASH)) {
    if (index < after) continue;
    const words = schoolItself(text.slice(0, index).trim(), isSchool);
    if (isNamed(words, isSchool)) return { kind: 'school', words, end: index + 3, open: false };
  }
  return isNamed(text, isSchool) ? whole(text) : null;
}

/** A line that is a school's heading and nothing more, so that its name does not go on in the next line. */
export function isWholeHeading(line: string, isSchool: (words: string) => boolean): boolean {
  const words = schoolItself(line.trim(), isSchool);
  if (isSchool(words)) return true;
  if (/[,:]|\s[-–—]\s|(?<!\p{L})(?:им|имени|атындағы)(?!\p{L})/iu.test(words) || isUnclosed(words))
    return false;
  const numbers = schoolNumbers(words).slice(0, 1);
  return namesSchool(words) && numbers.length > 0 && wordsOutside(words, [`№ ${numbers[0]}`]).length === 0;
}

/** Where the kind of the streets that follow stands at the end of a heading: `закрепить за школой № 1 улицы: …`. */
function kindsAt(head: string): number | null {
  const last = /\S+\s*$/u.exec(head);
  return last !== null && last.index > 0 && pluralKind(last[0].trim()) !== null ? last.index : null;
}

function whole(text: string): OrderHeading {
  return { kind: 'school', words: text.replace(/[\s.,;]+$/u, '').trim(), end: text.length, open: true };
}

/** Without a colon only what tells one school from others is a heading: orders speak of schools all the time. */
function isNamed(words: string, isSchool: (words: string) => boolean): boolean {
  return schoolNumbers(words).length > 0 || schoolBin(words) !== null || isSchool(words.trim());
}

/** `ул. Абая 5 (школа № 3)` is a street. */
function streetComesFirst(words: string): boolean {
  const end = schoolWordEnd(words);
  return end !== null && namesStreetKind(words.slice(0, end));
}
