import { protectCell } from '../domain/spreadsheet-cell.ts';

/** How the cells and rows of a file are set apart. */
export interface CsvShape {
  readonly delimiter: ',' | ';' | '\t';
  readonly lineEnd: '\r\n' | '\n' | '\r';
}

/** RFC 4180. */
const STANDARD: CsvShape = { delimiter: ',', lineEnd: '\r\n' };

/**
 * Rows as CSV: quotes where RFC 4180 wants them, and every cell written so that a spreadsheet keeps it and our own
 * reader takes it back (src/domain/spreadsheet-cell.ts).
 */
export function formatCsv(rows: readonly (readonly string[])[], shape: CsvShape = STANDARD): string {
  return rows.map(row => formatCsvRow(row, shape)).join('');
}

/** One row with its line end. A row of a single blank cell is quoted: a blank line would be no row. */
export function formatCsvRow(row: readonly string[], { delimiter, lineEnd }: CsvShape): string {
  const cells = row.map(text => formatCsvCell(text, delimiter));
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter)}${lineEnd}`;
}

/** One cell. */
export function formatCsvCell(text: string, delimiter: string): string {
  if (text === '') return text;
  const cell = protectCell(text);
  const quoted = cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') || cell.includes('\r');
  return quoted ? `"${cell.replaceAll('"', '""')}"` : cell;
}
