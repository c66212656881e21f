import type { Cell } from '../packed-rows.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Cells as PostgreSQL reads an array (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO). The driver would
 * do it too, with three passes of a regular expression over every cell.
 */
export function arrayText(cells: readonly Cell[]): string {
  let text = '';
  for (const cell of cells) {
    if (cell === null) text += ',NULL';
    else if (typeof cell === 'string' && needsEscape(cell)) text += `,"${cell.replace(/["\\]/g, '\\$&')}"`;
    else text += `,"${cell}"`;
  }
  return `{${text.slice(1)}}`;
}

function needsEscape(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === BACKSLASH) return true;
  }
  return false;
}
