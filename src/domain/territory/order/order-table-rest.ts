import { problem } from '../../problem.ts';
import { quoted } from './order-draft.ts';
import type { OrderItem } from './order-item.ts';
import { cellsOf } from './order-pipes.ts';

/** `+-----+---+`, `-----`: what only draws the table. */
const DRAWN = /^[\s+=_–—|:-]*$/u;

/** What stands below the header of a table but in none of its columns: a line without pipes, a cell too many. */
export function outsideTable(lines: readonly string[], header: number): OrderItem[] {
  const width = Math.max(...lines.slice(0, header + 1).map(line => cellsOf(line).length));
  return lines.flatMap((raw, at) => {
    if (at <= header || DRAWN.test(raw)) return [];
    const words = raw.includes('|') ? cellsOf(raw).slice(width).join(' ').trim() : raw.trim();
    if (words === '') return [];
    const doubt = problem('order-words-unread', { words: quoted(words) });
    const place = { line: at + 1, school: null, weak: false, joined: false, sentence: null, below: [] };
    return [{ ...place, words, splits: [], doubt }];
  });
}
