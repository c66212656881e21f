import { type Problem, problem } from '../problem.ts';
import { formatHouseNumber, type HouseNumber } from './house-number.ts';
import { isSingleLetter } from './list-block.ts';
import type { ListCursor } from './list-cursor.ts';

/**
 * Complains of bare numbers behind a block or a fraction that may be further ones of the same house: `12 корпус 1, 2,
 * 3`, `12/1, 2`. Real orders go on with greater numbers (`4 к. 1, 6, 8`) or, out of order, with neighbours (`47/1, 46`),
 * so doubtful is a lesser number that lies nearer to the block than to the house, and behind a fraction a count upwards
 * alone. Null and no move when nothing is; `start` is where the house begins, which the cursor stands right behind.
 */
export function readBlockRun(cursor: ListCursor, start: number, house: HouseNumber | null): Problem | null {
  if (house === null || cursor.is('close', -1)) return null;
  const isBlock = house.block !== '';
  const counted = Number.parseInt(isBlock ? house.block : house.fraction, 10);
  const [first, length] = bareNumber(cursor, 0);
  const isNearer = Math.abs(first - counted) < house.number - first;
  if (!isNearer || (!isBlock && first <= counted)) return null;
  let ahead = length;
  for (;;) {
    const [next, more] = bareNumber(cursor, ahead);
    if (!(next < house.number)) break;
    ahead += more;
  }
  cursor.at += ahead;
  const second = isBlock ? { ...house, block: `${first}` } : { ...house, fraction: `${first}` };
  const [one, other] = [formatHouseNumber(house), formatHouseNumber(second)];
  return problem('houses-ambiguous-blocks', { words: cursor.quote(start), one, other, number: `${first}` });
}

/** The number and the tokens of `, 2`, `и 3а`, `, 2-5` ahead, which nothing else is said about; NaN when none is there. */
function bareNumber(cursor: ListCursor, ahead: number): readonly [number: number, length: number] {
  const isNext = cursor.isMark(',', ahead) || cursor.role(ahead) === 'and';
  if (!isNext || !cursor.is('number', ahead + 1)) return [Number.NaN, 0];
  let end = ahead + 2;
  const letter = cursor.peek(end);
  if (letter?.kind === 'word' && !letter.gap && isSingleLetter(letter.text)) end += 1;
  if (cursor.is('dash', end) && cursor.is('number', end + 1)) end += 2;
  const isBare = cursor.atPause(end) || cursor.role(end) === 'and';
  return isBare ? [Number(cursor.peek(ahead + 1)?.text), end - ahead] : [Number.NaN, 0];
}
