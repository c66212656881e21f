import { type Problem, problem } from '../problem.ts';
import { formatHouseNumber, type HouseNumber, hasSuffix } from './house-number.ts';
import { compareHouseNumbers } from './house-order.ts';
import type { ListCursor } from './list-cursor.ts';
import { readHouse } from './list-house.ts';
import { foldWord, isSideInitial } from './list-vocabulary.ts';

/** What one item of a house list names, before its side is known. */
export type Phrase =
  | { readonly kind: 'houses'; readonly houses: readonly HouseNumber[] }
  | { readonly kind: 'whole-number'; readonly number: number }
  /** `needsSide`: only a side makes it certain: `4 корп. 1-5` may be five blocks of one house, `1-45н` the odd ones. */
  | {
      readonly kind: 'range';
      readonly from: HouseNumber;
      readonly to: HouseNumber;
      readonly needsSide: boolean;
    }
  /** `certain` is false for a lone `с 6`, which may also begin a list: `с 6, 8, 10`. */
  | { readonly kind: 'from'; readonly from: HouseNumber; readonly certain: boolean }
  | { readonly kind: 'up-to'; readonly to: HouseNumber }
  | { readonly kind: 'all' };

/** Reads a house, a closed or an open range at the cursor; null when the words there are none of these. */
export function readPhrase(cursor: ListCursor): Phrase | Problem | null {
  const start = cursor.at;
  skipNouns(cursor);
  const opening = readOpening(cursor);
  skipNouns(cursor);
  const first = readHouse(cursor);
  if (first === null || 'code' in first) return first;
  const from = first.house;
  if (opening === 'to') return { kind: 'up-to', to: from };
  if (opening === null && (first.ending === 'to' || cursor.role() === 'to-after')) {
    return cursor.skip('to-after') ? { kind: 'up-to', to: from } : null;
  }
  const isBegun = cursor.skip('from-after');
  const isDash = cursor.is('dash');
  const second = readSecond(cursor, first.ending === 'from' || isBegun);
  if (second === null || (second !== 'none' && 'code' in second)) return second;
  if (second !== 'none') {
    const needsSide =
      (isDash && from.block !== '' && second.house.block === '') || mayEndInSide(from, second.house);
    return closedRange(cursor, start, { from, to: second.house, needsSide });
  }
  if (skipOnward(cursor) || isBegun) return { kind: 'from', from, certain: true };
  if (opening === 'from') return { kind: 'from', from, certain: false };
  if (first.ending === 'from' && cursor.role() !== 'except-after') return null;
  return { kind: 'houses', houses: [from] };
}

/** Whether the letter of a far end may stand for a side, as in `1-45н, 2-60ч`. */
function mayEndInSide(from: HouseNumber, { number, letter, fraction, block }: HouseNumber): boolean {
  if (from.letter !== '' || number === from.number || fraction !== '' || block !== '') return false;
  return letter !== '' && isSideInitial(foldWord(letter));
}

/** Steps over `дом №`, `дома:`, `дома -` before a number. */
function skipNouns(cursor: ListCursor): void {
  const start = cursor.at;
  cursor.skipAll('house');
  if (cursor.at === start || cursor.skipColon()) return;
  if (cursor.is('dash') && cursor.peek(1)?.gap) cursor.at += 1;
}

function readOpening(cursor: ListCursor): 'from' | 'to' | null {
  if (cursor.skip('beginning')) {
    cursor.skip('from', 'filler');
    return 'from';
  }
  if (cursor.skip('from')) return 'from';
  if (cursor.role() === 'onward' && cursor.role(1) === 'to') cursor.at += 1;
  if (!cursor.skip('to')) return null;
  if (cursor.role() === 'and' && cursor.role(1) === 'inclusive') cursor.at += 2;
  return 'to';
}

/** The far end of a range, `'none'` when no range goes on from here. */
function readSecond(cursor: ListCursor, isFrom: boolean) {
  const start = cursor.at;
  const isJoined = cursor.is('dash') || cursor.role() === 'to';
  if (isJoined) cursor.at += 1;
  else if (!isFrom && cursor.skip('and')) return secondOfPair(cursor, start);
  cursor.skipAll('house');
  if (!cursor.is('number') || !(isJoined || isFrom)) {
    cursor.at = start;
    return 'none';
  }
  const second = readHouse(cursor);
  if (second === null || 'code' in second) return second;
  // `7-15-тен басқа`: the ending belongs to the exception
  if (second.ending === 'from') return isJoined && cursor.role() === 'except-after' ? second : null;
  const isClosed = cursor.skip('to-after') || second.ending === 'to' || isJoined;
  return isClosed ? second : null;
}

/** The far end of the Kazakh `1 мен 45 аралығы`; `'none'` for `5 және 7`, two houses. */
function secondOfPair(cursor: ListCursor, start: number) {
  cursor.skipAll('house');
  const second = readHouse(cursor);
  cursor.skipAll('house');
  if (second !== null && !('code' in second) && cursor.skip('between')) return second;
  cursor.at = start;
  return 'none';
}

function closedRange(
  cursor: ListCursor,
  start: number,
  range: Omit<Extract<Phrase, { kind: 'range' }>, 'kind'>,
): Phrase | Problem | null {
  const { from, to } = range;
  if (cursor.is('dash') && cursor.is('number', 1)) {
    while ((cursor.is('dash') && cursor.is('number', 1)) || cursor.is('number')) {
      if (cursor.is('dash')) cursor.at += 1;
      const next = readHouse(cursor);
      if (next === null) break;
    }
    return problem('houses-ambiguous-dashes', { words: cursor.quote(start) });
  }
  cursor.skipAll('between', 'inclusive');
  const isBackwards =
    from.number > to.number ||
    (from.number === to.number && hasSuffix(to) && compareHouseNumbers(from, to) > 0);
  if (isBackwards) {
    // `12-5 кв` is flat 5 of house 12
    if (cursor.role() === 'not-houses') return null;
    return problem('houses-backwards', { from: formatHouseNumber(from), to: formatHouseNumber(to) });
  }
  return { kind: 'range', ...range };
}

/** Steps over `и далее`, `до конца`, `соңына дейін`, `to the end of the street`, `and up`; says whether one was there. */
function skipOnward(cursor: ListCursor): boolean {
  const start = cursor.at;
  cursor.skip('and');
  cursor.skip('thence');
  if (cursor.role(1) !== 'to' && cursor.skip('onward')) {
    cursor.skipAll('onward');
    return true;
  }
  const isTo = cursor.skip('to');
  cursor.skipAll('filler', 'street');
  if (cursor.skip('end')) {
    cursor.skipAll('filler', 'street');
    if (cursor.skip('to-after') || isTo) return true;
  }
  cursor.at = start;
  return false;
}
