import { problem } from '../../problem.ts';
import { quoted } from './order-draft.ts';
import type { OrderItem } from './order-item.ts';
import { isPageNumber } from './order-lines.ts';
import { openingOf } from './order-opening.ts';
import { cellsOf } from './order-pipes.ts';
import { namesSchool, schoolNumbers } from './school-words.ts';

/** `+-----+---+`, `-----`: what only draws the table. */
const DRAWN = /^[\s+=_–—|:-]*$/u;

/**
 * What a table's columns do not hold: a line without pipes below its header, a cell too many, and above the header
 * what names a school or a street.
 */
export function outsideTable(lines: readonly string[], header: number): OrderItem[] {
  const width = Math.max(...lines.slice(0, header + 1).map(line => cellsOf(line).length));
  return lines.flatMap((raw, at) => {
    if (DRAWN.test(raw) || isPageNumber(raw) || (at <= header && !namesPart(raw))) return [];
    const words =
      at > header && raw.includes('|')
        ? cellsOf(raw).slice(width).join(' ').trim()
        : cellsOf(raw).join(' ').trim();
    if (words === '') return [];
    const doubt = problem('order-words-unread', { words: quoted(words) });
    const place = {
      line: at + 1,
      school: null,
      weak: false,
      joined: false,
      sentence: null,
      lastSentence: null,
      lines: [],
    };
    return [{ ...place, words, splits: [], doubt }];
  });
}

/** Whether a line above the header is more than a title: a school with its number, a street with its kind. */
function namesPart(line: string): boolean {
  const words = cellsOf(line).join(' ');
  if (namesSchool(words) && schoolNumbers(words).length > 0) return true;
  const opening = openingOf(words);
  return (opening === 'street' || opening === 'plural') && /\d|:/u.test(words);
}
