/** The last column of a sheet is XFD. */
export const MAX_COLUMNS = 16_384;

/**
 * The column of a reference such as `AB12`, from 0; -1 when it names none.
 * Runs for every cell: plain arithmetic, no pattern.
 */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    // Lower case folded to upper.
    const letter = reference.charCodeAt(i) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > MAX_COLUMNS) return -1;
  }
  return column - 1;
}
