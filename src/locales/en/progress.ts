import { enForm, grouped } from '../plural.ts';
import type { Phase, ProgressWords } from '../progress-words.ts';

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Reading and writing',
  rereading: 'Checking repeated rows',
  dismissing: 'Dismissing those not in the file',
  checking: 'Checking the result',
  saving: 'Saving',
};

const number = (n: number) => grouped(n, ',');
const count = (n: number) => `${number(n)} ${enForm(n, 'row', 'rows')}`;

export const progress: ProgressWords = {
  line({ phase, percent, rows, rate }) {
    const known = [
      ...(percent === null ? [] : [`${percent}%`]),
      ...(rows === null ? [] : [count(rows)]),
      ...(rate === null ? [] : [`${count(rate)} a second`]),
    ];
    return known.length === 0 ? `${phases[phase]}…` : `${phases[phase]}: ${known.join(', ')}`;
  },
};
