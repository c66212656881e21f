import type { OperationProblems } from '../../../domain/operation-problems.ts';
import { shellWord } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

const doubts = {
  issuer: 'оның сертификатын бұл компьютер білмейтін орталық берген',
  date: 'оның сертификатының мерзімі өтіп кеткен немесе әлі басталмаған',
  name: 'оның сертификаты басқа атқа берілген',
  other: 'оның сертификатын тексеру мүмкін болмады',
} as const;

const remedies = {
  issuer: 'Мекенжайға куәландырушы орталықтың сертификатын қосыңыз: sslrootcert=/path/ca.pem',
  date: 'Осы компьютердің сағатын тексеріңіз немесе сервер иесінен сертификатты жаңартуды сұраңыз',
  name: 'Мекенжайда сервердің сертификатта жазылған атын көрсетіңіз',
  other:
    'Сервер иесінен қай сертификат дұрыс екенін біліңіз немесе оның куәландырушы орталығын қосыңыз: sslrootcert=/path/ca.pem',
} as const;

const ways =
  '~/.pgpass файлына немесе PGPASSFILE айнымалысында көрсетілген файлға (chmod 600 ~/.pgpass; жол HOST:PORT:NAME:USER:PASSWORD түрінде болады)';

/** Серверге кіру. */
export const login = {
  'tls-mode-unknown': a => ({
    message: `Сервер мекенжайындағы «${a.value}» TLS туралы бағдарламаға белгісіз сөз.`,
    fix: 'sslmode=verify-full, sslrootcert=/path/ca.pem қоса жазылған sslmode=verify-ca немесе, жолда ешкім тыңдай алмайтын болса, sslmode=disable деп жазыңыз.',
  }),
  'tls-file-unreadable': a => ({
    message: `«${a.file}» файлы (${a.option}) TLS үшін жарамайды: ${a.reason}.`,
    fix: `PEM түріндегі дұрыс файлды көрсетіңіз: ${a.option}=/path/file.pem`,
  }),
  'tls-not-offered': a => ({
    message: `«${a.target}» сервері TLS қолдамайды: жолда бөгде адамдар бәрін оқып, өзгерте алар еді.`,
    fix: 'Сервер иесінен TLS қосуды сұраңыз. Жолда ешкім тыңдай алмайтын болса, мекенжайға sslmode=disable деп қосыңыз.',
  }),
  'tls-not-verified': a => ({
    message: `«${a.target}» серверінің шынымен «${a.host}» екеніне көз жеткізу мүмкін емес: ${doubts[a.doubt]} (${a.reason}).`,
    fix: `${remedies[a.doubt]}. Желінің қауіпсіз екенін анық білсеңіз, мекенжайға sslmode=disable деп қосыңыз: онда бәрі ашық жіберіледі.`,
  }),
  'password-missing': a => ({
    message: `«${a.target}» сервері құпиясөз сұрайды, ал ол белгісіз («${a.file}» файлында да жоқ).`,
    fix: `Құпиясөзді ${ways} не баптау файлындағы профильдің мекенжайына (chmod 600) жазыңыз немесе команданы терминалда орындаңыз: бағдарлама құпиясөзді сұрайды.`,
  }),
  'password-file-open': a => ({
    message: `«${a.file}» файлындағы «${a.target}» құпиясөзі алынбады: бұл файлды басқа пайдаланушылар да оқи алады.`,
    fix: `Файлды басқалар оқи алмайтындай етіңіз: chmod 600 ${shellWord(a.file)}`,
  }),
  'password-refused': a => ({
    message: `«${a.target}» сервері пайдаланушыны осы құпиясөзбен қабылдамады.`,
    fix: 'Мекенжайдағы пайдаланушы атын және құпиясөзді тексеріңіз: алдымен мекенжай мен PGPASSWORD, содан кейін ғана ~/.pgpass қаралады.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
