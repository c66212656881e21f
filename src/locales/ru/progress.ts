import { grouped, ruForm } from '../plural.ts';
import type { Phase, ProgressWords } from '../progress-words.ts';

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Чтение и запись',
  rereading: 'Проверка повторяющихся строк',
  dismissing: 'Увольнение тех, кого нет в файле',
  checking: 'Проверка результата',
  saving: 'Сохранение',
};

const NO_BREAK = '\u00a0';
const number = (n: number) => grouped(n, NO_BREAK);
const count = (n: number) => `${number(n)} ${ruForm(n, 'строка', 'строки', 'строк')}`;

export const progress: ProgressWords = {
  line({ phase, percent, rows, rate }) {
    const known = [
      ...(percent === null ? [] : [`${percent}${NO_BREAK}%`]),
      ...(rows === null ? [] : [count(rows)]),
      ...(rate === null ? [] : [`${count(rate)} в секунду`]),
    ];
    return known.length === 0 ? `${phases[phase]}…` : `${phases[phase]}: ${known.join(', ')}`;
  },
};
