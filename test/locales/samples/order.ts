import type { OrderProblems } from '../../../src/domain/territory/order/problems.ts';
import type { Samples } from './samples.ts';

export const orderSamples: Samples<OrderProblems> = {
  'order-without-streets': [{}],
  'order-without-school': [{ words: 'ул. Абая 1-15' }],
  'order-is-table': [{ command: 'qabyl bind-streets --file orders.csv' }],
  'order-is-foreign': [
    { format: 'word' },
    { format: 'old-office' },
    { format: 'pdf' },
    { format: 'rtf' },
    { format: 'html' },
    { format: 'odt' },
    { format: 'ods' },
    { format: 'archive' },
    { format: 'image' },
    { format: 'damaged' },
    { format: 'other' },
  ],
  'order-too-long': [{ limit: 16 }],
  'order-table-columns': [{}],
  'order-words-unread': [{ words: 'Ромашка' }],
  'order-houses-without-street': [{ words: '1-15' }],
  'order-split-unclear': [
    { words: '18, 18А, 17 микрорайон', candidates: [] },
    { words: 'Самал 2', candidates: ['Самал: 2', 'Самал 2'] },
  ],
  'order-unclosed': [{ words: 'ул. Абая 1-15 (кроме 7' }],
  'order-heading-unclear': [{ words: 'Школа № 3 ул. Абая' }],
  'order-school-unclear': [
    { text: 'Школы № 2, 3', rest: '3', candidates: ['school-2', 'school-3'] },
    { text: 'Вечерняя школа № 2', rest: 'Вечерняя', candidates: ['school-2'] },
    { text: 'Школы № 77, 78', rest: '78', candidates: [] },
  ],
  'order-school-unsure': [
    { words: 'Колледж № 4', line: 12, lines: 0 },
    { words: 'Колледж № 4', line: 12, lines: 1 },
    { words: 'Колледж № 4', line: 12, lines: 5 },
  ],
  'order-school-unknown': [
    { text: 'Школа № 77', nearest: [], lines: 0 },
    { text: 'Школа № 77', nearest: ['school-7'], lines: 1 },
    { text: 'Школа № 77', nearest: ['school-7', 'school-8'], lines: 12 },
  ],
  'order-school-meant': [{ text: 'МОУ СОШ № 46', school: 'school-1' }],
  'order-row-held': [{}],
  'order-street-incomplete': [{ street: 'Абай көшесі', line: 12 }],
  'order-preamble': [
    { from: 1, to: 1 },
    { from: 1, to: 5 },
  ],
  'order-adds': [{ words: 'Дополнить территорию школы № 2 улицами:' }],
  'order-closing': [{ words: '2. Контроль за исполнением приказа оставляю за собой.' }],
};
