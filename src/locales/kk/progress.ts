import { grouped } from '../plural.ts';
import type { Phase, ProgressWords } from '../progress-words.ts';

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Жолдарды оқу және жазу',
  rereading: 'Қайталанған жолдарды тексеру',
  dismissing: 'Файлда жоқ қызметкерлерді жұмыстан шығару',
  checking: 'Нәтижені тексеру',
  saving: 'Сақтау',
};

const NO_BREAK = '\u00a0';
const number = (n: number) => grouped(n, NO_BREAK);

export const progress: ProgressWords = {
  line({ phase, percent, rows, rate }) {
    const known = [
      ...(percent === null ? [] : [`${percent}${NO_BREAK}%`]),
      ...(rows === null ? [] : [`${number(rows)} жол`]),
      ...(rate === null ? [] : [`секундына ${number(rate)} жол`]),
    ];
    return known.length === 0 ? `${phases[phase]}…` : `${phases[phase]}: ${known.join(', ')}`;
  },
};
