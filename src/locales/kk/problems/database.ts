import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';

/** Дерекқор және бағдарламаның өзі. */
export const database = {
  'database-missing': (a, run) => ({
    message: `«${a.target}» деген qabyl дерекқоры жоқ.`,
    fix: `Оны ${run.others('qabyl init')} командасымен құрыңыз немесе --db арқылы басқасын көрсетіңіз.`,
  }),
  'database-not-a-database': a => ({
    message: `«${a.target}» — дерекқор емес.`,
    fix: '--db арқылы басқа файлды көрсетіңіз; бұл файл өзгертілген жоқ.',
  }),
  'database-foreign': a => ({
    message: `«${a.target}» дерекқоры басқа бағдарламаға тиесілі: онда кестелер бар, бірақ qabyl кестелері жоқ.`,
    fix: '--db арқылы басқа файлды көрсетіңіз; бұл файл өзгертілген жоқ.',
  }),
  'database-newer': a => ({
    message: `«${a.target}» дерекқоры (схемасы ${a.database}) бағдарламадан (схемасы ${a.program}) жаңарақ.`,
    fix: 'qabyl бағдарламасының жаңарақ нұсқасын орнатыңыз.',
  }),
  'database-older': (a, run) => ({
    message: `«${a.target}» дерекқоры бағдарламадан ескірек.`,
    fix: `Дерекқордың көшірмесін жасап, оны ${run.others('qabyl init')} командасымен жаңартыңыз.`,
  }),
  'database-unreachable': a => ({
    message: `«${a.target}» дерекқорымен байланыс жоқ: ${a.reason}.`,
    fix: 'Мекенжайды, құпиясөзді және желіні тексеріп, команданы қайталаңыз.',
  }),
  'database-read-only': a => ({
    message: `«${a.target}» дерекқорын тек оқуға болады.`,
    fix: 'Жазу құқығын сұраңыз немесе --db арқылы басқа дерекқорды көрсетіңіз.',
  }),
  'database-locked': a => ({
    message:
      a.holder === null
        ? `«${a.target}» дерекқорына қазір басқа бағдарлама жазып жатыр.`
        : `«${a.target}» дерекқорына қазір ${a.holder} жазып жатыр${a.command === null ? '' : `; командасы — ${a.command}`}${a.since === null ? '' : `; басталған уақыты — ${a.since}`}.`,
    fix: 'Кейінірек қайталаңыз немесе ұзағырақ күтіңіз: --wait 60s',
  }),
  'database-encoding': a => ({
    message: `«${a.target}» файлында мәтіндер ${a.encoding} түрінде сақталған, ал qabyl оларды UTF-8 түрінде сақтайды.`,
    fix: '--db арқылы басқа файлды не әлі жоқ файлды көрсетіп, qabyl init пәрменін орындаңыз.',
  }),
  'database-refused': a => ({
    message: `«${a.target}» дерекқоры әрекетті қабылдамады: ${a.reason}.`,
    fix: 'Дерекқорды пайдалану құқығыңызды және дискідегі бос орынды тексеріңіз.',
  }),
  interrupted: (a, run) => ({
    message: a.written ? 'Өзгеріс жазылғаннан кейін үзілді.' : 'Үзілді: ештеңе жазылған жоқ.',
    fix: a.written ? `Не жазылғанын көру: ${run.own('qabyl history')}` : null,
  }),
  fault: a => ({
    message: `Бағдарлама қатесі: ${a.reason}.`,
    fix:
      a.details === null
        ? 'Әзірлеушілерге хабарлап, енгізілген команданы қоса жіберіңіз; толық мәліметті файлға жазу мүмкін болмады.'
        : `Әзірлеушілерге хабарлап, мына файлды қоса жіберіңіз: ${a.details}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
