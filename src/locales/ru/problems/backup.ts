import type { BackupProblems } from '../../../domain/backup-problems.ts';
import { ruCount } from '../../plural.ts';
import { operand } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

const damage = {
  'cut-off': 'у неё нет конца',
  altered: 'это уже не то, что было записано',
  miscounted: 'строк не хватает, или есть лишние',
  unusable: 'база данных не принимает её строки',
};

/** Что может случиться с резервной копией и при восстановлении. */
export const backup: Texts<BackupProblems> = {
  'backup-exists': (a, run) => ({
    message: `Файл «${a.file}» уже есть.`,
    fix: `Выберите другое имя или замените этот файл: ${run.own('qabyl backup --yes')} ${operand(a.file)}`,
  }),
  'backup-unwritable': a => ({
    message: `Не удалось записать резервную копию «${a.file}»: ${a.reason}.`,
    fix: 'Выберите папку, в которую вам можно писать, на диске, где хватит места. Недописанного файла не осталось.',
  }),
  'backup-on-terminal': (_, run) => ({
    message: 'Резервная копия не предназначена для терминала: «-» выводит её в стандартный вывод.',
    fix: `Направьте её в файл или другой программе: ${run.own('qabyl backup -')} > qabyl.backup`,
  }),
  'backup-broken-off': (a, run) => ({
    message: `Стандартный вывод принял только часть резервной копии (${a.reason}): то, что дошло, неполно.`,
    fix: `Удалите эту часть и запишите копию туда, где есть место: ${run.own('qabyl backup FILE')}`,
  }),
  'backup-partial': a => ({
    message: `Вашему логину видно не всё, что есть в «${a.target}»: остального в резервной копии не было бы.`,
    fix: 'Выполните команду от имени владельца базы данных: укажите его ключом --db postgres://USER@HOST/NAME.',
  }),
  'backup-damaged': a => ({
    message: `Резервная копия «${a.file}» повреждена: ${damage[a.reason]}${a.line === null ? '' : ` (строка ${a.line})`}. Ничего не записано.`,
    fix: 'Скопируйте её заново оттуда, где она хранится, или возьмите другую копию.',
  }),
  'backup-foreign': (a, run) => ({
    message: `«${a.file}» — не резервная копия qabyl.`,
    fix: `Укажите файл, который создала команда ${run.own('qabyl backup FILE')}. Таблицы сотрудников и улиц импортируются: qabyl help import-staff`,
  }),
  'backup-newer': a => ({
    message: `Резервная копия «${a.file}» (схема ${a.backup}) новее программы (схема ${a.program}).`,
    fix: 'Установите более новую версию qabyl.',
  }),
  'backup-older': (a, run) => ({
    message: `Резервная копия «${a.file}» (схема ${a.backup}) старше программы (схема ${a.program}).`,
    fix: `Восстановите её программой qabyl ${a.made}, затем обновите базу данных этой программой: ${run.others('qabyl init')}`,
  }),
  'backup-needs-name': (_, run) => ({
    message: 'Резервную копию в виде файла базы данных нельзя прочитать из стандартного ввода.',
    fix: `Укажите файл: ${run.own('qabyl restore FILE')}`,
  }),
  'backup-history-broken': a => ({
    message: `В резервной копии «${a.file}» данные и их история не сходятся (${ruCount(a.breaks, 'расхождение', 'расхождения', 'расхождений')}): их изменили в обход программы. Ничего не записано.`,
    fix: 'Возьмите копию, сделанную раньше. Первое расхождение названо ниже.',
  }),
  'restore-target-used': a => ({
    message: `База данных «${a.target}» не пуста, а резервная копия восстанавливается только в пустую.`,
    fix: 'Укажите ключом --db файл, которого ещё нет, или пустую базу данных; эта осталась как была.',
  }),
};
