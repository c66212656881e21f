import { formatHouseNumber, type HouseNumber, parseHouseNumber } from './house-number.ts';
import { isSingleLetter, readBlock, readBlockName } from './list-block.ts';
import { skipBuildingState } from './list-building-state.ts';
import type { ListCursor } from './list-cursor.ts';
import { readSide, type StatedSide } from './list-side.ts';
import type { WordRole } from './list-vocabulary.ts';

/** What brackets after an item say about it. */
export type Remark =
  | { readonly kind: 'side'; readonly side: StatedSide }
  | { readonly kind: 'every-suffix' }
  | { readonly kind: 'houses'; readonly houses: readonly HouseNumber[] }
  /** The houses in these brackets are exceptions; the cursor stands at the first of them. */
  | { readonly kind: 'except' }
  /** `(всего 3 дома)`: how many houses the range has. */
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'nothing' }
  /** `(новостройка)`: not which houses are meant, so the words are left out and said to be. */
  | { readonly kind: 'left-out' };

/**
 * Reads the brackets that open at the cursor after an item: `(нечётные)`, `(все корпуса)`, `(а, б)`, `(корпуса 1, 2)`,
 * `(включительно)`, `(всего 3 дома)`, `(новостройка)`, `(кроме 7, 9)`. `house` is the item when it is a single house. Null when they say anything else.
 */
export function readRemark(cursor: ListCursor, house: HouseNumber | null): Remark | null {
  const close = cursor.partner(cursor.at);
  if (close === undefined) return null;
  const open = cursor.at;
  cursor.at += 1;
  const remark = exception(cursor, close) ?? wholeRemark(cursor, close, house);
  if (remark === null) cursor.at = open;
  else if (remark.kind !== 'except') cursor.at = close + 1;
  return remark;
}

function exception(cursor: ListCursor, close: number): Remark | null {
  const isBehind = cursor.role(close - 1 - cursor.at) === 'except-after';
  if (!isBehind && !skipExcept(cursor)) return null;
  return { kind: 'except' };
}

/** Steps over `кроме`, `за исключением домов`, `except for`, `мыналардан басқа:`; says whether one was there. */
export function skipExcept(cursor: ListCursor): boolean {
  const start = cursor.at;
  cursor.skipAll('filler');
  const isAhead = cursor.isMark(':', 1) || cursor.is('number', 1);
  const isBefore = cursor.skip('except') || (isAhead && cursor.skip('except-after'));
  if (!isBefore) {
    cursor.at = start;
    return false;
  }
  cursor.skipAll('filler');
  cursor.skipColon();
  return true;
}

function wholeRemark(cursor: ListCursor, close: number, house: HouseNumber | null): Remark | null {
  const start = cursor.at;
  for (const read of [sideRemark, everySuffix, countRemark, nothing]) {
    const remark = read(cursor, close);
    if (remark !== null && cursor.at === close) return remark;
    cursor.at = start;
  }
  return house === null ? null : suffixes(cursor, close, house);
}

function sideRemark(cursor: ListCursor): Remark | null {
  cursor.skipAll('all');
  const side = readSide(cursor);
  cursor.skipAll('street', 'inclusive', 'entirely');
  return side === null ? null : { kind: 'side', side };
}

function everySuffix(cursor: ListCursor): Remark | null {
  return skipEverySuffix(cursor) ? { kind: 'every-suffix' } : null;
}

/** Steps over `все корпуса`, `со всеми литерами и корпусами`, `барлық корпустарымен`; says whether one was there. */
export function skipEverySuffix(cursor: ListCursor): boolean {
  const start = cursor.at;
  cursor.skip('from');
  cursor.skipAll('filler');
  if (cursor.skip('all') && cursor.skip('block', 'blocks', 'suffix-noun')) {
    while (skipFurtherNoun(cursor));
    return true;
  }
  cursor.at = start;
  return false;
}

/** Steps over `, литеры`, `и корпуса`; a separator alone is left where it is. */
function skipFurtherNoun(cursor: ListCursor): boolean {
  const start = cursor.at;
  if (!cursor.skipComma()) cursor.skip('and');
  if (cursor.skip('block', 'blocks', 'suffix-noun')) return true;
  cursor.at = start;
  return false;
}

function countRemark(cursor: ListCursor): Remark | null {
  if (!cursor.skip('in-all', 'all')) return null;
  if (!cursor.skipColon() && cursor.is('dash')) cursor.at += 1;
  const count = cursor.is('number') ? Number(cursor.peek()?.text) : 0;
  cursor.at += 1;
  return count > 0 && cursor.skip('house') ? { kind: 'count', count } : null;
}

function nothing(cursor: ListCursor, close: number): Remark | null {
  if (skipBuildingState(cursor, close)) return { kind: 'left-out' };
  if (!cursor.skip('inclusive')) return null;
  cursor.skipAll('inclusive');
  return { kind: 'nothing' };
}

/** `36 (а, б)` is 36А and 36Б; `2 (корпуса 1, 2)` and `2 (1, 2-корпустар)` are block 1 and block 2 of house 2. */
function suffixes(cursor: ListCursor, close: number, house: HouseNumber): Remark | null {
  const base = formatHouseNumber(house);
  const houses: HouseNumber[] = [];
  let isBlocks = cursor.is('number') && isBlock(cursor.role(close - 1 - cursor.at));
  while (cursor.at < close) {
    const isConjunction = cursor.role() === 'and' && !cursor.atPause(1);
    if (cursor.skipComma() || cursor.skip('suffix-noun') || (isConjunction && cursor.skip('and'))) continue;
    const suffix = readSuffix(cursor, isBlocks);
    if (suffix === null) return null;
    isBlocks ||= suffix.startsWith(' ');
    const each = parseHouseNumber(base + suffix);
    if (each === null) return null;
    houses.push(each);
  }
  return houses.length === 0 ? null : { kind: 'houses', houses };
}

function readSuffix(cursor: ListCursor, isBlocks: boolean): string | null {
  const token = cursor.peek();
  const block = readBlock(cursor, true);
  if (block !== '') return block;
  if (token?.kind === 'number' && isBlocks) {
    const name = readBlockName(cursor);
    const dashes = cursor.is('dash') ? 1 : 0;
    if (isBlock(cursor.role(dashes)) && cursor.atPause(dashes + 1)) cursor.at += dashes + 1;
    return ` к${name}`;
  }
  if (token?.kind === 'word' && isSingleLetter(token.text)) {
    cursor.at += 1;
    return isBlocks ? ` корп. ${token.text}` : token.text;
  }
  return null;
}

function isBlock(role: WordRole | null): boolean {
  return role === 'block' || role === 'blocks';
}
