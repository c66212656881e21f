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

/** Answers that are remembered as text: what one street's neighbours are told differs in the house alone. */
const MOST_REMEMBERED = 50_000;

/** The answered table as CSV in UTF-8: the columns that came, and the answer behind them. */
export class AddressSheet {
  readonly #headers: readonly string[];
  readonly #shape: CsvShape;
  readonly #bom: boolean;
  readonly #catalogue: Catalogue;
  readonly #schools: SchoolFacts;
  /** of answers with one school, by whether the settlement decided */
  readonly #known = [new Map<Holder, Around>(), new Map<Holder, Around>()] as const;

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
    const [before, behind] = this.#written('unread', [], '', '', '', note);
    return this.#row(cells, before + behind);
  }

  #around(answer: AddressAnswer): Around {
    if (answer.outcome !== 'one' || answer.unchecked !== null) return this.#read(answer);
    const [holder] = answer.holders;
    if (holder === undefined || answer.house === null) return this.#read(answer);
    const known = this.#known[answer.settled ? 1 : 0];
    let around = known.get(holder);
    if (around === undefined) {
      around = this.#read(answer);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(holder, around);
    }
    return around;
  }

  #read(answer: AddressAnswer): Around {
    const { addresses } = this.#catalogue;
    const { outcome, street } = answer;
    const label = street?.entry.label ?? '';
    const free = (this.#schools.freeChoice.get(street?.entry.department ?? '') ?? []).join('|');
    if (answer.outcome === 'unknown-street') {
      const near = nearestOf(answer);
      const doubt = doubtText(answer, this.#catalogue);
      const note = near.length === 0 ? doubt : `${doubt} ${addresses.nearest(near)}`;
      return this.#written(outcome, [], label, '', free, note);
    }
    const { holders, unchecked } = answer;
    const why = holders.map(holder => because(answer, holder, this.#catalogue).join(' ')).join(' | ');
    const note = unchecked === null ? '' : addresses.unchecked(unchecked);
    return this.#written(outcome, holders, label, why, free, note);
  }

  #written(
    outcome: string,
    holders: readonly Holder[],
    street: string,
    why: string,
    free: string,
    note: string,
  ): Around {
    const seasons = holders.map(({ school }) => this.#schools.seasons.get(school));
    const each = (show: (season: SchoolSeason) => string) =>
      seasons.map(season => (season === undefined ? '' : show(season))).join('|');
    const before = [
      ...[outcome, holders.map(({ school }) => school).join('|')],
      ...[
        each(one => (one.canApply ? 'yes' : 'no')),
        each(one => one.opens),
        each(one => one.closes),
        street,
      ],
    ];
    const { delimiter } = this.#shape;
    const join = (texts: readonly string[]) => texts.map(text => this.#cell(text)).join(delimiter);
    return [join(before) + delimiter, delimiter + join([why, free, note])];
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
