import { type Problem, problem } from '../problem.ts';
import { type HouseNumber, MAX_NUMBER, parseHouseNumber, plainHouse } from './house-number.ts';
import { isSingleLetter, KAZAKH_NOUN, readBlock, readBlockBehind } from './list-block.ts';
import type { ListCursor } from './list-cursor.ts';
import { isSideInitial } from './list-vocabulary.ts';

/** A house read at the cursor; `ending` tells a Kazakh case ending (20-дан: from, 26-ға: to), null when there is none. */
export interface ReadHouse {
  readonly house: HouseNumber;
  readonly ending: 'from' | 'to' | null;
}

const NUMBER = /^[1-9]\d{0,5}$/;
/** Endings of Kazakh ordinals, folded. */
const ORDINALS = /^(?:[иы]?н)?ш[иы]$/;
/** Single letters that are words of their own (с 5, и 7, д. 9, к. 1) unless nothing follows them. */
const LETTER_WORDS = ['с', 'и', 'д', 'к'];

/** Reads the house that starts with the number at the cursor, in any spelling of domain.md; null when it is not one. */
export function readHouse(cursor: ListCursor): ReadHouse | Problem | null {
  const start = cursor.at;
  const date = dateLength(cursor);
  if (date > 0) {
    cursor.at += date;
    return problem('houses-date', { words: cursor.quote(start) });
  }
  const number = cursor.is('number') ? cursor.peek()?.text : undefined;
  if (number === undefined) return null;
  cursor.at += 1;
  if (!NUMBER.test(number) || Number(number) > MAX_NUMBER) {
    return problem('houses-number-impossible', { words: cursor.quote(start) });
  }
  let text = number + readLetter(cursor);
  if (cursor.is('slash')) {
    const fraction = readFraction(cursor);
    if (fraction === null || cursor.is('slash')) return null;
    text += fraction;
  }
  text += readBlock(cursor);
  const ending = readEnding(cursor);
  if (ending === null) text += readBlockBehind(cursor);
  const isBare = text === number;
  const house = isBare ? plainHouse(Number(number)) : parseHouseNumber(text);
  if (house === null) return problem('houses-number-impossible', { words: cursor.quote(start) });
  if (ending === null && sticksToNext(cursor)) return null;
  return { house, ending };
}

/** Reads `/1`, `\\10А`, `/а` at the cursor; null when no fraction follows the slash. */
function readFraction(cursor: ListCursor): string | null {
  const after = cursor.peek(1);
  if (after?.kind === 'number') {
    cursor.at += 2;
    return `/${after.text}${readLetter(cursor)}`;
  }
  if (after?.kind !== 'word' || !isSingleLetter(after.text) || cursor.is('number', 2)) return null;
  cursor.at += 2;
  return `/${after.text}`;
}

/** Reads `А`, ` а`, `-а`, ` "а"`, `«А»`, ` лит. А` at the cursor; '' and no move when no letter is there. */
function readLetter(cursor: ListCursor): string {
  const [first, second, third] = [cursor.peek(), cursor.peek(1), cursor.peek(2)];
  if (first?.kind === 'quote' && third?.kind === 'quote' && isSingleLetter(second?.text ?? '')) {
    cursor.at += 3;
    return second?.text ?? '';
  }
  if (first?.kind === 'dash' && second?.kind === 'word' && !second.gap && isSingleLetter(second.text)) {
    const isOrdinal = second.key === 'й' || second.key === 'я';
    if (isOrdinal || (third?.kind === 'number' && !third.gap)) return '';
    cursor.at += 2;
    return second.text;
  }
  if (cursor.role() === 'suffix-noun' && second?.kind === 'word' && isSingleLetter(second.text)) {
    cursor.at += 2;
    return second.text;
  }
  if (
    first?.kind !== 'word' ||
    !isSingleLetter(first.text) ||
    (cursor.role() === 'house' && first.text === '№')
  )
    return '';
  // `12 т` may be a plot (телім), `12т` is a house.
  if (first.gap && (isSideInitial(first.key) || first.key === 'т')) return '';
  if (first.key === 'к' && second?.kind === 'number') return '';
  if (first.key === 'а' && second?.key === 'также') return '';
  const isWord = first.gap && LETTER_WORDS.includes(first.key) && !cursor.atPause(1) && !cursor.is('dash', 1);
  if (isWord && second?.kind !== 'slash') return '';
  cursor.at += 1;
  return first.text;
}

function readEnding(cursor: ListCursor): 'from' | 'to' | null {
  const offset = cursor.is('dash') ? 1 : 0;
  const role = cursor.role(offset);
  // `12-ші үй`
  if (
    offset === 1 &&
    ORDINALS.test(cursor.peek(1)?.key ?? '') &&
    KAZAKH_NOUN.test(cursor.peek(2)?.key ?? '')
  ) {
    cursor.at += 3;
    return null;
  }
  if (role === 'object-ending' || (offset === 1 && role === 'house' && isNounBehind(cursor))) {
    cursor.at += offset + 1;
    return null;
  }
  if (role === 'from-ending' || role === 'house-from') {
    cursor.at += offset + 1;
    return 'from';
  }
  if (role === 'to-ending' || role === 'house-to') {
    cursor.at += offset + 1;
    return 'to';
  }
  return null;
}

/** Whether the noun behind the dash at the cursor belongs to the number before it, as in `4-үй`; in `1 - № 45` it does not. */
function isNounBehind(cursor: ListCursor): boolean {
  return KAZAKH_NOUN.test(cursor.peek(1)?.key ?? '') || !cursor.is('number', 2);
}

/** Whether something is written on to the house without a blank that cannot be read with it: `22дача`, `1г1`. */
function sticksToNext(cursor: ListCursor): boolean {
  const next = cursor.peek();
  return (
    next !== undefined &&
    !next.gap &&
    (next.kind === 'number' || next.kind === 'word') &&
    next.text !== '№' &&
    !isSideWord(cursor)
  );
}

/** `1-45тақ`: a whole word, not the letter of a house. */
function isSideWord(cursor: ListCursor): boolean {
  const role = cursor.role();
  return role === 'odd' || role === 'even';
}

/** `12.14.16` is no day of a month, so it is three houses with full stops for commas; before a whole year it is neither. */
function isDate(text: string): boolean {
  const [, day, month, year] = /^(\d{1,2})\.(\d{2})\.(\d{2}|\d{4})$/.exec(text) ?? [];
  if (day === undefined || year === undefined) return false;
  return year.length === 4 || (Number(day) <= 31 && Number(month) <= 12);
}

/** Tokens of `01.02.2027`, `1.02.27`, `01.фев`: what a spreadsheet makes of `1-2`; 0 when there is no date. */
function dateLength(cursor: ListCursor): number {
  if (!cursor.isMark('.', 1)) return 0;
  if (cursor.role(2) === 'month') return 3;
  const texts = [0, 1, 2, 3, 4].map(offset => {
    const token = cursor.peek(offset);
    return token === undefined || (offset > 0 && token.gap) ? '' : token.text;
  });
  return isDate(texts.join('')) ? texts.length : 0;
}
