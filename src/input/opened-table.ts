import type { Problem } from '../domain/problem.ts';
import type { CellFault } from './cell-fault.ts';
import type { TableForm } from './table-form.ts';

/**
 * Receives each record with the line of the text, or the row of the sheet, where it starts (from 1); blank ones too.
 * `faults` are the cells of a workbook that hold no value, if there are any.
 */
export type OnRecord = (cells: string[], line: number, faults?: readonly CellFault[]) => void;

/** A file that is known to be a table: a text or a workbook. */
export interface OpenedTable {
  /** how it is written, as far as has been read */
  readonly form: TableForm;
  /**
   * Reads on, handing records over; yields after each piece of the file, so that what was read can be used.
   * Returns why the records end before the file does, or null. Throws OperatorError for what cannot be read at all.
   */
  records(onRecord: OnRecord): AsyncGenerator<void, Problem | null, void>;
}
