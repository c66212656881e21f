import type { InputField } from '../domain/input-problems.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { cleanBlanks, isTidy } from '../domain/text/blanks.ts';
import { controlCharacters } from '../domain/text/control-characters.ts';
import { foldLookAlikes } from '../domain/text/look-alikes.ts';
import { isPlainText } from '../domain/text/plain-text.ts';
import { readText } from '../domain/text/read-text.ts';
import type { RepairCode } from '../domain/text/repair.ts';
import {
  apostropheRemoved,
  blanksRemoved,
  type CellKind,
  type CellRepair,
  type CellRule,
  lookAlikesReplaced,
} from './cell-kind.ts';
import type { RepairedCell, RepairLog } from './repair-log.ts';
import type { TableRow } from './table-row.ts';
import type { TableSpec } from './table-spec.ts';

/** A row as values with what is odd about it, or everything that is wrong with it; each problem has its place. */
export type RowReading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the rows of one file are read with. */
export interface ReadingConditions {
  /** where the repairs of rows that can be used are counted */
  readonly repairs: RepairLog;
  /** false turns each repair into an error of its cell */
  readonly repair: boolean;
  /** ISO date: ages are counted to this day */
  readonly today: string;
}

/** One kind of file: its columns and how one of its rows is read. */
export interface FileKind<F extends InputField, T> {
  readonly spec: TableSpec<F>;
  /** Without conditions repairs are made and not counted, and what depends on the day is not judged. */
  readonly readRow: (row: TableRow<F>, conditions?: ReadingConditions | null) => RowReading<T>;
  /** Makes what compares the rows of one file with each other; `drop` leaves out a row that says nothing new. */
  readonly acrossRows?: () => (row: TableRow<F>, value: T) => { problem: Problem; drop: boolean } | null;
}

const none: readonly Problem[] = [];

/** Far longer than any name, and short enough to be shown; kinds of file with a limit of their own give it. */
const LONGEST_TEXT = 2_000;
const textRepairs: readonly CellRepair[] = [apostropheRemoved, lookAlikesReplaced];

/** Reads the cells of one row and gathers their problems, so that all of them are told at once. */
export class CellReader<F extends InputField> {
  readonly #row: TableRow<F>;
  readonly #conditions: ReadingConditions | null;
  #errors: Problem[] | null = null;
  #warnings: Problem[] | null = null;
  #repaired: { code: RepairCode; field: F; cell: RepairedCell }[] | null = null;

  constructor(row: TableRow<F>, conditions: ReadingConditions | null = null) {
    this.#row = row;
    this.#conditions = conditions;
  }

  /** The value of a cell that must be filled; undefined when it is not, or is wrong. */
  required<T>(field: F, rule: CellRule<T>): T | undefined {
    const value = this.optional(field, rule);
    return value === null ? this.#missing(field) : value;
  }

  /** The value of a cell that may be blank; null when it is, undefined when it is wrong. */
  optional<T>(field: F, rule: CellRule<T>): T | null | undefined {
    const text = this.#row.text(field);
    return text === '' ? null : this.#judge(field, text, rule);
  }

  /** `required`, with the repairs of this kind of cell. */
  requiredCell<T>(field: F, kind: CellKind<T>): T | undefined {
    const value = this.optionalCell(field, kind);
    return value === null ? this.#missing(field) : value;
  }

  /** `optional`, with the repairs of this kind of cell. */
  optionalCell<T>(field: F, kind: CellKind<T>): T | null | undefined {
    const raw = this.#row.raw(field);
    if (raw === undefined || raw === '') return null;
    const stored = kind.asStored(raw);
    if (stored !== null) return stored;
    const text = this.#repair(field, raw, kind.repairs);
    if (text === undefined || text === '') return text === '' ? null : undefined;
    return kind.asStored(text) ?? this.#judge(field, text, kind.rule);
  }

  isBlank(field: F): boolean {
    const raw = this.#row.raw(field);
    return raw === undefined || raw === '' || cleanBlanks(raw) === '';
  }

  /** The text of a cell, cleaned; null when blank. A text that lost letters or is longer than `limit` is refused. */
  text(field: F, limit: number = LONGEST_TEXT): string | null {
    const raw = this.#row.raw(field);
    if (raw === undefined || raw === '') return null;
    return isPlainText(raw, limit) ? raw : this.#unusualText(field, raw, limit);
  }

  /** The text of a cell that must be filled. */
  requiredText(field: F, limit: number = LONGEST_TEXT): string | undefined {
    return this.text(field, limit) ?? this.#missing(field);
  }

  refuse(field: F, found: Problem): void {
    this.#errors ??= [];
    this.#errors.push({ ...found, where: this.#row.place(field) });
  }

  warn(field: F, found: Problem): void {
    this.#warnings ??= [];
    this.#warnings.push({ ...found, where: this.#row.place(field) });
  }

  /** The row, unless a cell was refused. Its repairs count now: those of a row that is not used are no repairs. */
  accept<T>(value: T): RowReading<T> {
    if (this.#errors) return this.refusal();
    if (this.#repaired)
      for (const { code, field, cell } of this.#repaired) this.#conditions?.repairs.note(code, field, cell);
    return { ok: true, value, warnings: this.#warnings ?? none };
  }

  /** Everything found in the row, warnings too. */
  refusal(): Extract<RowReading<never>, { ok: false }> {
    return { ok: false, problems: [...(this.#errors ?? none), ...(this.#warnings ?? none)] };
  }

  #unusualText(field: F, raw: string, limit: number): string | null {
    const text = this.#repair(field, raw, textRepairs);
    if (text !== undefined && text !== '') this.#judge(field, text, clean => readText(clean, limit));
    // What was refused is not missing as well.
    return (text ?? raw) || null;
  }

  #missing(field: F): undefined {
    this.refuse(field, problem('cell-missing', { field }));
    return undefined;
  }

  #judge<T>(field: F, text: string, rule: CellRule<T>): T | undefined {
    const reading = rule(text);
    if (!reading.ok) {
      this.refuse(field, reading.problem);
      return undefined;
    }
    if (reading.warnings) for (const odd of reading.warnings) this.warn(field, odd);
    return reading.value;
  }

  /** The cell as the rule shall see it, `''` for a blank one; undefined when it is refused without asking the rule. */
  #repair(field: F, raw: string, repairs: readonly CellRepair[]): string | undefined {
    let text = raw;
    const trimmed = raw.trim();
    if (!isTidy(trimmed)) {
      if (cleanBlanks(trimmed) === '') return '';
      const characters = controlCharacters(raw);
      if (characters !== null) {
        this.refuse(field, problem('control-characters', { characters }));
        return undefined;
      }
      // To compose letters loses nothing and is no repair.
      text = raw.normalize('NFC');
    }
    text = this.#mend(field, text, blanksRemoved);
    for (const repair of repairs) text = this.#mend(field, text, repair);
    return text;
  }

  #mend(field: F, from: string, { code, mend }: CellRepair): string {
    const to = mend(from);
    if (to === from) return from;
    if (this.#conditions?.repair === false) {
      // The rules of the numbers themselves tell zeros that were lost.
      if (code === 'zeros-restored') return from;
      this.refuse(field, problem('repair-refused', { repair: code, from, to }));
    } else if (this.#conditions !== null) {
      const { line, record } = this.#row;
      this.#repaired ??= [];
      this.#repaired.push({ code, field, cell: { line, record, from, to } });
    }
    return to;
  }
}

/** Plain text as it is stored: composed letters, single blanks, nothing invisible, no look-alikes in Cyrillic words. */
export function cleanText(text: string): string {
  return foldLookAlikes(cleanBlanks(text));
}
