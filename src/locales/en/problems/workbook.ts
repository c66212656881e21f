import type { WorkbookProblems } from '../../../domain/workbook-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

const SAVE_AGAIN =
  'Copy or download the file again; if that does not help, open it in Excel and save it as “Excel Workbook (*.xlsx)”.';
const REPAIR_CELL = 'Correct the cell in the spreadsheet and save the file.';

export const workbook: Texts<WorkbookProblems> = {
  'workbook-damaged': a => ({
    message:
      a.part === null
        ? 'The workbook is damaged or incomplete.'
        : `The workbook is damaged: its part “${a.part}” cannot be read.`,
    fix: SAVE_AGAIN,
  }),
  'workbook-protected': () => ({
    message: 'The workbook is protected with a password.',
    fix: 'Open it in Excel, choose “File” → “Info” → “Protect Workbook” → “Encrypt with Password”, clear the password and save.',
  }),
  'workbook-binary': () => ({
    message: 'This is a binary workbook (.xlsb).',
    fix: 'Open it in Excel and save it as “Excel Workbook (*.xlsx)”.',
  }),
  'workbook-too-large': a => ({
    message: `The workbook is too large: ${a.size} MB, where ${a.limit} MB can be read.`,
    fix: 'Save the sheet as “CSV UTF-8 (Comma delimited)” and give that file.',
  }),
  'sheet-of-text': a => ({
    message: `The file is a text (CSV): it has no sheet “${a.sheet}”.`,
    fix: 'Leave out --sheet, or give the workbook (.xlsx).',
  }),
  'flag-of-text': a => ({
    message: `The file is a workbook: ${a.flag} is for texts (CSV) only.`,
    fix: `Leave out ${a.flag}.`,
  }),
  'sheet-unknown': a => ({
    message: `The workbook has no sheet “${a.sheet}”.`,
    fix: nearestOr(a.nearest, `Its sheets: ${numbered(a.sheets)}.`),
  }),
  'sheet-not-clear': a => ({
    message: {
      hidden: 'Only hidden sheets of the workbook hold data.',
      'hidden-fitting':
        'The visible sheets of the workbook have no table of this kind; the columns that are needed are on a hidden sheet.',
      several: 'Several sheets of the workbook have the columns that are needed.',
      none: 'Several sheets of the workbook hold data, but none has the columns that are needed.',
    }[a.reason],
    fix: `Name the sheet: ${a.sheets.map(sheet => `--sheet "${sheet}"`).join(' or ')}.`,
  }),
  'cell-error': a => ({
    message: `The cell holds the error “${a.value}”, not a value.`,
    fix: REPAIR_CELL,
  }),
  'cell-uncalculated': a => ({
    message: `The formula “${a.formula}” has not been calculated: the file does not hold its result.`,
    fix: 'Open the file in Excel, let it calculate, and save it; or write the value itself.',
  }),
};

function numbered(sheets: readonly string[]): string {
  return sheets.map((sheet, i) => `${i + 1} “${sheet}”`).join(', ');
}
