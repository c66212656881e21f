import type { InputField } from '../domain/input-problems.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { brokenQuote } from './csv-records.ts';
import type { TableHeader } from './header.ts';
import type { TableRow } from './table-row.ts';

/**
 * What is wrong with a record as such: it has fewer or more cells than the header, data under no header, or quotes
 * that do not match. Null for a good one, at the cost of one comparison per cell.
 */
export function shapeProblem<F extends InputField>(
  row: TableRow<F>,
  header: TableHeader<F>,
  delimiter: string,
): Problem | null {
  const { cells } = row;
  const at = (value: string, column: string | null = null) => ({ ...row.rowPlace, column, value });
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    if (brokenQuote(cell, delimiter))
      return problem('quote-broken', {}, at(shortened(cell), header.headers[i]));
  }
  const expected = header.headers.length;
  if (cells.length < expected) return problem('row-short', { cells: cells.length, expected }, row.rowPlace);
  for (let i = expected; i < cells.length; i++) {
    const extra = cells[i]?.trim();
    if (extra) return problem('row-long', { cells: cells.length, expected, extra }, at(extra));
  }
  for (const i of header.nameless) {
    const value = cells[i]?.trim();
    if (value) return problem('cell-without-header', { position: i + 1, value }, at(value));
  }
  return null;
}

/** A cell that swallowed half the file is known by its beginning. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
