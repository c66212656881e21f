/** A cell of a workbook that holds no value: its text in the record is only what is shown about it. */
export interface CellFault {
  /** place of the cell in its record, from 0 */
  readonly column: number;
  /** `error`: `#N/A` and its like; `uncalculated`: a formula whose result is not in the file */
  readonly kind: 'error' | 'uncalculated';
  /** the error, or the formula with its `=` */
  readonly text: string;
}
