import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

/** Ключи, которые может заменить переменная. */
const variables: Readonly<Record<string, string>> = { '--as': 'QABYL_AS', '--year': 'QABYL_YEAR' };

/** Команда и настройки. */
export const usage = {
  'flag-missing': ({ flag }) => ({
    message: `Не указано: ${flag}.`,
    fix: variables[flag]
      ? `Добавьте ${flag} или задайте переменную ${variables[flag]}; можно также запустить команду в терминале, и она спросит сама.`
      : `Добавьте ${flag} или запустите команду в терминале, и она спросит сама.`,
  }),
  'flag-invalid': a =>
    a.flag === ''
      ? { message: `Командная строка не читается: ${a.value}.`, fix: 'Справка: qabyl help' }
      : {
          message:
            a.value.trim() === ''
              ? `Значение ключа ${a.flag} пустое.`
              : `Значение «${a.value}» не подходит для ${a.flag}.`,
          fix:
            a.allowed !== ''
              ? `Напишите, например: ${a.allowed}.`
              : a.value.trim() === ''
                ? `Укажите значение или уберите ${a.flag}.`
                : 'Справка: qabyl help',
        },
  'flags-conflict': a => ({
    message: `Ключи ${a.one} и ${a.other} нельзя указывать вместе.`,
    fix: `Уберите ${a.one} или ${a.other}.`,
  }),
  'flag-needs': a => ({
    message: `Ключ ${a.flag} не имеет смысла без ${a.needs}.`,
    fix: `Добавьте ${a.needs} или уберите ${a.flag}.`,
  }),
  'answers-are-csv': (a, run) => ({
    message:
      'Ответы на таблицу — это CSV, и они занимают стандартный вывод; --json сообщает, сколько каких ответов.',
    fix: `Запишите ответы в файл: ${run.own(a.command)}`,
  }),
  'command-unknown': a => ({
    message: `Команды «${a.name}» нет.`,
    fix: nearestOr(a.nearest, 'Список команд: qabyl help'),
  }),
  'option-unknown': a => ({
    message: `У команды нет ключа «${a.name}».`,
    fix: nearestOr(a.nearest, 'Чтобы увидеть ключи команды, добавьте к ней --help.'),
  }),
  'option-argument-missing': a => ({
    message: `У ключа ${a.name} нет значения.`,
    fix: 'Напишите значение после ключа.',
  }),
  'argument-missing': a => ({
    message: `Не указано: ${a.name}.`,
    fix: `Добавьте ${a.name} к команде; где именно, покажет --help.`,
  }),
  'stdin-is-keyboard': () => ({
    message: '«-» означает стандартный ввод, но сейчас это клавиатура: на вход ничего не передано.',
    fix: 'Укажите файл вместо «-» или добавьте к команде < ФАЙЛ.',
  }),
  'arguments-too-many': a => ({
    message: a.command === '' ? 'В командной строке лишние слова.' : `После ${a.command} лишние слова.`,
    fix: 'Значение с пробелами возьмите в кавычки.',
  }),
  'config-unreadable': a => ({
    message: `Файл настроек «${a.file}» не читается: ${a.reason}.`,
    fix: 'Исправьте файл или уберите его, чтобы работать без него.',
  }),
  'output-in-use': a => ({
    message: `«${a.file}» — база данных или файл, который читает эта же команда: поверх него ничего не записано.`,
    fix: 'Укажите для записи другой файл.',
  }),
  'password-in-flag': a => ({
    message: `Пароль к ${a.target} стоит в командной строке, где его видят другие пользователи этого компьютера: команда не выполнена.`,
    fix: 'Уберите его оттуда, а если его могли увидеть — смените. Запишите пароль в ~/.pgpass или в файл из переменной PGPASSFILE (chmod 600 ~/.pgpass), либо весь адрес — в профиль файла настроек (chmod 600) или в переменную QABYL_DB, либо выполните команду в терминале: программа спросит пароль.',
  }),
  'config-open-to-others': a => ({
    message: `В файле настроек «${a.file}» есть пароль, а прочесть файл могут и другие пользователи.`,
    fix: `Закройте файл для других пользователей: chmod 600 "${a.file}"`,
  }),
  'profile-unknown': a => ({
    message: `Профиля «${a.name}» в настройках нет.`,
    fix: a.known.length === 0 ? 'Уберите --profile.' : `Есть профили: ${a.known.join(', ')}.`,
  }),
  'target-malformed': a => ({
    message: `«${a.value}» не указывает на базу данных.`,
    fix: 'Напишите --db FILE, --db sqlite:FILE или --db postgres://USER@HOST/NAME.',
  }),
  'language-unknown': a => ({
    message: `Языка «${a.value}» в программе нет.`,
    fix: 'Напишите --lang kk, --lang ru или --lang en.',
  }),
  'output-unwritable': a => ({
    message: `Файл «${a.file}» не удаётся записать (${a.reason}).`,
    fix: 'Проверьте, что папка существует и у вас есть право записи в неё.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
