import type { ListCursor } from './list-cursor.ts';
import { readSide, type StatedSide } from './list-side.ts';

/** Words for a side or for everything, before it is known whether they head a list or stand for themselves. */
export interface Scope {
  readonly side: StatedSide | null;
  /** `все`, `полностью`, `барлық`, `whole` was among the words. */
  readonly isAll: boolean;
}

/**
 * Steps over the comma of `(нечётная сторона, с 1 по 45)`, where brackets hold a side and one range whose ends are of
 * that side: the range says how far the side goes. Says whether it was there.
 */
export function skipCommaBeforeRange(cursor: ListCursor, side: StatedSide | null): boolean {
  const start = cursor.at;
  if (side === null || side === 'both' || !cursor.isMark(',')) return false;
  cursor.at += 1;
  const behind = cursor.at;
  cursor.skip('from');
  cursor.skipAll('house');
  const from = cursor.is('number') ? Number(cursor.peek()?.text) : Number.NaN;
  cursor.at += 1;
  if (cursor.is('dash') || cursor.role() === 'to') cursor.at += 1;
  cursor.skipAll('house');
  const to = cursor.is('number') ? Number(cursor.peek()?.text) : Number.NaN;
  const parity = side === 'odd' ? 1 : 0;
  const isRange = from % 2 === parity && to % 2 === parity && cursor.is('close', 1);
  cursor.at = isRange ? behind : start;
  return isRange;
}

/** Reads `все дома`, `вся улица`, `все нечётные дома`, `чётная сторона полностью`, `чётные`; null and no move otherwise. */
export function readScope(cursor: ListCursor): Scope | null {
  const start = cursor.at;
  let side: StatedSide | null = null;
  let isAll = false;
  for (;;) {
    if (cursor.skip('all', 'entirely')) isAll = true;
    else if (!cursor.skip('street', 'house', 'side-noun', 'filler')) {
      const next: StatedSide | null = side === null ? readSide(cursor) : null;
      if (next === null) break;
      side = next;
    }
  }
  if (side === null && !isAll) {
    cursor.at = start;
    return null;
  }
  return { side, isAll };
}
