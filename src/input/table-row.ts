import type { InputField } from '../domain/input-problems.ts';
import type { Place } from '../domain/problem.ts';
import type { TableHeader } from './header.ts';

/** What all rows of a file share. */
export interface RowContext<F extends InputField> {
  readonly file: string;
  readonly header: TableHeader<F>;
}

/** One row of a table: its cells as written, and where they stand. */
export class TableRow<F extends InputField> {
  /** the physical line (from 1) where the record starts */
  readonly line: number;
  /** its number after the header (from 1); blank rows are not counted */
  readonly record: number;
  readonly cells: readonly string[];
  readonly #context: RowContext<F>;

  constructor(context: RowContext<F>, line: number, record: number, cells: readonly string[]) {
    this.#context = context;
    this.line = line;
    this.record = record;
    this.cells = cells;
  }

  /** The cell as written; undefined when the file has no such column. */
  raw(field: F): string | undefined {
    const column = this.#context.header.columnOf.get(field);
    return column === undefined ? undefined : (this.cells[column] ?? '');
  }

  /** The cell without outer white space (NBSP too); empty when it is blank or the file has no such column. */
  text(field: F): string {
    return this.raw(field)?.trim() ?? '';
  }

  /** Where this field stands, for a problem about it. Made only when there is a problem. */
  place(field: F): Place {
    const { file, header } = this.#context;
    const column = header.columnOf.get(field);
    return {
      file,
      line: this.line,
      record: this.record,
      column: column === undefined ? null : (header.headers[column] ?? null),
      value: this.raw(field) ?? null,
    };
  }

  /** Where the row as a whole stands. */
  get rowPlace(): Place {
    return { file: this.#context.file, line: this.line, record: this.record, column: null, value: null };
  }
}
