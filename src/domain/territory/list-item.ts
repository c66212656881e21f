import { type HouseNumber, hasSuffix } from './house-number.ts';
import { readRemark, skipEverySuffix } from './list-brackets.ts';
import type { ListCursor } from './list-cursor.ts';
import type { Phrase } from './list-phrase.ts';
import { readSide, type StatedSide } from './list-side.ts';

/** An item with all that its tail says: its own side, and where brackets with its exceptions close. */
export interface Item {
  readonly phrase: Phrase;
  readonly side: StatedSide | null;
  /** How many houses the words say a range has. */
  readonly count: number | null;
  /** Words in brackets that do not say which houses are meant; null when there are none. */
  readonly leftOut: string | null;
  /** The brackets whose exceptions the cursor now stands in front of; null when there are none. */
  readonly exceptions: { readonly open: number; readonly close: number } | null;
}

/**
 * Reads what follows a phrase: `(нечётные)`, ` тақ`, `(все корпуса)`, ` дома`, `(кроме 7, 9)`. Null when brackets
 * there cannot be read, `'contradicts'` when a second side is named. Under a heading a side behind an item may be the next heading: `четные 2-8 нечетные 3-9`.
 */
export function readTail(
  cursor: ListCursor,
  phrase: Phrase,
  scopeSide: StatedSide | null,
  isUnderHeading: boolean,
): Item | 'contradicts' | null {
  let said = phrase;
  let side = scopeSide;
  let count: number | null = null;
  let leftOut: string | null = null;
  for (;;) {
    if (cursor.is('open')) {
      const open = cursor.at;
      const close = cursor.partner(open) ?? open;
      const remark = readRemark(cursor, onlyHouse(said));
      if (remark === null) return null;
      if (remark.kind === 'except')
        return { phrase: said, side, count, leftOut, exceptions: { open, close } };
      if (remark.kind === 'side') {
        if (side !== null && side !== remark.side) return 'contradicts';
        side = remark.side;
      }
      if (remark.kind === 'left-out') leftOut = `${leftOut ?? ''}${cursor.quote(open)}`;
      if (remark.kind === 'houses') said = remark;
      if (remark.kind === 'count') {
        if (said.kind !== 'range') return null;
        count = remark.count;
      }
      if (remark.kind === 'every-suffix') {
        const whole = wholeNumber(said);
        if (whole === null) return null;
        said = whole;
      }
    } else if (onlyHouse(said) !== null && skipEverySuffix(cursor)) {
      const whole = wholeNumber(said);
      if (whole === null) return null;
      said = whole;
    } else if (!cursor.skip('inclusive', 'between') && !skipTrailingNoun(cursor)) {
      const own = readOwnSide(cursor, isUnderHeading);
      if (own === null) return { phrase: said, side, count, leftOut, exceptions: null };
      if (side !== null && side !== own) return 'contradicts';
      side = own;
    }
  }
}

/**
 * Whether only a side would make an item certain: `4 корп. 1-5` may be five blocks of one house, and the lone `с 7` of
 * `5 с 7`, which runs on behind another item, a letter.
 */
export function isDoubtful({ phrase, side }: Item, runsOn: boolean): boolean {
  if (side !== null) return false;
  return (
    (phrase.kind === 'range' && phrase.needsSide) || (phrase.kind === 'from' && !phrase.certain && runsOn)
  );
}

/** Whether an item can end at the cursor: at a separator, an exception, brackets with one, or the end. */
export function endsItem(cursor: ListCursor): boolean {
  const role = cursor.role();
  if (cursor.atPause() || role === 'except' || role === 'except-after') return true;
  if (role === 'filler') return cursor.role(1) === 'except' || cursor.role(1) === 'except-after';
  if (!cursor.is('open')) return false;
  const at = cursor.at;
  const remark = readRemark(cursor, null);
  cursor.at = at;
  return remark?.kind === 'except';
}

/** `2 (все корпуса)` is all that has the number 2. Which of them `2А (все корпуса)` names is not certain: null. */
function wholeNumber(phrase: Phrase): Phrase | null {
  const house = onlyHouse(phrase);
  return house === null || hasSuffix(house) ? null : { kind: 'whole-number', number: house.number };
}

/** A lone house that takes suffixes from brackets: 36 of `36 (а, б)`. */
export function onlyHouse(phrase: Phrase): HouseNumber | null {
  return phrase.kind === 'houses' && phrase.houses.length === 1 ? (phrase.houses[0] ?? null) : null;
}

function skipTrailingNoun(cursor: ListCursor): boolean {
  return cursor.role() === 'house' && !cursor.is('number', 1) && cursor.skip('house');
}

function readOwnSide(cursor: ListCursor, isUnderHeading: boolean): StatedSide | null {
  const start = cursor.at;
  const side = readSide(cursor);
  const isHeading = cursor.isMark(':') || cursor.is('dash') || (isUnderHeading && !endsItem(cursor));
  if (side !== null && !isHeading) return side;
  cursor.at = start;
  return null;
}
