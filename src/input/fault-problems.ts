import type { InputField } from '../domain/input-problems.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { CellFault } from './cell-fault.ts';
import type { TableHeader } from './header.ts';
import type { TableRow } from './table-row.ts';

/** The faults of a row as problems; those in columns that are not read do no harm. */
export function faultProblems<F extends InputField>(
  faults: readonly CellFault[],
  row: TableRow<F>,
  header: TableHeader<F>,
): Problem[] {
  const read = new Set(header.columnOf.values());
  return faults
    .filter(({ column }) => read.has(column))
    .map(({ column, kind, text }) => {
      const place = { ...row.rowPlace, column: header.headers[column] ?? null, value: text };
      return kind === 'error'
        ? problem('cell-error', { value: text }, place)
        : problem('cell-uncalculated', { formula: text }, place);
    });
}
