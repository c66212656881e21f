import type { ListCursor } from './list-cursor.ts';

/** үй, нөмір and their forms, folded. */
export const KAZAKH_NOUN = /^(?:уй|номир)/;

/**
 * Reads `к. 1`, `корп. 2`, `корпус А`, `К6` at the cursor as ` к1`; '' and no move when it is not there. Only in
 * brackets can it be one of several: 2 of `49 корпуса 1, 2` may be a house.
 */
export function readBlock(cursor: ListCursor, isInBrackets = false): string {
  if (cursor.role() !== 'block' && !(isInBrackets && cursor.role() === 'blocks')) return '';
  const skipped = cursor.role(1) === 'house' && cursor.peek(1)?.text === '№' ? 2 : 1;
  const name = cursor.peek(skipped);
  if (name?.kind === 'number') {
    cursor.at += skipped;
    return ` к${readBlockName(cursor)}`;
  }
  const isNamed = name?.kind === 'word' && isSingleLetter(name.text) && cursor.peek()?.key !== 'к';
  if (!isNamed || cursor.is('number', skipped + 1)) return '';
  cursor.at += skipped + 1;
  return ` корп. ${name.text}`;
}

/** Reads `1` or `1А` at the cursor, which stands at a number: what a block is called. */
export function readBlockName(cursor: ListCursor): string {
  const [number, next] = [cursor.peek(), cursor.peek(1)];
  const isLetter = next?.kind === 'word' && !next.gap && isSingleLetter(next.text);
  cursor.at += isLetter ? 2 : 1;
  return `${number?.text ?? ''}${isLetter ? next.text : ''}`;
}

/** Reads the Kazakh `1-корпус` after a house; '' and no move when it is not there. */
export function readBlockBehind(cursor: ListCursor): string {
  // `4-үй, 1-корпус`: behind the noun a comma sets the block apart, as addresses do.
  const isBehindNoun = cursor.isMark(',') && KAZAKH_NOUN.test(cursor.peek(-1)?.key ?? '');
  const start = cursor.at;
  if (isBehindNoun) cursor.at += 1;
  const block = readBlockAfter(cursor);
  if (block === '') cursor.at = start;
  return block;
}

function readBlockAfter(cursor: ListCursor): string {
  const dashes = cursor.is('dash', 1) ? 1 : 0;
  const name = cursor.peek();
  const isBlock =
    name?.kind === 'number' && cursor.role(1 + dashes) === 'block' && cursor.atPause(2 + dashes);
  if (!isBlock) return '';
  cursor.at += 2 + dashes;
  return ` к${name.text}`;
}

/** Whether the text is one letter, such as a house can carry. */
export function isSingleLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}
