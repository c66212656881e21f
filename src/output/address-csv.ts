import type { Problem } from '../domain/problem.ts';
import { unprotectCell } from '../domain/spreadsheet-cell.ts';
import type { AddressAnswer } from '../domain/territory/address/address-answer.ts';
import type { Holder } from '../domain/territory/address/listed-street.ts';
import { formatHouseNumber } from '../domain/territory/house-number.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { because, doubtText, nearestOf } from './address-report.ts';
import { type CsvShape, formatCsvCell, formatCsvRow } from './csv.ts';
import { textOf } from './problem-json.ts';

/** Columns that the answer adds; the same in every language, for programs read them too. Of several schools each has its own, parted by `|`. */
export const ANSWER_COLUMNS = [
  ...['outcome', 'schools', 'can_apply', 'opens', 'closes'],
  ...['street', 'house', 'because', 'free_choice', 'note'],
] as const;

/** Whether and when parents can apply to a school. */
export interface SchoolSeason {
  readonly canApply: boolean;
  readonly opens: string;
  readonly closes: string;
}

/** What is known of the schools beside the addresses. */
export interface SchoolFacts {
  readonly seasons: ReadonlyMap<string, SchoolSeason>;
  /** schools that take free choice, by department; `''` for an address whose street is not known */
  readonly freeChoice: ReadonlyMap<string, readonly string[]>;
}

/** How the table that was asked about is written. */
interface AskedTable {
  readonly delimiter: CsvShape['delimiter'];
  readonly lineEnd: CsvShape['lineEnd'];
  readonly bom: boolean;
  readonly sheet: string | null;
  readonly header: { readonly headers: readonly string[] };
}

/** The cells before the house and behind it. */
type Around = readonly [before: string, behind: string];

/** The answered table as CSV in UTF-8: the columns that came, and the answer behind them. */
export class AddressSheet {
  readonly #headers: readonly string[];
  readonly #shape: CsvShape;
  readonly #bom: boolean;
  readonly #catalogue: Catalogue;
  readonly #schools: SchoolFacts;
  /** what every answer with this one school begins with, by school */
  readonly #begun = new Map<string, string>();
  /** by department */
  readonly #free = new Map<string, string>();

  constructor(
    { delimiter, lineEnd, bom, sheet, header }: AskedTable,
    catalogue: Catalogue,
    schools: SchoolFacts,
  ) {
    this.#headers = header.headers;
    // A workbook's rows as Excel opens them in this country.
    this.#shape = sheet === null ? { delimiter, lineEnd } : { delimiter: ';', lineEnd: '\r\n' };
    this.#bom = bom || sheet !== null;
    this.#catalogue = catalogue;
    this.#schools = schools;
  }

  header(): string {
    return (this.#bom ? '\uFEFF' : '') + formatCsvRow([...this.#headers, ...ANSWER_COLUMNS], this.#shape);
  }

  answered(cells: readonly string[], answer: AddressAnswer): string {
    const house = answer.outcome === 'unknown-street' || answer.house === null ? null : answer.house;
    const written = house === null ? '' : this.#cell(formatHouseNumber(house));
    const [before, behind] = this.#around(answer);
    return this.#row(cells, before + written + behind);
  }

  unread(cells: readonly string[], problem: Problem): string {
    const note = textOf(problem, this.#catalogue).message;
    const [before, behind] = this.#written(this.#begin('unread', []), '', '', '', note);
    return this.#row(cells, before + behind);
  }

  #around(answer: AddressAnswer): Around {
    const { addresses } = this.#catalogue;
    const { outcome, street } = answer;
    const label = street?.entry.label ?? '';
    const free = this.#freeChoice(street?.entry.department ?? '');
    if (answer.outcome === 'unknown-street') {
      const near = nearestOf(answer);
      const doubt = doubtText(answer, this.#catalogue);
      const note = near.length === 0 ? doubt : `${doubt} ${addresses.nearest(near)}`;
      return this.#written(this.#begin(outcome, []), label, '', free, note);
    }
    const { holders, unchecked } = answer;
    const why = holders.map(holder => because(answer, holder, this.#catalogue).join(' ')).join(' | ');
    const note = unchecked === null ? '' : addresses.unchecked(unchecked);
    return this.#written(this.#beginning(outcome, holders), label, why, free, note);
  }

  #beginning(outcome: string, holders: readonly Holder[]): string {
    const [only, more] = holders;
    if (only === undefined || more !== undefined) return this.#begin(outcome, holders);
    let begun = this.#begun.get(only.school);
    if (begun === undefined) {
      begun = this.#begin(outcome, holders);
      this.#begun.set(only.school, begun);
    }
    return begun;
  }

  #begin(outcome: string, holders: readonly Holder[]): string {
    const seasons = holders.map(({ school }) => this.#schools.seasons.get(school));
    const each = (show: (season: SchoolSeason) => string) =>
      seasons.map(season => (season === undefined ? '' : show(season))).join('|');
    const cells = [
      ...[outcome, holders.map(({ school }) => school).join('|')],
      ...[each(one => (one.canApply ? 'yes' : 'no')), each(one => one.opens), each(one => one.closes)],
    ];
    return cells.map(text => this.#cell(text)).join(this.#shape.delimiter);
  }

  #freeChoice(department: string): string {
    let free = this.#free.get(department);
    if (free === undefined) {
      free = this.#cell((this.#schools.freeChoice.get(department) ?? []).join('|'));
      this.#free.set(department, free);
    }
    return free;
  }

  #written(begun: string, street: string, why: string, free: string, note: string): Around {
    const { delimiter } = this.#shape;
    return [
      begun + delimiter + this.#cell(street) + delimiter,
      delimiter + this.#cell(why) + delimiter + free + delimiter + this.#cell(note),
    ];
  }

  #cell(text: string): string {
    return formatCsvCell(text, this.#shape.delimiter);
  }

  /** A row with cells too many keeps them behind the answer, so that the answer stands in its columns. */
  #row(cells: readonly string[], answer: string): string {
    const { delimiter, lineEnd } = this.#shape;
    const width = this.#headers.length;
    let row = '';
    for (let at = 0; at < width; at++) row += this.#cell(unprotectCell(cells[at] ?? '')) + delimiter;
    row += answer;
    for (let at = width; at < cells.length; at++)
      if (cells[at] !== '') row += delimiter + this.#cell(cells[at] ?? '');
    return row + lineEnd;
  }
}
