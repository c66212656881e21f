import type { Problem } from '../domain/problem.ts';
import { unprotectCell } from '../domain/spreadsheet-cell.ts';
import type { AddressAnswer } from '../domain/territory/address/address-answer.ts';
import { formatHouseNumber } from '../domain/territory/house-number.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { doubtText, nearestOf, sharedReason } from './address-report.ts';
import { type CsvShape, formatCsvRow } from './csv.ts';
import { textOf } from './problem-json.ts';

/** Columns that the answer adds; the same in every language, for programs read them too. */
export const ANSWER_COLUMNS = ['outcome', 'schools', 'street', 'house', 'note'] as const;

/** How the table that was asked about is written. */
interface AskedTable {
  readonly delimiter: CsvShape['delimiter'];
  readonly lineEnd: CsvShape['lineEnd'];
  readonly bom: boolean;
  readonly sheet: string | null;
  readonly header: { readonly headers: readonly string[] };
}

/** The answered table as CSV in UTF-8: the columns that came, and the answer behind them. */
export class AddressSheet {
  readonly #headers: readonly string[];
  readonly #shape: CsvShape;
  readonly #bom: boolean;
  readonly #catalogue: Catalogue;

  constructor({ delimiter, lineEnd, bom, sheet, header }: AskedTable, catalogue: Catalogue) {
    this.#headers = header.headers;
    // A workbook's rows as Excel opens them in this country.
    this.#shape = sheet === null ? { delimiter, lineEnd } : { delimiter: ';', lineEnd: '\r\n' };
    this.#bom = bom || sheet !== null;
    this.#catalogue = catalogue;
  }

  header(): string {
    return (this.#bom ? '\uFEFF' : '') + formatCsvRow([...this.#headers, ...ANSWER_COLUMNS], this.#shape);
  }

  answered(cells: readonly string[], answer: AddressAnswer): string {
    const label = answer.street?.entry.label ?? '';
    if (answer.outcome === 'unknown-street') {
      const near = nearestOf(answer);
      const doubt = doubtText(answer, this.#catalogue);
      const note = near.length === 0 ? doubt : `${doubt} ${this.#catalogue.addresses.nearest(near)}`;
      return this.#row(cells, answer.outcome, '', label, '', note);
    }
    const { outcome, holders, house } = answer;
    const schools =
      holders.length === 1 ? (holders[0]?.school ?? '') : holders.map(one => one.school).join('|');
    return this.#row(
      cells,
      outcome,
      schools,
      label,
      house === null ? '' : formatHouseNumber(house),
      this.#note(answer),
    );
  }

  unread(cells: readonly string[], problem: Problem): string {
    return this.#row(cells, 'unread', '', '', '', textOf(problem, this.#catalogue).message);
  }

  #note(answer: AddressAnswer): string {
    const { addresses } = this.#catalogue;
    const unchecked =
      answer.outcome === 'unknown-street' || answer.unchecked === null
        ? ''
        : addresses.unchecked(answer.unchecked);
    if (answer.outcome !== 'several') return unchecked;
    const reason = sharedReason(answer);
    const why = reason === null ? addresses.overlap : addresses.shared(reason);
    return unchecked === '' ? why : `${why} ${unchecked}`;
  }

  /** A row with cells too many keeps them behind the answer, so that the answer stands in its columns. */
  #row(cells: readonly string[], ...answer: readonly string[]): string {
    const width = this.#headers.length;
    const row: string[] = [];
    for (let at = 0; at < width; at++) row.push(unprotectCell(cells[at] ?? ''));
    row.push(...answer);
    for (let at = width; at < cells.length; at++) if (cells[at] !== '') row.push(cells[at] ?? '');
    return formatCsvRow(row, this.#shape);
  }
}
