import type { InputProblems } from '../../../domain/input-problems.ts';
import { kkCount } from '../../plural.ts';
import { mapFlag } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';
import { fields } from '../fields.ts';

const SAVE_AS =
  'Файлды Excel бағдарламасында ашып, «Басқаша сақтау» → «CSV UTF-8 (үтірмен бөлінген)» түрін таңдаңыз да, сақталған файлды көрсетіңіз.';
const QUOTES = 'Ұяшықты түгел тырнақшаға алып, ішіндегі әр тырнақшаны екі рет жазыңыз: "12 ""А""".';

const formats: Readonly<Record<InputProblems['file-is-foreign']['format'], string>> = {
  xlsx: 'Excel кітабы (.xlsx)',
  xls: 'ескі пішімдегі Excel не Word файлы (.xls, .doc)',
  ods: 'LibreOffice кестесі (.ods)',
  odt: 'LibreOffice мәтіндік құжаты (.odt)',
  docx: 'Word құжаты (.docx)',
  pdf: 'PDF құжаты',
  rtf: 'RTF құжаты',
  html: 'веб-парақ (HTML)',
  xml: 'XML файлы',
  zip: 'ZIP мұрағаты',
  gzip: 'GZIP мұрағаты',
  rar: 'RAR мұрағаты',
  '7z': '7z мұрағаты',
  sqlite: 'SQLite дерекқоры',
  image: 'сурет',
};

const SAVE_SHEET =
  'Файлды LibreOffice немесе Excel бағдарламасында ашып, «Басқаша сақтау» → «Excel 2007–365 (.xlsx)» немесе «Юникод (UTF-8)» кодтауындағы «CSV мәтіні» түрін таңдаңыз да, сақталған файлды көрсетіңіз.';
const TABLE_ITSELF =
  'Кестенің өзін «CSV UTF-8 (үтірмен бөлінген)» түрінде немесе Excel кітабы ретінде сақтап, сол файлды көрсетіңіз.';
const UNPACK = 'Мұрағатты ашып, ішіндегі кестені көрсетіңіз.';

/** What to do with a file of each format. */
const cures: typeof formats = {
  xlsx: SAVE_AS,
  xls: SAVE_AS,
  ods: SAVE_SHEET,
  html: SAVE_AS,
  xml: SAVE_AS,
  odt: TABLE_ITSELF,
  docx: TABLE_ITSELF,
  pdf: TABLE_ITSELF,
  rtf: TABLE_ITSELF,
  image: TABLE_ITSELF,
  zip: UNPACK,
  gzip: UNPACK,
  rar: UNPACK,
  '7z': UNPACK,
  sqlite: 'Кесте файлын көрсетіңіз; дерекқор --db параметрімен көрсетіледі.',
};

/** By where the delimiter comes from: a workbook has none. */
const joined = {
  found: ' Ұяшықтар бірігіп кетсе, --delimiter көрсетіңіз.',
  given: ' Ұяшықтар бірігіп кетсе, --delimiter параметрін алып тастаңыз.',
  none: '',
} as const;

export const input: Texts<InputProblems> = {
  'file-missing': a => ({
    message: `«${a.path}» файлы табылмады.`,
    fix: 'Файлдың жолы мен атауын тексеріңіз.',
  }),
  'file-is-directory': a => ({
    message: `«${a.path}» — файл емес, қалта.`,
    fix: 'Қалтаның ішіндегі файлды көрсетіңіз.',
  }),
  'file-unreadable': a => ({
    message: `«${a.path}» файлын оқу мүмкін болмады (${a.reason}).`,
    fix: 'Файлды оқуға құқығыңыз бар-жоғын және оны басқа бағдарлама бұғаттамағанын тексеріңіз.',
  }),
  'file-changed': a => ({
    message: `«${a.path}» файлы оқылғаннан кейін өзгерген.`,
    fix: 'Файлды ешкім өзгертіп жатпаған кезде команданы қайталаңыз.',
  }),
  'file-empty': () => ({
    message: 'Файл бос.',
    fix: 'Дұрыс файлды көрсеткеніңізді және оның сақталғанын тексеріңіз.',
  }),
  'file-no-rows': () => ({
    message: 'Файлда тақырып жолы бар, бірақ деректер жоқ.',
    fix: 'Тақырып жолының астына кемінде бір жол қосыңыз.',
  }),
  'file-is-foreign': a => ({
    message: `Бұл CSV кестесі емес, ${formats[a.format]}.`,
    fix: cures[a.format],
  }),
  'nul-byte': () => ({
    message: 'Осы жолда нөлдік байт бар: файл бүлінген немесе мәтін емес.',
    fix: SAVE_AS,
  }),
  'delimiter-unknown': a => ({
    message: `«${a.value}» баған бөлгіші бола алмайды.`,
    fix: '--delimiter ";", --delimiter "," немесе --delimiter tab деп жазыңыз.',
  }),
  'map-header-absent': a => ({
    message: `--map ішінде көрсетілген «${a.header}» бағаны файлда жоқ.`,
    fix: `Файлдың бағандары: ${a.headers.join(', ')}.`,
  }),
  'map-field-unknown': a => ({
    message: `${mapFlag(a.header, a.field)} ішіндегі өріс мұндай файлда болмайды.`,
    fix: `Ықтимал өрістер: ${a.fields.join(', ')}; «-» бағанды алып тастайды.`,
  }),
  'header-unrecognised': a => ({
    message: `Бірінші жол мұндай файлдың тақырып жолына ұқсамайды: ${a.headers.join(', ')}.`,
    fix: `Тақырып жолын қосыңыз, мысалы: ${a.expected.map(field => fields[field]).join(', ')}.${joined[a.delimiter ?? 'none']}`,
  }),
  'column-unknown': a => ({
    message: `«${a.header}» бағаны белгісіз; мүмкін, бұл — «${fields[a.nearest]}».`,
    fix: `${mapFlag(a.header, a.nearest)} қосыңыз, ал бағанды алып тастау үшін ${mapFlag(a.header, '-')} деп жазыңыз.`,
  }),
  'column-ambiguous': a => ({
    message: `«${a.header}» бағаны бірнеше өрісті білдіруі мүмкін: ${a.fields.map(field => quoted(fields[field])).join(', ')}.`,
    fix: `Бағанда не жазылғанын көрсетіңіз: ${a.fields.map(field => mapFlag(a.header, field)).join(' немесе ')}; бағанды алып тастау үшін ${mapFlag(a.header, '-')} деп жазыңыз.`,
  }),
  'column-missing': a => ({
    message: `Файлда «${fields[a.field]}» бағаны жоқ.`,
    fix: `Тақырыбы ${a.spellings.map(quoted).join(' немесе ')} болатын баған қосыңыз не өз бағаныңызды көрсетіңіз: ${(a
      .unused.length > 0
      ? a.unused
      : ['Тақырып']
    )
      .map(header => mapFlag(header, a.field))
      .join(' немесе ')}.`,
  }),
  'column-duplicate': a => ({
    message: `«${fields[a.field]}» өрісі бірнеше бағанда кездеседі: ${a.headers.map(quoted).join(', ')}.`,
    fix: 'Біреуін қалдырыңыз; артық бағанды --map "Тақырып=-" арқылы алып тастаңыз, ал тақырыптары бірдей болса, файлда атын өзгертіңіз.',
  }),
  'quote-unclosed': () => ({
    message: 'Осы жолда ашылған тырнақша еш жерде жабылмаған: одан кейінгінің бәрі бір ұяшыққа түсті.',
    fix: `Тырнақшаны жабыңыз немесе өшіріңіз. ${QUOTES}`,
  }),
  'quote-broken': () => ({
    message: 'Осы ұяшықтың тырнақшалары дұрыс қойылмаған, сондықтан ол көрші мәтінді қосып алған.',
    fix: QUOTES,
  }),
  'record-too-long': a => ({
    message: `Бұл жол ${a.limit} МБ-тан ұзын.`,
    fix: a.quoted
      ? 'Жолда жабылмаған тырнақша болуы мүмкін: оны жабыңыз немесе өшіріңіз. Жабылған болса, жолды бірнешеге бөліңіз.'
      : 'Жолды бірнешеге бөліңіз.',
  }),
  'row-short': a => ({
    message: `Жолда ${a.cells} ұяшық бар, ал тақырып жолында — ${a.expected}.`,
    fix: 'Жетіспейтінін қосыңыз; жазатын ештеңе болмаса, бөлгіштердің арасында бос ұяшық қалдырыңыз.',
  }),
  'row-long': a => ({
    message: `Жолда ${a.cells} ұяшық бар, ал тақырып жолында — ${a.expected}; «${a.extra}» ешбір бағанға жатпайды.`,
    fix: 'Ішінде бөлгіші бар ұяшықты тырнақшаға алыңыз немесе артығын өшіріңіз.',
  }),
  'cell-without-header': a => ({
    message: `${a.position}-бағанның тақырыбы жоқ, бірақ онда «${a.value}» жазылған.`,
    fix: 'Бағанға тақырып беріңіз немесе оны тазалаңыз.',
  }),
  'letters-lost': a => ({
    message: `Файл сақталғанда «${a.value}» мәніндегі әріптер жоғалған.`,
    fix: 'Бастапқы файлды UTF-8 кодтауымен (Excel-де «CSV UTF-8») қайта сақтап, сол файлды көрсетіңіз.',
  }),
  'letters-of-another-encoding': a => ({
    message: `«${a.value}» мәнінде қазақ әріптерінің орнында «${a.letters}» тұр: сірә, файл дұрыс емес кодтауда оқылған.`,
    fix: a.certain
      ? 'Қайта сақталмаған бастапқы файлды --encoding kz-1048 параметрімен импорттаңыз немесе әріптерді түзетіңіз.'
      : 'Сөз басқаша жазылатын болса, бастапқы файлды --encoding kz-1048 параметрімен импорттаңыз немесе әріптерді түзетіңіз.',
  }),
  'control-characters': a => ({
    message: `Ұяшықта экранда көрінбейтін басқару таңбалары бар: ${a.characters.join(', ')}.`,
    fix: 'Ұяшықты тазалап, мәтінін қайта теріңіз.',
  }),
  'text-too-long': a => ({
    message: `«${a.value}» мәтінінде ${kkCount(a.characters, 'таңба')} бар, ал мұнда ${kkCount(a.limit, 'таңбадан')} аспауы керек.`,
    fix: 'Мәтінді қысқартыңыз немесе ұяшықтар бірігіп кетпегенін тексеріңіз.',
  }),
  'repair-refused': a => ({
    message: refusedRepairs[a.repair](a.from, a.to),
    fix: `«${a.to}» деп жазыңыз немесе --no-repair параметрінсіз импорттаңыз.`,
  }),
  'cell-missing': a => ({ message: `«${fields[a.field]}» өрісі толтырылмаған.`, fix: 'Ұяшықты толтырыңыз.' }),
  'org-contradicted': a => ({
    message: `${a.bin} — жолда аталған ${a.org} ұйымының БСН-і емес.`,
    fix: 'БСН-ді немесе атауды түзетіңіз не ұяшықтардың бірін бос қалдырыңыз.',
  }),
  'org-kind-unknown': a => ({
    message: `«${a.value}» — ұйымның белгісіз түрі.`,
    fix: 'department (білім бөлімі) немесе school (мектеп) деп жазыңыз.',
  }),
  'territory-unknown': a => ({
    message: `«${a.value}» мәнінен мектептің бекітілген аумағы бар-жоғы түсініксіз.`,
    fix: 'yes (бар) немесе none (жоқ) деп жазыңыз.',
  }),
  'kato-malformed': a => ({
    message: `«${a.value}» ӘАОЖ коды емес.`,
    fix: 'Кодтың 9 цифрын бос орынсыз жазыңыз.',
  }),
  'birth-date-mismatch': a => ({
    message: `Туған күні ${a.stated} деп жазылған, ал ${a.iin} ЖСН-і бойынша — ${a.from_iin}.`,
    fix: 'Екеуін де жеке куәлікпен салыстырыңыз.',
  }),
  'row-duplicate': a => ({
    message: `Дәл осындай жол бұрын кездескен (файлдың ${a.first}-жолы); қайталанғаны өткізіп жіберілді.`,
    fix: null,
  }),
  'row-conflict': a => ({
    message: `ЖСН-і ${a.iin} болатын адам файлдың ${a.first}-жолында бұрын жазылған, бірақ деректері басқаша.`,
    fix: 'Дұрыс жолды ғана қалдырыңыз.',
  }),
};

const refusedRepairs: Readonly<
  Record<InputProblems['repair-refused']['repair'], (from: string, to: string) => string>
> = {
  'look-alikes-replaced': (from, to) =>
    `«${from}» мәнінде кирилл әріптерінің арасында «${to}» жазуындағы әріптерге сырттай ғана ұқсайтын бөтен әріптер бар.`,
  'blanks-removed': (_, to) => `«${to}» жазылған ұяшықта артық бос орын немесе көрінбейтін таңба бар.`,
  'apostrophe-removed': (_, to) => `«${to}» алдында апостроф тұр.`,
};

function quoted(text: string): string {
  return `«${text}»`;
}
