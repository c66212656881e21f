import type { Side } from './house-cuts.ts';
import type { ListCursor } from './list-cursor.ts';

export type StatedSide = Side | 'both';

/**
 * Reads a side at the cursor with the nouns around it: `нечётные`, `чётная сторона`, `тақ жағы`, `жұп сандар`,
 * `odd side`, `чётные и нечётные`, `обе стороны`, `по чётной стороне`, `только чётные`. Null and no move when none is there.
 */
export function readSide(cursor: ListCursor): StatedSide | null {
  const start = cursor.at;
  cursor.skip('only');
  cursor.skip('from', 'to');
  const side = sideWord(cursor);
  if (side === null) {
    cursor.at = start;
    return null;
  }
  cursor.at += 1;
  cursor.skipAll('side-noun', 'house');
  const beforeOther = cursor.at;
  cursor.skip('and');
  const other = sideWord(cursor);
  if (side !== 'both' && other !== null && other !== side && cursor.at > beforeOther) {
    cursor.at += 1;
    cursor.skipAll('side-noun', 'house');
    return 'both';
  }
  cursor.at = beforeOther;
  cursor.skip('only');
  return side;
}

function sideWord(cursor: ListCursor): StatedSide | null {
  const role = cursor.role();
  return role === 'odd' || role === 'even' || role === 'both' ? role : null;
}
