import { type Problem, problem } from '../problem.ts';
import type { ListCursor } from './list-cursor.ts';
import { readPhrase } from './list-phrase.ts';

/**
 * Complains of two numbers with a blank alone between them that may be one number torn in two: `1 8а`. With two
 * digits or more on either side a comma is missing for certain: no house has the number 1214. Null when there is no
 * such place at the cursor, which stands right behind an item.
 */
export function readTornNumber(cursor: ListCursor): Problem | null {
  const [before, after] = [cursor.peek(-1), cursor.peek()];
  if (before?.kind !== 'number' || after?.kind !== 'number') return null;
  const isTorn = before.text.length < 2 || after.text.length < 2 || after.text.startsWith('0');
  if (!isTorn) return null;
  const start = cursor.at - 1;
  readPhrase(cursor);
  return problem('houses-ambiguous-blank', { words: cursor.quote(start) });
}
