import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import { REJECT_COLUMNS } from '../domain/reject-columns.ts';
import { unprotectCell } from '../domain/spreadsheet-cell.ts';
import type { CellFault } from './cell-fault.ts';
import { isBlank } from './csv-records.ts';
import { faultProblems } from './fault-problems.ts';
import { type DelimiterOrigin, readHeader, type TableHeader } from './header.ts';
import type { HeaderMap } from './header-meaning.ts';
import { chooseHeader, HEADER_WITHIN, type HeaderVerdict, headerJudge } from './header-search.ts';
import type { OpenedTable } from './opened-table.ts';
import { shapeProblem } from './row-shape.ts';
import type { TableForm } from './table-form.ts';
import type { TableOptions } from './table-options.ts';
import { type RowContext, TableRow } from './table-row.ts';
import type { TableSpec } from './table-spec.ts';

/** What was found out about the file before its first row; said once, in the plan. */
export interface TableInfo<F extends InputField> extends TableForm {
  /** rows above the header that are not blank: titles, dates, names of forms */
  readonly skipped: readonly SkippedRow[];
  readonly header: TableHeader<F>;
}

/** A row above the header, by its line and what it says. */
export interface SkippedRow {
  readonly line: number;
  readonly text: string;
}

/** A record that waits until it is known which one is the header. */
interface Waiting {
  readonly cells: readonly string[];
  readonly line: number;
  readonly faults: readonly CellFault[] | undefined;
  readonly verdict: HeaderVerdict;
}

/** The rows of one piece of the file and the problems found in that piece. */
export interface Batch<F extends InputField> {
  readonly rows: readonly TableRow<F>[];
  readonly problems: readonly Problem[];
  /** null only when the file ended, or could not be read, before its header, or no column was recognised */
  readonly info: TableInfo<F> | null;
}

/** Only a rejects file has it. */
const [OUR_COLUMN] = REJECT_COLUMNS;

/** Turns records into rows: what stands above the header and what is blank is passed over. */
export class TableReader<F extends InputField> {
  readonly #file: string;
  readonly #spec: TableSpec<F>;
  readonly #map: HeaderMap;
  readonly #delimiterGiven: boolean;
  readonly #table: Pick<OpenedTable, 'form'>;
  readonly #judge: (cells: readonly string[]) => HeaderVerdict;
  #waiting: Waiting[] = [];
  #skipped: readonly SkippedRow[] = [];
  #context: RowContext<F> | null = null;
  #usable = true;
  /** a rejects file that comes back: the apostrophes before its cells are ours, and no dirt */
  #ours = false;
  #record = 0;
  #rows: TableRow<F>[] = [];
  #problems: Problem[] = [];

  constructor(file: string, spec: TableSpec<F>, options: TableOptions, table: Pick<OpenedTable, 'form'>) {
    this.#file = file;
    this.#spec = spec;
    this.#map = options.map ?? {};
    this.#delimiterGiven = options.delimiter !== undefined;
    this.#judge = headerJudge(spec, this.#map);
    this.#table = table;
  }

  /** False when the header makes the rows unreadable: more of them would only repeat it. */
  get usable(): boolean {
    return this.#usable;
  }

  accept(cells: readonly string[], line: number, faults?: readonly CellFault[]): void {
    if (!this.#usable || isBlank(cells)) return;
    if (this.#context === null) this.#await(cells, line, faults);
    else this.#acceptRow(this.#context, cells, line, faults);
  }

  /** What has been gathered since the last call. */
  take(): Batch<F> {
    const header = this.#context?.header;
    // Of a header that says nothing, there is nothing to tell.
    const info =
      header === undefined || header.columnOf.size === 0
        ? null
        : { ...this.#table.form, header, skipped: this.#skipped };
    const batch = { rows: this.#rows, problems: this.#problems, info };
    this.#rows = [];
    this.#problems = [];
    return batch;
  }

  /** Adds what only the end of the file tells, or the reason why reading ended before it. */
  finish(fault: Problem | null): void {
    this.#settleHeader();
    const place = this.#place(null, null);
    if (fault) this.#problems.push(fault);
    else if (this.#context === null) this.#problems.push(problem('file-empty', {}, place));
    else if (this.#usable && this.#record === 0) this.#problems.push(problem('file-no-rows', {}, place));
  }

  #await(cells: readonly string[], line: number, faults: readonly CellFault[] | undefined): void {
    const verdict = this.#judge(cells);
    this.#waiting.push({ cells, line, faults, verdict });
    // A header of one column could be a title of one word: what follows may be more of a header.
    if ((verdict.complete && verdict.known > 1) || this.#waiting.length === HEADER_WITHIN)
      this.#settleHeader();
  }

  /** Takes one of the waiting records for the header, and what follows it for rows. */
  #settleHeader(): void {
    const waiting = this.#waiting;
    const at = chooseHeader(waiting.map(one => one.verdict));
    const chosen = waiting[at];
    if (!chosen) return;
    this.#waiting = [];
    this.#skipped = waiting.slice(0, at).map(skippedRow);
    this.#acceptHeader(chosen.cells, chosen.line);
    for (const { cells, line, faults } of waiting.slice(at + 1)) this.accept(cells, line, faults);
  }

  #acceptHeader(cells: readonly string[], line: number): void {
    const { header, problems, usable } = readHeader(
      cells,
      this.#spec,
      this.#map,
      this.#place(line, null),
      this.#delimiterFrom,
    );
    this.#context = { file: this.#file, header };
    this.#ours = cells.some(cell => cell.trim() === OUR_COLUMN);
    this.#problems.push(...problems);
    this.#usable = usable;
  }

  get #delimiterFrom(): DelimiterOrigin {
    if (this.#table.form.sheet !== null) return null;
    return this.#delimiterGiven ? 'given' : 'found';
  }

  #acceptRow(
    context: RowContext<F>,
    cells: readonly string[],
    line: number,
    faults?: readonly CellFault[],
  ): void {
    this.#record++;
    const written = this.#ours ? cells.map(unprotectCell) : cells;
    const row = new TableRow(context, line, this.#record, written);
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

/** A title may be long; it is known by its beginning. */
const SHOWN = 60;

function skippedRow({ cells, line }: Waiting): SkippedRow {
  const text = cells.join(' ').replace(/\s+/gu, ' ').trim();
  return { line, text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text };
}
