import { encodingNames } from '../encoding-names.ts';
import { kkCount } from '../plural.ts';
import type { Counts, ReportWords } from '../report-words.ts';
import { backup } from './backup.ts';
import { progress } from './progress.ts';

export const reports: ReportWords = {
  progress,
  counts,
  applied: change => `№ ${change} өзгеріс ретінде тіркелді.`,
  partlyApplied: (change, rejected) =>
    `№ ${change} өзгеріс ретінде тіркелді, қабылданбаған ${kkCount(rejected, 'жазба')} оған кірмейді.`,
  planned: 'Бұл — жоспар: ештеңе жазылған жоқ.',
  plannedApprovals: reasons => `Орындау үшін жоспарды --yes параметрімен растаңыз: ${reasons}.`,
  mustApprove: reasons => `Растау қажет: ${reasons}.`,
  unchanged: 'Өзгерту қажет емес: деректер онсыз да осындай.',
  unchangedRest: 'Ештеңе жазылған жоқ: қабылданған деректер онсыз да осындай.',
  rejected: errors => `Ештеңе жазылған жоқ: ${kkCount(errors, 'қате')} бар.`,
  nothingWritten: 'Ештеңе жазылған жоқ.',
  declined: 'Жоспар расталмады: ештеңе жазылған жоқ.',
  moreColumns: n => `… және тағы ${n}`,
  moreChanges: n => `… және тағы ${kkCount(n, 'өзгеріс')}; барлығын --all-changes параметрі көрсетеді.`,
  moreProblems: n => `… және осындай тағы ${kkCount(n, 'жағдай')}.`,
  samePlaces: n => kkCount(n, 'жерде'),
  onlyCause: (rows, places) =>
    rows === places
      ? `${kkCount(rows, 'жол')} тек осы себептен қабылданбады`
      : `${kkCount(places, 'жерде')}, оның ішінде ${kkCount(rows, 'жол')} тек осы себептен қабылданбады`,
  byCause: 'Себептері бойынша:',
  returned: 'жұмысқа қайта алу',
  left: 'жұмыстан шығару',
  housesMoved: 'Басқа мектепке өтетін үйлер:',
  housesDropped: 'Бекітуден шығарылып, басқа мектепке өтпейтін үйлер:',
  housesShared: 'Бірнеше мектепке әдейі ортақ бекітілген үйлер:',
  sharedWith: (school, others) => `${school} мектебі ${others.join(', ')} мектебімен бірге`,
  streetCount: n => kkCount(n, 'көше'),
  knownHouses: n => kkCount(n, 'белгілі үй'),
  moreStreets: n => `… және тағы ${kkCount(n, 'көше')}; бәрін --all-changes көрсетеді.`,
  orderLine: 'Жол',
  orderWritten: 'Жазылғаны',
  orderUnread: 'оқылмады',
  repaired: 'Оқу кезінде түзетілді:',
  repairs: {
    'zeros-restored': n => `${kkCount(n, 'ұяшықта')} жоғалған нөлдер қалпына келтірілді`,
    'look-alikes-replaced': n => `${kkCount(n, 'ұяшықта')} басқа әліпбидің әріптері ауыстырылды`,
    'blanks-removed': n => `${kkCount(n, 'ұяшықта')} артық бос орындар алынып тасталды`,
    'apostrophe-removed': n => `${kkCount(n, 'ұяшықта')} апостроф алынып тасталды`,
  },
  repairedCell: (line, from, to) => `${line}-жол: «${from}» → «${to}»`,
  rejectsWritten: (file, rows) =>
    `Қабылданбаған ${kkCount(rows, 'жол')} «${file}» файлына жазылды: жолдарды сонда түзетіп, сол файлды импорттаңыз.`,
  rejectsAsCsv: 'Бұл — Excel бағдарламасында ашылатын CSV файлы.',
  noRejects: (file, older) =>
    older
      ? `Қабылданбаған жол жоқ: «${file}» файлы жазылған жоқ. Осындай атаумен бұрынғы файл сақталып тұр.`
      : `Қабылданбаған жол жоқ: «${file}» файлы жазылған жоқ.`,
  next: 'Келесі қадам:',
  fix: 'Не істеу керек:',
  planSaved: file =>
    `Жоспар «${file}» файлына сақталды. Оны орындау үшін --plan "${file}" параметрін қосыңыз.`,
  written: file => `«${file}» файлына жазылды.`,
  database: target => `Дерекқор: ${target}`,
  tableFound: ({ delimiter, encoding, sheet }, columns) => {
    if (sheet !== null) return `Бағандар («${sheet}» парағы): ${columns}.`;
    const named = encoding === 'utf-8' ? '' : `, кодтауы — ${encodingNames[encoding]}`;
    return `Бағандар (бөлгіші — «${delimiter === '\t' ? 'tab' : delimiter}»${named}): ${columns}.`;
  },
  rowsSkipped: rows =>
    `Тақырып жолының үстіндегі ескерілмеген жолдар: ${rows.map(({ line, text }) => `${line}-жол — «${text}»`).join(', ')}.`,
  columnsRepeated: columns => `Оқылмайтын, жауапта сол күйінде қалатын бағандар: ${columns}.`,
  columnsIgnored: columns => `Ескерілмеген бағандар: ${columns}.`,
  kinds: {
    org: 'ұйым',
    year: 'оқу жылы',
    staff: 'қызметкер',
    role: 'рөл',
    login: 'логин',
    street: 'көше',
    binding: 'бекіту',
    review: 'аумақпен танысу',
    settings: 'оқу жылының баптаулары',
    'season-rules': 'қабылдау ережелері',
    appointment: 'тағайындау',
  },
  approvals: {
    dismissal: n => kkCount(n, 'қызметкерді жұмыстан шығару'),
    unbinding: n => kkCount(n, 'көшені немесе оның үйлерін бекітуден шығару'),
    'moved-between-schools': n => kkCount(n, 'көшені немесе оның үйлерін басқа мектепке беру'),
    'executor-replaced': n => kkCount(n, 'орындаушыны ауыстыру'),
    'access-revoked': n => kkCount(n, 'логиннің қолжетімділігін қайтарып алу'),
    'role-revoked': n => kkCount(n, 'рөлді қайтарып алу'),
    'settings-overwritten': n => kkCount(n, 'ұйымның баптауларын ауыстыру'),
    'street-removed': n => kkCount(n, 'көшені тізімнен шығару'),
    'known-houses-dropped': n => kkCount(n, 'көшенің көптеген белгілі үйін тізімнен шығару'),
    'year-switched': n => kkCount(n, 'ағымдағы оқу жылын ауыстыру'),
    'organisation-changed': n => kkCount(n, 'ұйымның мәліметтерін өзгерту'),
  },
  actions: {
    init: 'дерекқорды жаңарту немесе ағымдағы оқу жылын таңдау',
    'import-orgs': 'ұйымдарды импорттау',
    'import-staff': 'қызметкерлерді импорттау',
    'assign-role': 'рөлдерді беру немесе қайтарып алу',
    'grant-access': 'логинге қолжетімділік беру немесе қайтарып алу',
    'import-streets': 'көшелер тізімін жүргізу',
    'bind-streets': 'көшелерді бекіту',
    'set-window': 'қабылдау мерзімі мен ережелерін белгілеу',
    'review-territory': 'аумақпен танысқанын растау',
    'set-year-settings': 'оқу жылының баптауларын толтыру',
    'appoint-executor': 'орындаушыны тағайындау',
    backup: 'дерекқордың сақтық көшірмесін жасау',
    read: 'деректерді қарау',
  },
  roles: {
    superadmin: 'суперадминистратор',
    admin: 'әкімші',
    director: 'директор',
    executor: 'орындаушы',
  },
  offices: {
    superadmin: org => `${org} ұйымының суперадминистраторы`,
    admin: org => `${org} ұйымының әкімшісі`,
    director: org => `${org} ұйымының директоры`,
    executor: org => `${org} ұйымының орындаушысы`,
  },
  statuses: {
    pass: 'дайын',
    warn: 'ескерту',
    fail: 'дайын емес',
    'not-checked': 'тексерілмеді',
    waived: 'қажет емес',
  },
  checksSkipped: ids => `Таңдалмағандықтан тексерілмеді: ${ids.join(', ')}.`,
  readyOrg: org => `${org}: дайын.`,
  // --fail-level warning кезінде ескертудің өзі жеткілікті.
  notReadyOrg: (org, failing) =>
    failing === 0
      ? `${org}: дайын емес, ескертулер бар.`
      : `${org}: дайын емес, ${kkCount(failing, 'тексеруден өтпеді')}.`,
  readyAll: orgs => `Дайын: ${kkCount(orgs, 'ұйым')}.`,
  notReadyAll: (notReady, orgs) => `Дайын емес ұйымдар саны — ${notReady}, барлығы — ${orgs}.`,
  by: role => `Мұны ${role} орындайды:`,
  covered: house => `${house}: тізімде бар`,
  notCovered: house => `${house}: тізімде жоқ`,
  territoryOf: (school, year) => `${school} мектебіне бекітілген аумақ, ${year} оқу жылы`,
  territoryNone: 'Мектепте бекітілген аумақ жоқ деп көрсетілген.',
  territoryEmpty: 'Мектепке әлі бірде-бір көше бекітілмеген.',
  territoryReviewed: change => `Әкімші осы аумақпен танысқан (№ ${change} өзгеріс).`,
  territoryMoved: version =>
    `Танысқаннан кейін аумақ өзгерген: онымен қайта танысып, командаға мынаны қосыңыз: --confirm ${version}`,
  territoryUnread: version =>
    `Әкімші аумақпен танысқанын әлі растамаған: онымен танысып, командаға мынаны қосыңыз: --confirm ${version}`,
  territoryFindings: {
    overlap: (street, school, houses) => `${street}: ${school} мектебіне де бекітілген: ${houses}`,
    shared: (street, school, houses, why) => `${street}: ${school} мектебімен ортақ (${why}): ${houses}`,
    gap: (street, houses) => `${street}: ешбір мектепке бекітілмеген: ${houses}`,
    possibleGap: (street, houses) => `${street}: мұндай үйлер болса, ешбір мектепке бекітілмеген: ${houses}`,
  },
  columns: {
    change: 'Өзгеріс',
    at: 'Уақыты (UTC)',
    command: 'Команда',
    actor: 'Орындаған',
    summary: 'Жазбалар',
    check: 'Тексеру',
    status: 'Күйі',
  },
  typed: 'Енгізілген команда:',
  fileRead: (name, sha256) => `Файл: ${name}, SHA-256 ${sha256}`,
  machine: (host, user) => `Компьютер: ${host}, есептік жазба ${user}`,
  versions: (program, node, engine) => `Нұсқалар: qabyl ${program}, Node ${node}, ${engine}`,
  historyWhole: (changes, rows) =>
    `Тарих бүтін, деректер оған сәйкес келеді: ${kkCount(changes, 'өзгеріс')}, ${kkCount(rows, 'жазба')}.`,
  historyHead: head => `Сақтық көшірмелермен бірге сақтаңыз, бұл бүкіл тарихтың цифрлық ізі: ${head}`,
  backup,
  historyBroken: breaks =>
    `Тарих пен деректер сәйкес келмейді: ${kkCount(breaks, 'сәйкессіздік')}; толық тізімі — --json параметрімен.`,
  noRows: 'Жазба жоқ.',
  noOverlaps: 'Екі мектепке бекітілген үй табылмады.',
  noGaps: 'Мектебі жоқ үй табылмады.',
  rowCount: n => kkCount(n, 'жол'),
  cellsShortened: '(соңында «…» тұрған ұяшықтар толық емес; толық мәтінін --csv көрсетеді)',
  yes: 'иә',
  no: 'жоқ',
};

/** Сөздер жоспарға да, орындалған өзгеріске де келеді. */
function counts({ read, add, update, remove, unchanged, rejected }: Counts): string {
  const parts = [
    ['оқылғаны', read],
    ['жаңасы', add],
    ['өзгергені', update],
    ['жойылғаны', remove],
    ['өзгермегені', unchanged],
    ['қабылданбағаны', rejected],
  ] as const;
  const named = parts.filter(([, n]) => n > 0).map(([word, n]) => `${word} — ${n}`);
  return named.length === 0 ? 'Жазба жоқ.' : `Жазбалар: ${named.join(', ')}.`;
}
