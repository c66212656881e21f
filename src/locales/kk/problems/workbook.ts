import type { WorkbookProblems } from '../../../domain/workbook-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

const SAVE_AGAIN =
  'Файлды қайта көшіріңіз немесе қайта жүктеп алыңыз; көмектеспесе, Excel бағдарламасында ашып, «Excel кітабы (*.xlsx)» түрінде сақтаңыз.';
const REPAIR_CELL = 'Кестедегі ұяшықты түзетіп, файлды сақтаңыз.';

export const workbook: Texts<WorkbookProblems> = {
  'workbook-damaged': a => ({
    message:
      a.part === null
        ? 'Excel кітабы бүлінген немесе толық сақталмаған.'
        : `Excel кітабы бүлінген: оның «${a.part}» бөлігін оқу мүмкін болмады.`,
    fix: SAVE_AGAIN,
  }),
  'workbook-protected': () => ({
    message: 'Excel кітабы құпиясөзбен қорғалған.',
    fix: 'Оны Excel бағдарламасында ашып, «Файл» → «Мәліметтер» → «Кітапты қорғау» → «Құпиясөзбен шифрлау» тармағын таңдаңыз, құпиясөзді өшіріп, файлды сақтаңыз.',
  }),
  'workbook-binary': () => ({
    message: 'Бұл — екілік пішімдегі Excel кітабы (.xlsb).',
    fix: 'Оны Excel бағдарламасында ашып, «Excel кітабы (*.xlsx)» түрінде сақтаңыз.',
  }),
  'workbook-too-large': a => ({
    message: `Excel кітабы тым үлкен: ${a.size} МБ, ал ${a.limit} МБ-тан артығын оқу мүмкін емес.`,
    fix: 'Парақты «CSV UTF-8 (үтірмен бөлінген)» түрінде сақтап, сол файлды көрсетіңіз.',
  }),
  'sheet-of-text': a => ({
    message: `Бұл — мәтіндік файл (CSV), онда «${a.sheet}» деген парақ жоқ.`,
    fix: '--sheet параметрін алып тастаңыз немесе Excel кітабын (.xlsx) көрсетіңіз.',
  }),
  'flag-of-text': a => ({
    message: `Файл — Excel кітабы, ал ${a.flag} тек мәтіндерге (CSV) арналған.`,
    fix: `Команданы ${a.flag} параметрінсіз орындаңыз.`,
  }),
  'sheet-unknown': a => ({
    message: `Excel кітабында «${a.sheet}» деген парақ жоқ.`,
    fix: nearestOr(a.nearest, `Кітаптың парақтары: ${numbered(a.sheets)}.`),
  }),
  'sheet-not-clear': a => ({
    message: {
      hidden: 'Excel кітабында деректер тек жасырын парақтарда бар.',
      'hidden-fitting':
        'Excel кітабының көрініп тұрған парақтарында қажетті кесте жоқ; қажетті бағандар жасырын парақта бар.',
      several: 'Қажетті бағандар Excel кітабының бірнеше парағында бар.',
      none: 'Excel кітабының бірнеше парағында деректер бар, бірақ қажетті бағандар олардың ешқайсысында жоқ.',
    }[a.reason],
    fix: `Парақты көрсетіңіз: ${a.sheets.map(sheet => `--sheet "${sheet}"`).join(' немесе ')}.`,
  }),
  'cell-error': a => ({
    message: `Ұяшықта мән емес, «${a.value}» қатесі тұр.`,
    fix: REPAIR_CELL,
  }),
  'cell-uncalculated': a => ({
    message: `«${a.formula}» формуласы есептелмеген: файлда оның нәтижесі жоқ.`,
    fix: 'Файлды Excel бағдарламасында ашып, есептеліп болған соң сақтаңыз немесе мәннің өзін жазыңыз.',
  }),
};

function numbered(sheets: readonly string[]): string {
  return sheets.map((sheet, i) => `${i + 1} — «${sheet}»`).join(', ');
}
