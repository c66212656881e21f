import type { FileFact } from '../../change/request.ts';
import type { CellPlaces } from '../../input/cell-places.ts';
import type { RawBatch } from '../../input/raw-records.ts';
import type { TableForm } from '../../input/table-form.ts';

/** What a reading has found out about the table it read. */
export interface InputInfo extends TableForm {
  /** the header's cells without outer blanks and blank ends */
  readonly headers: readonly string[];
}

/** A file that a change was made from, to be read once more for what its problems point at. */
export interface ChangeInput {
  /** the files, once they are read */
  facts(): readonly FileFact[];
  /** Resolves when all of it is here, so that no transaction waits for a standard input. */
  arrived(): Promise<void>;
  /** null until a header has been read */
  info(): InputInfo | null;
  /** Some records as they stand in the file, by the lines where they start. */
  rawRecords(lines: ReadonlySet<number>): AsyncGenerator<RawBatch, void, void>;
  /** Where the cells of some records of a text stand, by the lines where they start. */
  cellPlaces(lines: ReadonlySet<number>): Promise<CellPlaces>;
}
