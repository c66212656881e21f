import type { TerritoryProblems } from '../../../domain/territory/problems.ts';
import type { Texts } from '../../text.ts';

const SIDE = { odd: 'нечётные', even: 'чётные', both: 'чётные и нечётные' } as const;
const OF_SIDE = { odd: 'нечётных', even: 'чётных' } as const;
const OF_SIDE_NUMBER = { odd: 'нечётного', even: 'чётного' } as const;

export const territory: Texts<TerritoryProblems> = {
  'houses-unreadable': a => ({
    message: `В списке домов не удаётся прочитать «${a.words}».`,
    fix: 'Перечислите дома и диапазоны через запятую, например: 1-45 нечётные, 2-60 чётные, 12А, 5/10, 4 к1.',
  }),
  'houses-not-houses': a => ({
    message: `«${a.words}» — не номера домов.`,
    fix: 'Укажите номера домов, о которых идёт речь, или уберите эти слова из списка.',
  }),
  'houses-date': a => ({
    message: `«${a.words}» в списке домов — дата: так табличная программа изменяет диапазоны вроде 1-2.`,
    fix: 'Задайте столбцу формат «Текстовый» и введите диапазон заново.',
  }),
  'houses-ambiguous-dashes': a => ({
    message: `В записи «${a.words}» через тире соединены три числа или больше: это может быть и список, и диапазон.`,
    fix: 'Отдельные дома разделите запятыми, а тире оставьте только между первым и последним домом диапазона.',
  }),
  'houses-ambiguous-blank': a => ({
    message: `«${a.words}» — это либо два дома, либо один номер, разорванный пробелом.`,
    fix: 'Поставьте запятую между домами или напишите номер слитно.',
  }),
  'houses-number-impossible': a => ({
    message: `«${a.words}» не может быть номером дома.`,
    fix: 'Укажите число от 1 до 999999 без нуля в начале.',
  }),
  'houses-backwards': a => ({
    message: `Диапазон с ${a.from} по ${a.to} записан в обратном порядке.`,
    fix: `Напишите ${a.to}-${a.from}, если имеется в виду этот диапазон.`,
  }),
  'houses-unclosed': a => ({
    message: `В записи «${a.words}» у кавычки или скобки нет пары.`,
    fix: 'Добавьте недостающую кавычку или скобку либо уберите лишнюю.',
  }),
  'houses-side-missing': a => ({
    message: `В записи «${a.words}» не указана сторона улицы.`,
    fix: sidesToChoose(a.words, a.side),
  }),
  'houses-side-mismatch': a => ({
    message: `«${a.words}» стоит среди ${OF_SIDE[a.side]} домов, но ${OF_SIDE_NUMBER[a.side]} номера в этой записи нет.`,
    fix: 'Исправьте номер или сторону.',
  }),
  'houses-side-overrules': a => ({
    message: `В записи «${a.words}» учтены только дома из числа ${OF_SIDE[a.side]}, хотя ни одного ${OF_SIDE_NUMBER[a.side]} номера в ней нет.`,
    fix: 'Проверьте прочтение; если имелось в виду другое, исправьте сторону или номера.',
  }),
  'houses-side-strays': a => ({
    message: `«${a.words}» стоит в перечне ${OF_SIDE[a.side]} домов, но не все номера в этой записи ${SIDE[a.side]}.`,
    fix: sidesToChoose(a.words, a.instead),
  }),
  'houses-side-contradicts': a => ({
    message: `В записи «${a.words}» сказано и о чётной, и о нечётной стороне, поэтому неясно, какая из них имеется в виду.`,
    fix: 'Оставьте одну сторону, а если нужны обе, назовите их через «и» или разделите: 1-45 (нечётные), 2-60 (чётные).',
  }),
  'houses-swallowed': a => ({
    message: `«${a.words}» уже входит в «${a.within}», поэтому неясно, какие дома имеются в виду.`,
    fix: 'Оставьте что-то одно; исключения пишите в скобках: все (кроме 7, 9).',
  }),
  'houses-except-nothing': a => ({
    message: `«${a.words}» указано как исключение, но среди перечисленных перед ним домов его нет.`,
    fix: 'Напишите исключения в скобках сразу после домов, к которым они относятся: 1-45 нечётные (кроме 7, 9).',
  }),
  'houses-except-many': a => ({
    message: `В списке домов больше ${a.limit} групп исключений; «${a.words}» и далее не прочитано.`,
    fix: 'Соберите исключения в конце списка или перечислите дома без исключений.',
  }),
  'houses-count-differs': a => ({
    message: `По записи «${a.words}» домов ${a.count}, а номеров в ней только ${a.numbers}.`,
    fix: 'Укажите сторону улицы или перечислите дома, которые имеются в виду.',
  }),
  'houses-plot': a => ({
    message: `«${a.words}» — участок, а не номер дома; дом ${a.house} есть в списке и без него.`,
    fix: 'Если у участка есть номер дома, впишите его; если нет, уберите эти слова из списка.',
  }),
  'houses-twice': a => ({
    message: `Дом ${a.house} указан в списке дважды.`,
    fix: 'Уберите повтор или исправьте номер, если имелся в виду другой дом.',
  }),
};

function sidesToChoose(words: string, side: keyof typeof SIDE): string {
  const [both, odd, even] = [SIDE.both, SIDE.odd, SIDE.even].map(name => `«${words} (${name})»`);
  if (side === 'both') return `Напишите ${both}; если имеется в виду одна сторона — ${odd} или ${even}.`;
  return `Напишите ${side === 'odd' ? odd : even}; если имеются в виду обе стороны — ${both}.`;
}
