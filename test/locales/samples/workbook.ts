import type { WorkbookProblems } from '../../../src/domain/workbook-problems.ts';
import type { Samples } from './samples.ts';

export const workbookSamples: Samples<WorkbookProblems> = {
  'workbook-damaged': [{ part: null }, { part: 'xl/workbook.xml' }],
  'workbook-protected': [{}],
  'workbook-binary': [{}],
  'workbook-too-large': [{ size: 2048, limit: 1024 }],
  'sheet-of-text': [{ sheet: '1' }],
  'flag-of-text': [{ flag: '--encoding' }],
  'sheet-unknown': [
    { sheet: '12', sheets: ['1', '2'], nearest: [] },
    { sheet: '12', sheets: ['1', '2'], nearest: ['1'] },
  ],
  'sheet-not-clear': [
    { sheets: ['1', '2'], reason: 'hidden' },
    { sheets: ['1', '2'], reason: 'hidden-fitting' },
    { sheets: ['1', '2'], reason: 'several' },
    { sheets: ['1', '2'], reason: 'none' },
  ],
  'cell-error': [{ value: '#N/A' }],
  'cell-uncalculated': [{ formula: '=A1' }],
};
