import type { HeaderMap } from './header-meaning.ts';

/** What the command line may say about a table file. Plain data, so that another thread can be told. */
export interface TableOptions {
  readonly map?: HeaderMap;
  /** `;`, `,` or `tab`; found from the header when absent */
  readonly delimiter?: string;
  /** any usual name of one; found from the bytes when absent */
  readonly encoding?: string;
  /** the sheet of a workbook: its name, or its number from 1 */
  readonly sheet?: string;
}
