import type { ListCursor } from './list-cursor.ts';
import { readSide, type StatedSide } from './list-side.ts';

/** Words for a side or for everything, before it is known whether they head a list or stand for themselves. */
export interface Scope {
  readonly side: StatedSide | null;
  /** `все`, `полностью`, `барлық`, `whole` was among the words. */
  readonly isAll: boolean;
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
