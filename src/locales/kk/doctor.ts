import type { DoctorWords } from '../doctor-words.ts';
import { lists, size as sizeOf, span } from '../doctor-words.ts';
import { grouped, kkCount } from '../plural.ts';

const size = (bytes: number) => sizeOf(bytes, ['байт', 'кБ', 'МБ', 'ГБ', 'ТБ'], ',');
const time = (seconds: number) => span(seconds, ['тәулік', 'сағ', 'мин', 'с']);
const all = (names: readonly string[]) => names.join(', ');
const settings = { db: 'дерекқор', as: 'әрекет етуші', year: 'оқу жылы' };
const origins = {
  flag: 'команда жолынан',
  variable: 'орта айнымалысынан',
  profile: 'профильден',
  file: 'баптау файлынан',
  default: 'әдепкі мән',
};
const secured = {
  verified: 'TLS арқылы, сертификаты тексерілген',
  unverified: 'TLS арқылы, бірақ сертификаты тексерілмеген',
  open: 'TLS қолданылмаған',
};
const apart = (seconds: number) => `${time(seconds)} ${seconds > 0 ? 'озып' : 'қалып'} тұр`;

export const doctor: DoctorWords = {
  settings,
  origins,
  well: (checks, warnings) =>
    warnings === 0
      ? `Бәрі дұрыс: ${kkCount(checks, 'тексеру')}.`
      : `Ақау жоқ: ${kkCount(checks, 'тексеру')}, ${kkCount(warnings, 'ескерту')}.`,
  ill: failing => `Өтпеген тексерулер саны: ${failing}. Біріншісінен бастаңыз.`,
  findings: {
    'program-at-work': a =>
      `qabyl ${a.program} бағдарламасы (схемасы ${a.schema}), Node ${a.node}, ${a.platform}.`,
    'settings-at-work': a => {
      const told = a.settings.map(one => `${settings[one.name]} — ${one.value} (${origins[one.origin]})`);
      const profile = a.profile === null ? [] : [`профиль — ${a.profile}`];
      const file = `баптау файлы — ${a.file}${a.found ? '' : ' (жоқ)'}`;
      return `Қолданылып тұрған баптаулар: ${[...told, ...profile, file].join('; ')}.`;
    },
    'file-opened': a => `${a.target} файлы оқылады (${a.engine}).`,
    'server-answered': a =>
      `Сервер (${a.engine}) ${a.milliseconds} мс ішінде жауап берді, ${secured[a.secure]}.`,
    'server-overheard': a =>
      `Сервер (${a.engine}) ${a.milliseconds} мс ішінде жауап берді, ${secured[a.secure]}: жол бойында деректерді басқалар оқи алады. Сервер мекенжайынан sslmode=${a.secure === 'open' ? 'disable' : 'no-verify'} дегенді алып тастаңыз; өзіңіздің сертификаттау орталығыңызды sslrootcert=/path/ca.pem көрсетеді.`,
    'file-private': a => `${a.file} файлы тек иесіне ашық (рұқсаты ${a.bits}).`,
    'file-open-to-others': a =>
      `Жеке деректер сақталған ${a.path} файлын осы компьютердің басқа пайдаланушылары аша алады (рұқсаты ${a.bits}).`,
    'folder-open-to-others': a =>
      `${a.path} қалтасындағы файлдарды осы компьютердің басқа пайдаланушылары ауыстырып қоя алады (рұқсаты ${a.bits}).`,
    'file-read-only': a => `${a.file} файлын оқуға болады, бірақ оған немесе оның қасына жазуға болмайды.`,
    'file-intact': a => `Файл бүтін: ${size(a.bytes)}, оқу мен жазу бір-бірін күттірмейді.`,
    'file-damaged': a => `Файл бүлінген: ${a.found}. Оны сақтық көшірмеден қалпына келтіріңіз.`,
    'file-too-large': a =>
      `Файл (${size(a.bytes)}) тым үлкен, мұнда түгел оқылмайды; оны qabyl backup толық оқиды.`,
    'file-without-wal': a =>
      `${a.file} файлында алдын ала жазу журналы өшірулі: оқу мен жазу бірін-бірі күттіреді.`,
    'disk-enough': a =>
      `Дерекқордың қасында ${size(a.free)} бос орын бар; жаңарту мен сақтық көшірмеге ең көбі ${size(a.needed)} керек.`,
    'disk-short': a =>
      `Дерекқордың қасында небәрі ${size(a.free)} бос орын бар, ал жаңарту мен сақтық көшірмеге ${size(a.needed)} дейін керек. Алдымен орын босатыңыз.`,
    'disk-full': a => `Диск толған: бос орын — ${size(a.free)}. Бірдеңе жазбас бұрын орын босатыңыз.`,
    'schema-current': a => `Дерекқордың схемасы (${a.version}) бағдарламаға сай.`,
    'schema-pending': a =>
      `Дерекқор (схемасы ${a.version}) бағдарламадан ескірек. Жаңартқанда орындалатыны: ${all(a.pending)}.`,
    'schema-closed': a => `${a.login} логиніне кестелер сақталған ${a.schema} схемасы жабық.`,
    'lock-free': () => 'Дерекқорға қазір ешкім жазып жатқан жоқ.',
    'lock-held': a =>
      `Дерекқорға қазір ${a.holder ?? 'басқа бағдарлама'} жазып жатыр${a.command === null ? '' : `; командасы — ${a.command}`}${a.since === null ? '' : `; басталған уақыты — ${a.since}`}. Команда --wait 60s мерзіміне дейін күте алады.`,
    'clock-right': a =>
      a.seconds === null
        ? 'Соңғы өзгерістің уақыты болашақта емес.'
        : `Компьютер мен сервердің сағаттары сәйкес (айырмасы ${time(a.seconds)}).`,
    'clock-off': a => `Осы компьютердің сағаты сервердің сағатынан ${apart(a.seconds)}: оны түзетіңіз.`,
    'clock-day-off': a =>
      `Осы компьютердің сағаты сервердің сағатынан ${apart(a.seconds)}, сондықтан сервер өзгерістеріңізді қабылдамайды: сағатты түзетіңіз.`,
    'last-change-ahead': a =>
      `Соңғы өзгерістің (№ ${a.change}) уақыты болашақта, ${a.at}: қандай да бір сағат қате жүрген немесе әлі де қате жүріп тұр. Келесі өзгеріске дейін осы компьютердің сағатын тексеріңіз.`,
    'history-whole': a =>
      `Тарих тізбегі бүтін: ${grouped(a.lines, ' ')} жол. Деректердің оған сәйкестігін qabyl verify-history тексереді.`,
    'history-end-whole': a =>
      `Тарихтың соңғы ${grouped(a.lines, ' ')} жолы — үзілмеген тізбек. Бүкіл тарих пен деректерді qabyl verify-history тексереді.`,
    'history-empty': () => 'Тарихта әлі бірде-бір жол жоқ.',
    'owner-sees-all': a =>
      `Тексерілмеді: ${a.login} логині тарихтың өзіне тиесілі бөлігін ғана көреді. Оны кестелердің иесі тексере алады.`,
    'login-owns': a =>
      `${a.login} логині — кестелердің иесі: оған шектеу жоқ, ал кім әрекет ететінін --as көрсетеді.`,
    'login-tied': a =>
      `${a.login} логині ЖСН ${a.iin} қызметкердің атынан әрекет етеді, құқықтары жеткілікті.`,
    'login-lacks': a =>
      `${a.login} логиніне мына құқықтар жетіспейді: ${all(a.lacks)}. Оларды кестелердің иесі бере алады.`,
    'logins-none': () => 'Қызметкерге байланыстырылған логин жоқ.',
    'logins-right': a =>
      `Қызметкерлерге ${kkCount(a.logins, 'логин')} байланыстырылған, құқықтары жеткілікті.`,
    'logins-lack': a => `Қызметкерлердің мына логиндеріне құқық жетіспейді: ${all(a.logins)}.`,
    'logins-exceed': a =>
      `Қызметкерлердің логиндеріне артық құқық берілген: ${all(a.exceeds)}. Ол логиндер: ${all(a.logins)}.`,
    'logins-above': a =>
      `Қызметкерлердің мына логиндеріне бәрі рұқсат етілген, сондықтан оларға шектеу жоқ: ${all(a.logins)}.`,
    'logins-gone': a => `Қызметкерлердің мына логиндері серверде енді жоқ: ${all(a.logins)}.`,
    'logins-idle': a => `Қызметкерлердің мына логиндерімен кіру мүмкін емес: ${all(a.logins)}.`,
    'rows-secured': a => `Жол деңгейіндегі қорғаныс ${kkCount(a.tables, 'кестеде')} қосулы.`,
    'rows-unsecured': a =>
      `Жол деңгейіндегі қорғаныс өзгертілген. ${lists(['өшірілген кестелер', a.tables], ['жойылған саясаттар', a.absent], ['өзгертілген саясаттар', a.altered], ['қосылған саясаттар', a.foreign])}`,
    'guards-whole': a =>
      `Деректер мен тарихтың қорғанысы орнында: триггерлер мен функциялар саны — ${a.guards}.`,
    'guards-broken': a =>
      `Деректер мен тарихтың қорғанысы өзгертілген. ${lists(['жойылғаны', a.absent], ['өшірілгені', a.disabled], ['қайта жазылғаны', a.altered])}`,
    'public-shut-out': a => `${a.schema} схемасында сервердің барлық пайдаланушысына ашық ештеңе жоқ.`,
    'public-let-in': a =>
      `${a.schema} схемасында сервердің барлық пайдаланушысына артық рұқсат берілген: ${[...(a.create ? ['кестелер мен функциялар жасау'] : []), ...a.tables].join(', ')}.`,
    'depends-on': a => `Тексерілмеді: алдымен ${a.check} тексеруінен өту керек.`,
    'could-not-run': a => `Тексерілмеді: ${a.reason}.`,
  },
};
