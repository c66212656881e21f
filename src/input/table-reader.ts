import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import type { CellFault } from './cell-fault.ts';
import { isBlank } from './csv-records.ts';
import { faultProblems } from './fault-problems.ts';
import { type HeaderMap, readHeader, type TableHeader } from './header.ts';
import type { OpenedTable } from './opened-table.ts';
import { shapeProblem } from './row-shape.ts';
import type { TableForm } from './table-form.ts';
import { type RowContext, TableRow } from './table-row.ts';
import type { TableSpec } from './table-spec.ts';

/** What was found out about the file before its first row; said once, in the plan. */
export interface TableInfo<F extends InputField> extends TableForm {
  readonly header: TableHeader<F>;
}

/** The rows of one piece of the file and the problems found in that piece. */
export interface Batch<F extends InputField> {
  readonly rows: readonly TableRow<F>[];
  readonly problems: readonly Problem[];
  /** null only when the file ended, or could not be read, before its header */
  readonly info: TableInfo<F> | null;
}

/** Turns records into rows: the first that is not blank is the header, blank ones are passed over. */
export class TableReader<F extends InputField> {
  readonly #file: string;
  readonly #spec: TableSpec<F>;
  readonly #map: HeaderMap;
  readonly #table: Pick<OpenedTable, 'form'>;
  #context: RowContext<F> | null = null;
  #usable = true;
  #record = 0;
  #rows: TableRow<F>[] = [];
  #problems: Problem[] = [];

  constructor(file: string, spec: TableSpec<F>, map: HeaderMap, table: Pick<OpenedTable, 'form'>) {
    this.#file = file;
    this.#spec = spec;
    this.#map = map;
    this.#table = table;
  }

  /** False when the header makes the rows unreadable: more of them would only repeat it. */
  get usable(): boolean {
    return this.#usable;
  }

  accept(cells: readonly string[], line: number, faults?: readonly CellFault[]): void {
    if (!this.#usable || isBlank(cells)) return;
    if (this.#context === null) this.#acceptHeader(cells, line);
    else this.#acceptRow(this.#context, cells, line, faults);
  }

  /** What has been gathered since the last call. */
  take(): Batch<F> {
    const info = this.#context && { ...this.#table.form, header: this.#context.header };
    const batch = { rows: this.#rows, problems: this.#problems, info };
    this.#rows = [];
    this.#problems = [];
    return batch;
  }

  /** Adds what only the end of the file tells, or the reason why reading ended before it. */
  finish(fault: Problem | null): void {
    const place = this.#place(null, null);
    if (fault) this.#problems.push(fault);
    else if (this.#context === null) this.#problems.push(problem('file-empty', {}, place));
    else if (this.#usable && this.#record === 0) this.#problems.push(problem('file-no-rows', {}, place));
  }

  #acceptHeader(cells: readonly string[], line: number): void {
    const { header, problems, usable } = readHeader(cells, this.#spec, this.#map, this.#place(line, null));
    this.#context = { file: this.#file, header };
    this.#problems.push(...problems);
    this.#usable = usable;
  }

  #acceptRow(
    context: RowContext<F>,
    cells: readonly string[],
    line: number,
    faults?: readonly CellFault[],
  ): void {
    this.#record++;
    const row = new TableRow(context, line, this.#record, cells);
    const wrong = shapeProblem(row, context.header, this.#table.form);
    const faulty = faults === undefined ? [] : faultProblems(faults, row, context.header);
    if (wrong) this.#problems.push(wrong);
    else if (faulty.length > 0) this.#problems.push(...faulty);
    else this.#rows.push(row);
  }

  #place(line: number | null, record: number | null): Place {
    return { file: this.#file, line, record, column: null, value: null };
  }
}
