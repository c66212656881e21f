/**
 * Why a sheet has to be named: `hidden`, only hidden sheets hold data; `hidden-fitting`, only hidden ones have the
 * columns that are needed; `several` or `none`, so many visible ones have them.
 */
export type SheetDoubt = 'hidden' | 'hidden-fitting' | 'several' | 'none';

/** What can be wrong with a workbook (.xlsx), before its records are read and in its cells: code → arguments. */
export interface WorkbookProblems {
  /** `part` of the archive that cannot be read; null when the archive itself cannot */
  'workbook-damaged': { part: string | null };
  'workbook-protected': Record<never, never>;
  /** .xlsb: the same parts in a binary form */
  'workbook-binary': Record<never, never>;
  /** both in megabytes */
  'workbook-too-large': { size: number; limit: number };
  /** a sheet was named for a file that is a text */
  'sheet-of-text': { sheet: string };
  /** `--encoding` or `--delimiter` for a workbook */
  'flag-of-text': { flag: string };
  /** `sheet` as it was given */
  'sheet-unknown': { sheet: string; sheets: readonly string[]; nearest: readonly string[] };
  'sheet-not-clear': { sheets: readonly string[]; reason: SheetDoubt };
  /** `value` as the spreadsheet shows it, such as `#N/A` */
  'cell-error': { value: string };
  /** `formula` begins with `=` */
  'cell-uncalculated': { formula: string };
}
