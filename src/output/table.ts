import stringWidth from 'fast-string-width';
import { wrap } from './wrap.ts';

/** What stands behind a column of a table. */
const BETWEEN = '  ';
/** A last column that is narrower than this is read better below the names of the columns than beside the others. */
const NARROWEST_LAST = 30;
/** Before the further lines of a value. */
const INDENT = '  ';

/**
 * Rows as aligned columns without borders: one record per line, fit for grep and awk. The last column is not padded.
 * @param width the columns of a terminal, which no line goes beyond: a long last column goes on below itself, and where
 * that leaves too little room each record has a line for each of its values. Null = lines as long as they are
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | null = null,
): string {
  const all = [header, ...rows];
  // Not a spread over the rows: a hundred thousand arguments overflow the stack.
  const widths = header.map((_, i) =>
    all.reduce((widest, row) => Math.max(widest, stringWidth(row[i] ?? '')), 0),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + BETWEEN.length, 0);
  const overflows = width !== null && before + (widths.at(-1) ?? 0) > width;
  if (overflows && width - before < NARROWEST_LAST) return formatRecords(header, rows, width);
  const indent = ' '.repeat(before);
  return all
    .map(row => row.map((text, i) => (i === row.length - 1 ? text : pad(text, widths[i] ?? 0))))
    .map(cells => (overflows ? wrapLast(cells, width - before, indent) : cells.join(BETWEEN)).trimEnd())
    .map(line => `${line}\n`)
    .join('');
}

/** Fills a text with blanks up to a width in terminal columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

function wrapLast(cells: readonly string[], width: number, indent: string): string {
  const last = wrap(cells.at(-1) ?? '', width).replaceAll('\n', `\n${indent}`);
  return [...cells.slice(0, -1), last].join(BETWEEN);
}

/** Each value that there is behind the name of its column, and an empty line between records. */
function formatRecords(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  return rows
    .map(row =>
      header.map((name, i) => (row[i] ? `${wrap(`${name}: ${row[i]}`, width, INDENT)}\n` : '')).join(''),
    )
    .join('\n');
}
