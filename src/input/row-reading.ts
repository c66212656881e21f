import type { InputField } from '../domain/input-problems.ts';
import { type Problem, problem, type Reading } from '../domain/problem.ts';
import type { TableRow } from './table-row.ts';
import type { TableSpec } from './table-spec.ts';

/** A row as values with what is odd about it, or everything that is wrong with it; each problem has its place. */
export type RowReading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One kind of file: its columns and how one of its rows is read. */
export interface FileKind<F extends InputField, T> {
  readonly spec: TableSpec<F>;
  readonly readRow: (row: TableRow<F>) => RowReading<T>;
  /** Makes what compares the rows of one file with each other; `drop` leaves out a row that says nothing new. */
  readonly acrossRows?: () => (row: TableRow<F>, value: T) => { problem: Problem; drop: boolean } | null;
}

/** A rule of the domain that reads one cell; some values come with warnings. */
export type CellRule<T> = (
  text: string,
) =>
  | { readonly ok: true; readonly value: T; readonly warnings?: readonly Problem[] }
  | Extract<Reading<T>, { ok: false }>;

const none: readonly Problem[] = [];

/**
 * windows-1251 has none of the Kazakh letters and writes `?` in their place: inside a Cyrillic word the letter is
 * lost (domain.md, "Files that people send").
 */
const LOST_LETTERS = /\p{Script=Cyrillic}\?+\p{Script=Cyrillic}|\?+\p{Script=Cyrillic}{2}|\uFFFD/u;

/** Reads the cells of one row and gathers their problems, so that all of them are told at once. */
export class CellReader<F extends InputField> {
  readonly #row: TableRow<F>;
  #errors: Problem[] | null = null;
  #warnings: Problem[] | null = null;

  constructor(row: TableRow<F>) {
    this.#row = row;
  }

  /** The value of a cell that must be filled; undefined when it is not, or is wrong. */
  required<T>(field: F, rule: CellRule<T>): T | undefined {
    const text = this.#row.text(field);
    if (text !== '') return this.#read(field, text, rule);
    this.refuse(field, problem('cell-missing', { field }));
    return undefined;
  }

  /** The value of a cell that may be blank; null when it is, undefined when it is wrong. */
  optional<T>(field: F, rule: CellRule<T>): T | null | undefined {
    const text = this.#row.text(field);
    return text === '' ? null : this.#read(field, text, rule);
  }

  isBlank(field: F): boolean {
    return this.#row.text(field) === '';
  }

  /** The text of a cell, NFC, white space collapsed; null when blank. A text that lost letters is refused. */
  text(field: F): string | null {
    const text = cleanText(this.#row.text(field)) || null;
    if (text !== null && LOST_LETTERS.test(text))
      this.refuse(field, problem('letters-lost', { value: text }));
    return text;
  }

  /** The text of a cell that must be filled. */
  requiredText(field: F): string | undefined {
    const text = this.text(field);
    if (text === null) this.refuse(field, problem('cell-missing', { field }));
    return text ?? undefined;
  }

  refuse(field: F, found: Problem): void {
    this.#errors ??= [];
    this.#errors.push({ ...found, where: this.#row.place(field) });
  }

  warn(field: F, found: Problem): void {
    this.#warnings ??= [];
    this.#warnings.push({ ...found, where: this.#row.place(field) });
  }

  /** The row, unless a cell was refused. */
  accept<T>(value: T): RowReading<T> {
    return this.#errors ? this.refusal() : { ok: true, value, warnings: this.#warnings ?? none };
  }

  /** Everything found in the row, warnings too. */
  refusal(): Extract<RowReading<never>, { ok: false }> {
    return { ok: false, problems: [...(this.#errors ?? none), ...(this.#warnings ?? none)] };
  }

  #read<T>(field: F, text: string, rule: CellRule<T>): T | undefined {
    const reading = rule(text);
    if (!reading.ok) {
      this.refuse(field, reading.problem);
      return undefined;
    }
    if (reading.warnings) for (const odd of reading.warnings) this.warn(field, odd);
    return reading.value;
  }
}

/** Plain text as it is stored: composed letters, single spaces, line breaks and NBSP as spaces. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
