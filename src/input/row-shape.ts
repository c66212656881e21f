import type { InputField } from '../domain/input-problems.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { shortened } from '../domain/text/shortened.ts';
import { brokenQuote } from './csv-records.ts';
import type { TableHeader } from './header.ts';
import type { TableForm } from './table-form.ts';
import type { TableRow } from './table-row.ts';

/** A cell that swallowed half the file is known by its beginning. */
const SHOWN_CHARACTERS = 200;

/**
 * What is wrong with a record as such: it has fewer or more cells than the header, data under no header, or quotes
 * that do not match. Null for a good one, at the cost of one comparison per cell.
 */
export function shapeProblem<F extends InputField>(
  row: TableRow<F>,
  header: TableHeader<F>,
  { delimiter, sheet }: TableForm,
): Problem | null {
  const { cells } = row;
  const { headers, nameless } = header;
  const expected = headers.length;
  // A workbook needs no quotes, and does not keep blank cells at the end of a row.
  if (sheet === null) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (brokenQuote(cell, delimiter))
        return problem('quote-broken', {}, cellPlace(row, shortened(cell, SHOWN_CHARACTERS), headers[i]));
    }
    if (cells.length < expected) return problem('row-short', { cells: cells.length, expected }, row.rowPlace);
  }
  for (let i = expected; i < cells.length; i++) {
    const extra = cells[i]?.trim();
    if (extra) return problem('row-long', { cells: cells.length, expected, extra }, cellPlace(row, extra));
  }
  for (const i of nameless) {
    const value = cells[i]?.trim();
    if (value) return problem('cell-without-header', { position: i + 1, value }, cellPlace(row, value));
  }
  return null;
}

function cellPlace<F extends InputField>(row: TableRow<F>, value: string, column: string | null = null) {
  return { ...row.rowPlace, column, value };
}
