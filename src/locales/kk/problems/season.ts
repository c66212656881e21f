import type { SeasonProblems } from '../../../domain/season/problems.ts';
import type { SeasonCap, SeasonDate } from '../../../domain/season/window.ts';
import type { WholeSetting } from '../../../domain/season/year-settings.ts';
import { kkCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';

const DATES: Readonly<Record<SeasonDate, string>> = {
  opens: 'Құжат қабылдаудың басталу күні',
  closes: 'Құжат қабылдаудың аяқталу күні',
  order_from: 'Қабылдау туралы бұйрыққа қол қоюдың алғашқы күні',
  study_starts: 'Оқудың басталу күні',
};

const CAPS: Readonly<Record<SeasonCap, string>> = {
  class_size_norm: 'Сыныптағы оқушылар санының нормасы',
  class_size_max: 'Сыныптағы оқушылардың шекті саны',
  inside_per_outside: 'Сырттан келген бір балаға шаққанда бекітілген аумақтан қабылданатын балалар саны',
};

const SETTINGS: Readonly<Record<WholeSetting, string>> = {
  total_places: 'Орындардың жалпы саны',
  intake: 'Қабылданатын оқушылар саны',
  class_size: 'Сыныптағы оқушылар саны',
};

const CLASSES_EXAMPLE = 'Сынып-жинақтарды былай жазыңыз: kk general 2x25, ru general 1x25.';
const wholeUpTo = (max: number) => `1 мен ${max} аралығындағы бүтін санды жазыңыз.`;

export const season: Texts<SeasonProblems> = {
  'year-malformed': a => ({
    message: a.value === '' ? 'Оқу жылы көрсетілмеген.' : `«${a.value}» оқу жылы ретінде оқылмайды.`,
    fix: 'Қатар келген екі жылды дефис арқылы жазыңыз, мысалы, 2027-2028.',
  }),
  'year-not-consecutive': a => ({
    message: `«${a.value}» оқу жылы келесі жылы аяқталмайды.`,
    fix: `Осы жыл керек болса, ${a.proposal} деп жазыңыз.`,
  }),
  'number-malformed': a => ({
    message: a.value === '' ? 'Сан көрсетілмеген.' : `«${a.value}» — бүтін сан емес.`,
    fix: 'Тек цифрларды жазыңыз: бос орынсыз, үтірсіз және сөзсіз.',
  }),
  'number-below': a => ({
    message: `${a.value} — тым кіші сан.`,
    fix: `Кемінде ${a.min} болатын бүтін сан жазыңыз.`,
  }),
  'number-above': a => ({
    message: `${a.value} — тым үлкен сан.`,
    fix: `Ең көбі ${a.max} болатын бүтін сан жазыңыз.`,
  }),
  'yes-no-unknown': a => ({
    message: a.value === '' ? '«Иә» де, «жоқ» та көрсетілмеген.' : `«${a.value}» — «иә» де, «жоқ» та емес.`,
    fix: '«Иә» немесе «жоқ» деп жазыңыз.',
  }),
  'season-date-year': a => ({
    message: `${DATES[a.field]} (${a.date}) ${a.year} жылға жатпайды.`,
    fix: `${a.year} жылдың күнін көрсетіңіз: оқу жылы сол жылы басталады.`,
  }),
  'season-closes-first': a => ({
    message: `Құжат қабылдау басталатын күннен (${a.opens}) бұрын аяқталады: ${a.closes}.`,
    fix: 'Аяқталу күнін басталу күнінен ерте қоймаңыз.',
  }),
  'season-order-early': a => ({
    message: `Қабылдау туралы бұйрыққа қол қоюға ${a.order_from} күнінен бастап рұқсат берілген, бұл құжат қабылдаудың басталуынан (${a.opens}) бұрын.`,
    fix: 'Бұйрық үшін кейінірек күнді көрсетіңіз.',
  }),
  'season-order-late': a => ({
    message: `Қабылдау туралы бұйрыққа қол қоюға тек ${a.order_from} күнінен бастап рұқсат берілген, бұл оқудың басталуынан (${a.study_starts}) кейін.`,
    fix: 'Бұйрық үшін ертерек күнді көрсетіңіз.',
  }),
  'season-closes-after-study': a => ({
    message: `Құжат қабылдау оқу басталғаннан (${a.study_starts}) кейін аяқталады: ${a.closes}.`,
    fix: 'Құжаттар шынымен оқу жылы кезінде қабылдана ма, тексеріңіз.',
  }),
  'season-cap': a => ({
    message: `${CAPS[a.field]} — ${a.value}, ал ол 1 мен ${a.max} аралығындағы бүтін сан болуы керек.`,
    fix: wholeUpTo(a.max),
  }),
  'season-norm-above-max': a => ({
    message: `Сыныптағы оқушылар санының нормасы (${a.norm}) шекті саннан (${a.max}) артық.`,
    fix: 'Норманы азайтыңыз немесе шекті санды көбейтіңіз.',
  }),
  'classes-empty': () => ({ message: 'Сынып-жинақтар көрсетілмеген.', fix: CLASSES_EXAMPLE }),
  'classes-malformed': a => ({
    message: `«${a.words}» сынып-жинақ ретінде оқылмайды.`,
    fix: CLASSES_EXAMPLE,
  }),
  'classes-language-missing': a => ({
    message: `«${a.words}» жазбасында оқыту тілі көрсетілмеген.`,
    fix: `Мына тілдердің бірін қосыңыз: ${a.allowed.join(', ')}.`,
  }),
  'classes-type-missing': a => ({
    message: `«${a.words}» жазбасында сынып түрі көрсетілмеген.`,
    fix: `Мына түрлердің бірін қосыңыз: ${a.allowed.join(', ')}.`,
  }),
  'classes-word-unknown': a => ({
    message: `«${a.words}» жазбасындағы «${a.word}» сөзі артық немесе түсініксіз.`,
    fix: `Бір тілді (${a.languages.join(', ')}) және бір сынып түрін (${a.types.join(', ')}) жазыңыз.`,
  }),
  'classes-zero': a => ({
    message: `«${a.words}» жазбасында кемінде бір сынып және бір оқушы болуы керек.`,
    fix: '1-ден кем емес бүтін сандар жазыңыз немесе бұл жазбаны алып тастаңыз.',
  }),
  'classes-twice': a => ({
    message: `«${a.words}» сынып-жинағы екі рет көрсетілген.`,
    fix: `Қайталанғанын алып тастаңыз, ал екеуі де керек болса, ${a.proposal} деп жазыңыз.`,
  }),
  'settings-number': a => ({
    message: `${SETTINGS[a.field]} — ${a.value}, ал ол 1 мен ${a.max} аралығындағы бүтін сан болуы керек.`,
    fix: wholeUpTo(a.max),
  }),
  'settings-no-classes': a => ({
    message: `Қабылданатын ${kkCount(a.intake, 'оқушы')} сынып-жинақтарға бөлінбеген.`,
    fix: CLASSES_EXAMPLE,
  }),
  'settings-intake-above-places': a => ({
    message: `Қабылданатын оқушылар саны (${a.intake}) орындардың жалпы санынан (${a.total_places}) артық.`,
    fix: 'Қабылданатын оқушылар санын азайтыңыз немесе орындардың жалпы санын түзетіңіз.',
  }),
  'settings-intake-above-capacity': a => ({
    message: `Қабылданатын ${kkCount(a.intake, 'оқушы')} сыймайды: ${kkCount(a.sets, 'сынып-жинақта')} әрқайсысына ${a.class_size} оқушыдан есептегенде ${kkCount(a.capacity, 'орын')} бар.`,
    fix: 'Сынып-жинақ қосыңыз, сыныптағы оқушылар санын көбейтіңіз немесе қабылданатын оқушылар санын азайтыңыз.',
  }),
  'settings-classes-sum': a => ({
    message: `«${a.classes}» сынып-жинақтарында ${kkCount(a.sum, 'орын')} бар, ал қабылданатын оқушылар саны — ${a.intake}.`,
    fix: `Сыныптардағы орындардың қосындысын ${a.intake} етіңіз немесе қабылданатын оқушылар саны ретінде ${a.sum} деп жазыңыз.`,
  }),
  'settings-size-above-class-size': a => ({
    message: `«${a.classes}» жазбасында бір сыныпта ${kkCount(a.size, 'оқушы')} бар, бұл көрсетілген саннан (${a.class_size}) артық.`,
    fix: `Әр сыныпқа ең көбі ${kkCount(a.class_size, 'оқушы')} жазыңыз немесе сыныптағы оқушылар санын көбейтіңіз.`,
  }),
  'class-size-above-norm': a => ({
    message: `Сыныптағы оқушылар саны (${a.class_size}) нормадан (${a.norm}) артық, рұқсат етілген шегі — ${a.max}.`,
    fix: `Мүмкіндік болса, әр сыныпта ең көбі ${kkCount(a.norm, 'оқушы')} болатындай етіп сынып-жинақ қосыңыз.`,
  }),
  'class-size-above-max': a => ({
    message: `Сыныптағы оқушылар саны (${a.class_size}) шекті саннан (${a.max}) артық.`,
    fix: `Сыныптағы оқушылар санын ${a.max} немесе одан аз етіп, сынып-жинақ қосыңыз.`,
  }),
};
