import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

/** Айнымалымен де беруге болатын параметрлер. */
const variables: Readonly<Record<string, string>> = { '--as': 'QABYL_AS', '--year': 'QABYL_YEAR' };

/** Команда және баптаулар. */
export const usage = {
  'flag-missing': ({ flag }) => ({
    message: `${flag} көрсетілмеген.`,
    fix: variables[flag]
      ? `${flag} мәнін көрсетіңіз немесе ${variables[flag]} айнымалысын орнатыңыз; команда терминалда іске қосылса, бағдарлама өзі сұрайды.`
      : `${flag} мәнін көрсетіңіз немесе команданы терминалда іске қосыңыз: сонда бағдарлама өзі сұрайды.`,
  }),
  'flag-invalid': a =>
    a.flag === ''
      ? { message: `Команда жолын оқу мүмкін болмады: ${a.value}.`, fix: 'Анықтама: qabyl help' }
      : {
          message:
            a.value.trim() === ''
              ? `${a.flag} параметрінің мәні бос.`
              : `«${a.value}» мәні ${a.flag} үшін жарамсыз.`,
          fix:
            a.allowed !== ''
              ? `Мысалы, былай жазыңыз: ${a.allowed}.`
              : a.value.trim() === ''
                ? `Мәнін жазыңыз немесе ${a.flag} параметрін алып тастаңыз.`
                : 'Анықтама: qabyl help',
        },
  'flags-conflict': a => ({
    message: `${a.one} және ${a.other} параметрлері бірге қолданылмайды.`,
    fix: `${a.one} немесе ${a.other} параметрін алып тастаңыз.`,
  }),
  'flag-needs': a => ({
    message: `${a.flag} параметрі ${a.needs} параметрінсіз қолданылмайды.`,
    fix: `${a.needs} параметрін қосыңыз немесе ${a.flag} параметрін алып тастаңыз.`,
  }),
  'answers-are-csv': (a, run) => ({
    message:
      'Кестенің жауаптары — CSV, олар стандартты шығысқа жазылады; --json қай жауаптан нешеу екенін айтады.',
    fix: `Жауаптарды файлға жазыңыз: ${run.own(a.command)}`,
  }),
  'command-unknown': a => ({
    message: `«${a.name}» деген команда жоқ.`,
    fix: nearestOr(a.nearest, 'Командалар тізімі: qabyl help'),
  }),
  'option-unknown': a => ({
    message: `Бұл командада «${a.name}» деген параметр жоқ.`,
    fix: nearestOr(a.nearest, 'Команданың параметрлерін көру үшін оған --help қосыңыз.'),
  }),
  'option-argument-missing': a => ({
    message: `${a.name} параметрінің мәні көрсетілмеген.`,
    fix: 'Мәнді параметрден кейін жазыңыз.',
  }),
  'argument-missing': a => ({
    message: `${a.name} көрсетілмеген.`,
    fix: `Командаға ${a.name} мәнін қосыңыз; оның орнын --help көрсетеді.`,
  }),
  'stdin-is-keyboard': () => ({
    message:
      '«-» стандартты кірісті білдіреді, бірақ ол қазір — пернетақта: кіріске ешқандай дерек берілмеген.',
    fix: '«-» орнына файлды көрсетіңіз немесе командаға < ФАЙЛ деп қосыңыз.',
  }),
  'arguments-too-many': a => ({
    message: a.command === '' ? 'Командада артық сөздер бар.' : `${a.command} командасында артық сөздер бар.`,
    fix: 'Бос орны бар мәнді тырнақшаға алыңыз.',
  }),
  'config-unreadable': a => ({
    message: `«${a.file}» баптау файлын оқу мүмкін болмады: ${a.reason}.`,
    fix: 'Файлды түзетіңіз немесе онсыз жұмыс істеу үшін басқа жерге көшіріңіз.',
  }),
  'output-in-use': a => ({
    message: `«${a.file}» — дерекқор немесе осы команда оқитын файл: оның үстіне ештеңе жазылған жоқ.`,
    fix: 'Жазу үшін басқа файлды көрсетіңіз.',
  }),
  'password-in-flag': a => ({
    message: `${a.target} мекенжайының құпиясөзі команда жолында тұр, оны осы компьютердің басқа пайдаланушылары көре алады: команда орындалмады.`,
    fix: 'Оны ол жерден алып тастаңыз, біреу көріп қалуы мүмкін болса, ауыстырыңыз. Құпиясөзді ~/.pgpass файлына немесе PGPASSFILE айнымалысында көрсетілген файлға (chmod 600 ~/.pgpass), не бүкіл мекенжайды баптау файлының профиліне (chmod 600) немесе QABYL_DB айнымалысына жазыңыз, не команданы терминалда орындаңыз: бағдарлама құпиясөзді сұрайды.',
  }),
  'config-open-to-others': a => ({
    message: `«${a.file}» баптау файлында құпиясөз бар, ал оны басқа пайдаланушылар да оқи алады.`,
    fix: `Файлды басқалар оқи алмайтындай етіңіз: chmod 600 "${a.file}"`,
  }),
  'profile-unknown': a => ({
    message: `Баптауларда «${a.name}» деген профиль жоқ.`,
    fix:
      a.known.length === 0
        ? '--profile параметрін алып тастаңыз.'
        : `Мына профильдердің бірін жазыңыз: ${a.known.join(', ')}.`,
  }),
  'target-malformed': a => ({
    message: `«${a.value}» мәні дерекқорды білдірмейді.`,
    fix: '--db FILE, --db sqlite:FILE немесе --db postgres://USER@HOST/NAME деп жазыңыз.',
  }),
  'language-unknown': a => ({
    message: `Бағдарламада «${a.value}» деген тіл жоқ.`,
    fix: '--lang kk, --lang ru немесе --lang en деп жазыңыз.',
  }),
  'output-unwritable': a => ({
    message: `«${a.file}» файлын жазу мүмкін болмады (${a.reason}).`,
    fix: 'Қалтаның бар екенін және оған жазуға құқығыңыз бар-жоғын тексеріңіз.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
