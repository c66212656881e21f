import type { Encoding } from '../domain/encoding-problems.ts';
import type { Delimiter } from './delimiter.ts';

export type LineEnd = '\r\n' | '\n' | '\r';

/** How a table is written, so that some of its rows can be written in the same way. */
export interface TableForm {
  readonly encoding: Encoding;
  /** a byte order mark stands before the text */
  readonly bom: boolean;
  readonly delimiter: Delimiter;
  /** the first line is `sep=;`, which tells Excel the delimiter */
  readonly sep: boolean;
  /** the first one seen; files joined by hand have several */
  readonly lineEnd: LineEnd;
  /** the sheet that was read; null for a text */
  readonly sheet: string | null;
}

/** How the rows of a workbook are best written as a text: as Excel writes and opens it in this country. */
export const workbookForm: Omit<TableForm, 'sheet'> = {
  encoding: 'utf-8',
  bom: true,
  delimiter: ';',
  sep: false,
  lineEnd: '\r\n',
};
