import type { DoubtfulReading } from '../domain/problem.ts';
import { isProtected, unprotectCell } from '../domain/spreadsheet-cell.ts';
import { dropNumberApostrophe } from '../domain/text/apostrophe.ts';
import { cleanBlanks } from '../domain/text/blanks.ts';
import { foldLookAlikes } from '../domain/text/look-alikes.ts';
import type { RepairCode } from '../domain/text/repair.ts';

/** A rule of the domain that reads one cell; some values come with warnings. */
export type CellRule<T> = (text: string) => DoubtfulReading<T>;

/** Something that is put right before the rule sees the cell; a text that needs it not comes back as it is. */
export interface CellRepair {
  readonly code: RepairCode;
  readonly mend: (text: string) => string;
}

/** How one kind of cell is read: nearly every cell is written as it is stored, the others are repaired and judged. */
export interface CellKind<T> {
  /** The value of a cell that the rule would give back unchanged, without a warning; null says: look closer. */
  readonly asStored: (text: string) => T | null;
  /** in this order; blanks are removed from every cell before */
  readonly repairs: readonly CellRepair[];
  readonly rule: CellRule<T>;
}

export const blanksRemoved: CellRepair = { code: 'blanks-removed', mend: cleanBlanks };
export const lookAlikesReplaced: CellRepair = { code: 'look-alikes-replaced', mend: foldLookAlikes };
/** Before an IIN, a BIN and a telephone number: it made the spreadsheet keep all digits. */
export const numberApostropheRemoved: CellRepair = {
  code: 'apostrophe-removed',
  mend: dropNumberApostrophe,
};
/** Before what a spreadsheet would spoil: our own CSV puts it there. */
export const apostropheRemoved: CellRepair = {
  code: 'apostrophe-removed',
  // Blanks behind the apostrophe stand in front once it is gone.
  mend: text => (isProtected(text) ? cleanBlanks(unprotectCell(text)) : text),
};
