import type { SeasonProblems } from '../../../domain/season/problems.ts';
import type { SeasonCap, SeasonDate } from '../../../domain/season/window.ts';
import type { WholeSetting } from '../../../domain/season/year-settings.ts';
import { ruCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';

const DATES: Readonly<Record<SeasonDate, string>> = {
  opens: 'Дата начала приёма документов',
  closes: 'Дата окончания приёма документов',
  order_from: 'Первый день для приказа о зачислении',
  study_starts: 'Дата начала занятий',
};

const CAPS: Readonly<Record<SeasonCap, string>> = {
  class_size_norm: 'Норма наполняемости класса',
  class_size_max: 'Предельная наполняемость класса',
  inside_per_outside: 'Число детей с закреплённой территории на одного ребёнка извне',
};

const SETTINGS: Readonly<Record<WholeSetting, string>> = {
  total_places: 'Общее количество мест',
  intake: 'Планируемый приём',
  class_size: 'Наполняемость класса',
};

const CLASSES_EXAMPLE = 'Запишите класс-комплекты так: kk general 2x25, ru general 1x25.';
const pupils = (n: number) => ruCount(n, 'ученик', 'ученика', 'учеников');

export const season: Texts<SeasonProblems> = {
  'year-malformed': a => ({
    message: a.value === '' ? 'Учебный год не указан.' : `«${a.value}» не удаётся прочитать как учебный год.`,
    fix: 'Укажите два соседних года через дефис, например 2027-2028.',
  }),
  'year-not-consecutive': a => ({
    message: `Учебный год «${a.value}» заканчивается не в следующем году.`,
    fix: `Укажите ${a.proposal}, если имеется в виду этот год.`,
  }),
  'number-malformed': a => ({
    message: a.value === '' ? 'Число не указано.' : `«${a.value}» — не целое число.`,
    fix: 'Укажите только цифры, без пробелов, запятых и слов.',
  }),
  'number-below': a => ({
    message: `Число ${a.value} слишком мало.`,
    fix: `Укажите целое число не меньше ${a.min}.`,
  }),
  'number-above': a => ({
    message: `Число ${a.value} слишком велико.`,
    fix: `Укажите целое число не больше ${a.max}.`,
  }),
  'yes-no-unknown': a => ({
    message: a.value === '' ? 'Не указано ни «да», ни «нет».' : `«${a.value}» — ни «да», ни «нет».`,
    fix: 'Укажите «да» или «нет».',
  }),
  'season-date-year': a => ({
    message: `${DATES[a.field]} (${a.date}) приходится не на ${a.year} год.`,
    fix: `Укажите дату в ${a.year} году: в нём начинается учебный год.`,
  }),
  'season-closes-first': a => ({
    message: `Приём документов заканчивается ${a.closes}, раньше, чем начинается (${a.opens}).`,
    fix: 'Укажите дату окончания не раньше даты начала.',
  }),
  'season-order-early': a => ({
    message: `Приказ о зачислении разрешён с ${a.order_from}, раньше начала приёма документов (${a.opens}).`,
    fix: 'Укажите для приказа о зачислении более позднюю дату.',
  }),
  'season-order-late': a => ({
    message: `Приказ о зачислении разрешён только с ${a.order_from}, позже начала занятий (${a.study_starts}).`,
    fix: 'Укажите для приказа о зачислении более раннюю дату.',
  }),
  'season-closes-after-study': a => ({
    message: `Приём документов заканчивается ${a.closes}, когда занятия уже начались (${a.study_starts}).`,
    fix: 'Проверьте, действительно ли документы принимают в течение учебного года.',
  }),
  'season-cap': a => ({
    message: `${CAPS[a.field]} — ${a.value}, а должно быть целое число от 1 до ${a.max}.`,
    fix: `Укажите целое число от 1 до ${a.max}.`,
  }),
  'season-norm-above-max': a => ({
    message: `Норма наполняемости класса (${a.norm}) больше предельной наполняемости (${a.max}).`,
    fix: 'Уменьшите норму или увеличьте предел.',
  }),
  'classes-empty': () => ({ message: 'Класс-комплекты не указаны.', fix: CLASSES_EXAMPLE }),
  'classes-malformed': a => ({
    message: `Класс-комплекты «${a.words}» не удаётся прочитать.`,
    fix: CLASSES_EXAMPLE,
  }),
  'classes-language-missing': a => ({
    message: `В записи «${a.words}» не указан язык обучения.`,
    fix: `Добавьте один из языков: ${a.allowed.join(', ')}.`,
  }),
  'classes-type-missing': a => ({
    message: `В записи «${a.words}» не указан вид класса.`,
    fix: `Добавьте один из видов: ${a.allowed.join(', ')}.`,
  }),
  'classes-word-unknown': a => ({
    message: `В записи «${a.words}» слово «${a.word}» лишнее или непонятное.`,
    fix: `Укажите один язык (${a.languages.join(', ')}) и один вид класса (${a.types.join(', ')}).`,
  }),
  'classes-zero': a => ({
    message: `В записи «${a.words}» должны быть хотя бы один класс и один ученик.`,
    fix: 'Укажите целые числа не меньше 1 или уберите эту запись.',
  }),
  'classes-twice': a => ({
    message: `Класс-комплекты «${a.words}» указаны дважды.`,
    fix: `Уберите повтор или запишите ${a.proposal}, если нужны и те и другие.`,
  }),
  'settings-number': a => ({
    message: `${SETTINGS[a.field]} — ${a.value}, а должно быть целое число от 1 до ${a.max}.`,
    fix: `Укажите целое число от 1 до ${a.max}.`,
  }),
  'settings-no-classes': a => ({
    message: `Планируемый приём (${pupils(a.intake)}) не распределён по класс-комплектам.`,
    fix: CLASSES_EXAMPLE,
  }),
  'settings-intake-above-places': a => ({
    message: `Планируемый приём (${a.intake}) больше общего количества мест (${a.total_places}).`,
    fix: 'Уменьшите планируемый приём или исправьте общее количество мест.',
  }),
  'settings-intake-above-capacity': a => ({
    message: `Планируемый приём (${a.intake}) не помещается: ${ruCount(a.sets, 'класс-комплект', 'класс-комплекта', 'класс-комплектов')} при наполняемости ${a.class_size} — это ${ruCount(a.capacity, 'место', 'места', 'мест')}.`,
    fix: 'Добавьте класс-комплекты, увеличьте наполняемость или уменьшите планируемый приём.',
  }),
  'settings-classes-sum': a => ({
    message: `Класс-комплекты «${a.classes}» дают ${ruCount(a.sum, 'место', 'места', 'мест')}, а планируемый приём — ${a.intake}.`,
    fix: `Распределите по классам ровно ${a.intake} или укажите планируемый приём ${a.sum}.`,
  }),
  'settings-size-above-class-size': a => ({
    message: `В записи «${a.classes}» в классе ${pupils(a.size)}, это больше указанной наполняемости (${a.class_size}).`,
    fix: `Укажите в каждом классе не больше ${a.class_size} или увеличьте наполняемость.`,
  }),
  'class-size-above-norm': a => ({
    message: `Наполняемость класса ${a.class_size} больше нормы ${a.norm} (допускается не больше ${a.max}).`,
    fix: `По возможности откройте больше класс-комплектов, чтобы в каждом было не больше ${a.norm}.`,
  }),
  'class-size-above-max': a => ({
    message: `Наполняемость класса ${a.class_size} больше предельной (${a.max}).`,
    fix: `Укажите наполняемость не больше ${a.max} и откройте больше класс-комплектов.`,
  }),
};
