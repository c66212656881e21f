import type { Row } from './tables.ts';

/** What a column may hold; flags are 0/1, dates ISO texts. */
export type Cell = string | number | null;

/** Many rows of one kind, column by column: a bulk costs by the object, and crosses threads. */
export interface RowColumns {
  readonly count: number;
  /** column → one cell for all rows, or one for each */
  readonly cells: Readonly<Record<string, Cell | readonly Cell[]>>;
}

/** The cell of one column in row `i`. */
export function cellAt({ cells }: RowColumns, column: string, i: number): Cell {
  const held = cells[column] ?? null;
  return typeof held === 'object' && held !== null ? (held[i] ?? null) : held;
}

/** Row `i` as an object with these columns. */
export function rowAt(rows: RowColumns, columns: readonly string[], i: number): Row {
  return Object.fromEntries(columns.map(column => [column, cellAt(rows, column, i)])) as unknown as Row;
}
