import type { NumberFormat } from './format-code.ts';
import { numberText } from './number-text.ts';
import { isoCellDate } from './serial-date.ts';
import { unescaped } from './string-item.ts';

/** What all cells of a workbook share. */
export interface CellContext {
  readonly strings: readonly string[];
  /** by the number of a style */
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

/** The words that the reader of yes and no knows. */
const BOOLEANS: Readonly<Record<string, string>> = { '0': 'no', '1': 'yes', false: 'no', true: 'yes' };

/**
 * The value of a cell as the text that a person means.
 * @param type attribute `t` (ECMA-376 part 1, 18.18.11); errors (`e`) and texts in place (`inlineStr`) are not given here
 * @param raw content of `v`
 * Throws for a number of a shared text that the workbook does not have: the file is damaged.
 */
export function cellText(
  type: string,
  raw: string,
  style: string | undefined,
  { strings, formats, date1904 }: CellContext,
): string {
  switch (type) {
    case 's': {
      const text = strings[Number(raw)];
      if (text === undefined) throw new RangeError('a shared text that is not there');
      return text;
    }
    case 'str':
      return unescaped(raw);
    case 'b':
      return BOOLEANS[raw] ?? raw;
    case 'd':
      return isoCellDate(raw);
    default:
      return numberText(raw, (style !== undefined && formats[Number(style)]) || 'number', date1904);
  }
}
