import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { StreetKind } from '../../../domain/territory/street-kinds.ts';
import { kkCount } from '../../plural.ts';
import { acceptFlag } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { nearestOr } from '../nearest.ts';

/** kind бағаны танитын сөздер. */
const streetKindWords: Readonly<Record<StreetKind, string>> = {
  street: 'көшесі',
  avenue: 'даңғылы',
  lane: 'бұрылысы',
  'dead-end': 'тұйығы',
  microdistrict: 'ықшам ауданы',
  'residential-area': 'тұрғын алабы',
  square: 'алаңы',
  boulevard: 'бульвары',
  highway: 'тас жолы',
  passage: 'өткелі',
  quarter: 'орамы',
  village: 'ауылы',
};
const STREET_KINDS = Object.values(streetKindWords).join(', ');
const kinds: Readonly<Record<string, string>> = { department: 'білім бөлімі', school: 'мектеп' };

/** Өзгеріске кедергі болатын жайттар. */
export const objections = {
  'bin-taken': a => ({
    message: `${a.bin} БСН-і бұрыннан ${a.org} ұйымына тиесілі.`,
    fix: 'Екі ұйымның да БСН-ін тексеріңіз.',
  }),
  'code-malformed': a => ({
    message: `«${a.code}» ұйым коды бола алмайды.`,
    fix: 'Кіші латын әріптерін, цифрларды және дефисті қолданыңыз, мысалы, school-3; он екі цифрдан ғана тұратын мән — БСН.',
  }),
  'org-code-twice': a => ({
    message: `${a.code} коды бұған дейін ${a.line}-жолда көрсетілген.`,
    fix: 'Жолдардың бірін қалдырыңыз немесе ұйымдардың біріне басқа код беріңіз.',
  }),
  'parent-unknown': a => ({
    message: `${a.code} ұйымы үшін көрсетілген «${a.parent}» деген білім бөлімі жоқ.`,
    fix: nearestOr(a.nearest, 'Білім бөлімін файлға қосыңыз немесе атауын түзетіңіз.'),
  }),
  'parent-not-department': a => ({
    message: `${a.code} ұйымы үшін білім бөлімінің орнына ${a.parent} мектебі көрсетілген.`,
    fix: 'Ұйым бағынатын білім бөлімін көрсетіңіз.',
  }),
  'parent-missing': a => ({
    message: `${a.code} ұйымы бағынатын білім бөлімі көрсетілмеген.`,
    fix: 'department бағанын толтырыңыз.',
  }),
  'parent-rejected': a => ({
    message: `${a.code} ұйымы ${a.parent} ұйымына бағынады, ал оның жолында қате бар.`,
    fix: `Алдымен ${a.parent} ұйымының жолын түзетіңіз.`,
  }),
  'parent-cycle': a => ({
    message: `${a.code} ұйымы өзіне-өзі бағынатын болып шығады.`,
    fix: 'department бағанын түзетіңіз.',
  }),
  'org-kind-fixed': a => ({
    message: `${a.code} ұйымы ${kinds[a.was] ?? a.was} ретінде тіркелген; ұйымның түрін өзгертуге болмайды.`,
    fix: `${a.was} деп жазыңыз немесе жаңа ұйымға басқа код беріңіз.`,
  }),
  'school-holds-streets': (a, run) => ({
    message: `${a.year} оқу жылында ${a.code} мектебіне ${kkCount(a.streets, 'көше')} бекітілген: ${a.streets === 1 ? 'ол' : 'олар'} бекітуден шығарылмайынша, ${
      a.column === 'territory'
        ? 'мектепті аумағы жоқ деп көрсетуге болмайды'
        : 'мектепті басқа білім бөліміне беруге болмайды'
    }.`,
    fix:
      a.streets === 1
        ? `Көшені бекітуден шығарыңыз: ${run.others(a.command)}`
        : `Көшелердің бәрін бекітуден шығарыңыз, мынадан бастаңыз: ${run.others(a.command)}`,
  }),
  'department-kept': (a, run) => ({
    message: `${a.code} ұйымы бұрыннан «${a.name}» деп жазылған, БСН-і — ${a.bin}; init оны өзгертпейді.`,
    fix: `Атауын немесе БСН-ін түзету үшін: ${run.own('qabyl import-orgs FILE')}`,
  }),
  'department-exists': (a, run) => ({
    message: `Дерекқорда бірінші білім бөлімі бұрыннан бар: ${a.code}.`,
    fix: `Дерекқорды жаңарту үшін --code ${a.code} деп жазыңыз; басқа білім бөлімдерін ${run.own('qabyl import-orgs')} қосады, басқа дерекқорды --db көрсетеді.`,
  }),
  'street-name-shared': a => ({
    message: `«${a.alias}» деген басқа атау «${a.other}» көшесін де білдіреді.`,
    fix: 'Тек осы атау жазылған жерде екі көшенің ешқайсысы бекітілмейді: оны осы жерден алып тастаңыз немесе ол жерде атауын толық жазыңыз.',
  }),
  'street-twice': a => ({
    message: `«${a.name}» атауы бұған дейін ${a.line}-жолда көрсетілген.`,
    fix: 'Жолдардың бірін қалдырыңыз; көшенің басқа атауларын aliases бағанына жазыңыз.',
  }),
  'street-key-empty': a => ({
    message: `«${a.name}» деген жазбада көшенің түрі бар, бірақ атауы жоқ.`,
    fix: 'Көшенің атауын жазыңыз.',
  }),
  'street-settlement-assumed': a => ({
    message: `«${a.text}» елді мекенсіз жазылған, «${a.street}» деп қабылданды.`,
    fix: 'Егер бұл басқа көше болса, елді мекенін settlement бағанында көрсетіңіз.',
  }),
  'street-houses-repeated': a => ({
    message: `${a.street}: ${kkCount(a.times, 'жол')} бұрын көрсетілген үйді қайталайды, ондай үйлердің алғашқысы — ${a.house}.`,
    fix: 'Әр үй бір рет есептеледі; егер бұл жаңсақ жазылған болса, түзетіңіз.',
  }),
  'known-houses-endless': a => ({
    message: `«${a.words}» деген жазбаның соңы жоқ, сондықтан көшеде қай үйлер бар екенін білдірмейді.`,
    fix: 'Бар үйлерді тізіп жазыңыз немесе олар белгісіз болса, ұяшықты бос қалдырыңыз.',
  }),
  'known-houses-many': a => ({
    message: `«${a.words}» деген жазбада үй саны ${a.most}-нан асады; бірде-бір көшеде сонша үй болмайды.`,
    fix: 'Аралықтың нөмірлерін түзетіңіз: бар үйлерді жазыңыз.',
  }),
  'street-kind-contradicts': a => ({
    message: `«${a.value}» түрі ${a.names.map(name => `«${name}»`).join(' және ')} ${a.names.length === 1 ? 'атауына' : 'атауларына'} қайшы келеді.`,
    fix: 'Түрін немесе атауларын түзетіңіз, болмаса түрін бос қалдырыңыз: түрі әртүрлі көшелер — әртүрлі көшелер.',
  }),
  'street-kinds-differ': a => ({
    message: `${a.names.map(name => `«${name}»`).join(' және ')} — түрі әртүрлі көшелердің атаулары.`,
    fix: 'Атаулардың бірін түзетіңіз немесе қажетті түрін kind бағанында көрсетіңіз.',
  }),
  'street-kind-unknown': a => ({
    message: `«${a.value}» деген көше түрі жоқ.`,
    fix: `Мына сөздердің бірін жазыңыз: ${STREET_KINDS}; немесе ұяшықты бос қалдырыңыз.`,
  }),
  'houses-taken': a => ({
    message: `${a.street} бойынша мына үйлер ${a.school} мектебіне бекітілген: ${houses.print(a.houses)}.`,
    fix: `Бұл үйлерді тізімнен алып тастаңыз, оларды ${a.school} мектебінен алу үшін --move қосыңыз немесе үйлерге екі мектеп те әдейі қызмет көрсетсе, --share "СЕБЕП" қосыңыз.`,
  }),
  'houses-not-bound': (a, run) => ({
    message: `${a.street} бойынша мына үйлер ${a.school} мектебіне бекітілмеген: ${houses.print(a.houses)}.`,
    fix: `Бекітілген үйлерді көру: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'street-not-bound': (a, run) => ({
    message: `${a.street} ${a.school} мектебіне бекітілмеген.`,
    fix: `Бекітілген көшелерді көру: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'rows-overlap': a => ({
    message: `${a.street} бойынша осы үйлер ${a.line}-жолда ${a.school} мектебіне берілген: ${houses.print(a.houses)}.`,
    fix: 'Бұл үйлерді екі жолдың біреуінде ғана қалдырыңыз немесе сол жолдың share бағанына екі мектептің де неге қызмет көрсететінін жазыңыз.',
  }),
  'rows-repeat': a => ({
    message: `${a.street} бойынша осы үйлер ${a.line}-жолда ${a.school} мектебіне бекітіліп қойған: ${houses.print(a.houses)}.`,
    fix: 'Олар бір рет қана бекітіледі; басқа көше, мектеп немесе үй айтылған болса, жолдардың бірін түзетіңіз.',
  }),
  'share-idle': a => ({
    message: `${a.street} бойынша мына үйлер басқа ешбір мектепке бекітілмеген, сондықтан олар ${a.school} мектебі үшін ортақ емес: ${houses.print(a.houses)}.`,
    fix: `Олар тек ${a.school} мектебіне бекітіледі; екінші мектепке де --share "СЕБЕП" параметрімен бекітіңіз.`,
  }),
  'accept-idle': a => ({
    message: `${a.street} үшін қабылданған «${a.written}» жазылуы қажет болмады: ешнәрсе олай жазылмаған немесе тізім оны бұрыннан біледі.`,
    fix: 'Оның деректердегідей жазылғанын тексеріңіз немесе --accept параметрін алып тастаңыз.',
  }),
  'accept-contradicts': a => ({
    message: `«${a.written}» жазылуы бірден бірнеше көше үшін қабылданған: ${a.streets.join('; ')}.`,
    fix: `Олардың біреуін ғана қалдырыңыз: ${a.streets.map(street => acceptFlag(a.written, street)).join(' немесе ')}.`,
  }),
  'territory-moved-on': (a, run) => ({
    message: `${a.school} мектебінің аумағы ${a.read} нұсқасынан кейін өзгерген.`,
    fix: `Онымен қайта танысыңыз: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'territory-empty': (a, run) => ({
    message: `${a.school} мектебіне бірде-бір көше бекітілмеген, сондықтан растайтын ештеңе жоқ.`,
    fix: `Білім бөлімінің әкімшісінен мына команданы орындауды сұраңыз: ${run.others(`qabyl bind-streets --school ${a.school}`)}`,
  }),
  'settings-twice': a => ({
    message: `${a.school} мектебінің баптаулары бұған дейін ${a.line}-жолда көрсетілген.`,
    fix: 'Дұрыс жолды ғана қалдырыңыз.',
  }),
  'role-not-held': (a, run) => ({
    message: `ЖСН-і ${a.iin} болатын қызметкердің ${a.org} ұйымында ${a.role} рөлі жоқ.`,
    fix: `Кімде қандай рөл бар екенін көру: ${run.own(`qabyl list roles --org ${a.org}`)}`,
  }),
  'last-superadmin': (a, run) => ({
    message: `${a.org} ұйымы суперадминистраторсыз қалады да, рөл беретін ешкім болмайды.`,
    fix: `Алдымен бұл рөлді басқа қызметкерге беріңіз: ${run.own(`qabyl assign-role --org ${a.org} --role superadmin --staff IIN`)}`,
  }),
  'nothing-to-change': a => ({
    message: `${a.command} командасында не өзгертілетіні көрсетілмеген.`,
    fix: `Нені өзгертуге болатынын көру: qabyl help ${a.command}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
