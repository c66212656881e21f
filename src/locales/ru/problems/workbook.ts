import type { WorkbookProblems } from '../../../domain/workbook-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

const SAVE_AGAIN =
  'Скопируйте или скачайте файл ещё раз; если не поможет, откройте его в Excel и сохраните как «Книга Excel (*.xlsx)».';
const REPAIR_CELL = 'Исправьте ячейку в таблице и сохраните файл.';

export const workbook: Texts<WorkbookProblems> = {
  'workbook-damaged': a => ({
    message:
      a.part === null
        ? 'Книга Excel повреждена или сохранена не полностью.'
        : `Книга Excel повреждена: не удалось прочитать её часть «${a.part}».`,
    fix: SAVE_AGAIN,
  }),
  'workbook-protected': () => ({
    message: 'Книга Excel защищена паролем.',
    fix: 'Откройте её в Excel, выберите «Файл» → «Сведения» → «Защита книги» → «Зашифровать с использованием пароля», удалите пароль и сохраните файл.',
  }),
  'workbook-binary': () => ({
    message: 'Это двоичная книга Excel (.xlsb).',
    fix: 'Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)».',
  }),
  'workbook-too-large': a => ({
    message: `Книга Excel слишком велика: ${a.size} МБ, а прочитать можно не более ${a.limit} МБ.`,
    fix: 'Сохраните лист как «CSV UTF-8 (разделитель — запятая)» и укажите этот файл.',
  }),
  'sheet-of-text': a => ({
    message: `Это текстовый файл (CSV): листа «${a.sheet}» в нём нет.`,
    fix: 'Уберите ключ --sheet или укажите книгу Excel (.xlsx).',
  }),
  'flag-of-text': a => ({
    message: `Файл — книга Excel, а ${a.flag} относится только к текстам (CSV).`,
    fix: `Уберите ${a.flag}.`,
  }),
  'sheet-unknown': a => ({
    message: `В книге Excel нет листа «${a.sheet}».`,
    fix: nearestOr(a.nearest, `Листы книги: ${numbered(a.sheets)}.`),
  }),
  'sheet-not-clear': a => ({
    message: {
      hidden: 'Данные в книге Excel есть только на скрытых листах.',
      'hidden-fitting':
        'На видимых листах книги Excel нет нужной таблицы; нужные столбцы есть на скрытом листе.',
      several: 'Нужные столбцы есть на нескольких листах книги Excel.',
      none: 'Данные есть на нескольких листах книги Excel, но ни на одном из них нет нужных столбцов.',
    }[a.reason],
    fix: `Укажите лист: ${a.sheets.map(sheet => `--sheet "${sheet}"`).join(' или ')}.`,
  }),
  'cell-error': a => ({
    message: `В ячейке не значение, а ошибка «${a.value}».`,
    fix: REPAIR_CELL,
  }),
  'cell-uncalculated': a => ({
    message: `Формула «${a.formula}» не вычислена: её результата в файле нет.`,
    fix: 'Откройте файл в Excel, дождитесь пересчёта и сохраните файл либо впишите само значение.',
  }),
};

function numbered(sheets: readonly string[]): string {
  return sheets.map((sheet, i) => `${i + 1} — «${sheet}»`).join(', ');
}
