import type { InputField } from '../domain/input-problems.ts';
import type { Place } from '../domain/problem.ts';
import { unprotectCell } from '../domain/spreadsheet-cell.ts';
import { shortened } from '../domain/text/shortened.ts';
import type { TableHeader } from './header.ts';

/** A cell that swallowed half the file is known by its beginning. */
const SHOWN_CHARACTERS = 200;

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

  /**
   * The cell without outer white space (NBSP too) and without the apostrophe that our own CSV puts before what a
   * spreadsheet would spoil; empty when it is blank or the file has no such column.
   */
  text(field: F): string {
    return unprotectCell(this.raw(field)?.trim() ?? '');
  }

  /** Where this field stands, for a problem about it. Made only when there is a problem. */
  place(field: F): Place {
    const { file, header } = this.#context;
    const column = header.columnOf.get(field);
    const value = this.raw(field);
    return {
      file,
      line: this.line,
      record: this.record,
      column: column === undefined ? null : (header.headers[column] ?? null),
      value: value === undefined ? null : shortened(value, SHOWN_CHARACTERS),
    };
  }

  /** Where the row as a whole stands. */
  get rowPlace(): Place {
    return { file: this.#context.file, line: this.line, record: this.record, column: null, value: null };
  }
}
