import type { InputProblems } from '../../../domain/input-problems.ts';
import { ruCount } from '../../plural.ts';
import { mapFlag } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';
import { fields } from '../fields.ts';

const SAVE_AS =
  'Откройте файл в Excel, выберите «Сохранить как», затем «CSV UTF-8 (разделитель — запятая)» и укажите этот файл.';
const QUOTES = 'Возьмите всю ячейку в кавычки, а каждую кавычку внутри неё удвойте: "12 ""А""".';

const formats: Readonly<Record<InputProblems['file-is-foreign']['format'], string>> = {
  xlsx: 'книга Excel (.xlsx)',
  xls: 'файл Excel или Word старого формата (.xls, .doc)',
  ods: 'таблица LibreOffice (.ods)',
  odt: 'текстовый документ LibreOffice (.odt)',
  docx: 'документ Word (.docx)',
  pdf: 'документ PDF',
  rtf: 'документ RTF',
  html: 'веб-страница (HTML)',
  xml: 'файл XML',
  zip: 'архив ZIP',
  gzip: 'архив GZIP',
  rar: 'архив RAR',
  '7z': 'архив 7z',
  sqlite: 'база данных SQLite',
  image: 'изображение',
};

const SAVE_SHEET =
  'Откройте файл в LibreOffice или Excel, выберите «Сохранить как», затем «Excel 2007–365 (.xlsx)» или «Текст CSV» в кодировке «Юникод (UTF-8)» и укажите этот файл.';
const TABLE_ITSELF =
  'Укажите саму таблицу, сохранённую как «CSV UTF-8 (разделитель — запятая)» или как книга Excel.';
const UNPACK = 'Распакуйте архив и укажите таблицу из него.';

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
  sqlite: 'Укажите файл с таблицей; базу данных указывают ключом --db.',
};

/** By where the delimiter comes from: a workbook has none. */
const joined = {
  found: ' Если ячейки слились, укажите --delimiter.',
  given: ' Если ячейки слились, уберите ключ --delimiter.',
  none: '',
} as const;

export const input: Texts<InputProblems> = {
  'file-missing': a => ({ message: `Файл «${a.path}» не найден.`, fix: 'Проверьте путь и имя файла.' }),
  'file-is-directory': a => ({
    message: `«${a.path}» — папка, а не файл.`,
    fix: 'Укажите файл в этой папке.',
  }),
  'file-unreadable': a => ({
    message: `Не удалось прочитать файл «${a.path}» (${a.reason}).`,
    fix: 'Проверьте, что у вас есть право на чтение файла и что он не занят другой программой.',
  }),
  'file-changed': a => ({
    message: `Файл «${a.path}» изменился после того, как был прочитан.`,
    fix: 'Повторите команду, когда файл никто не будет изменять.',
  }),
  'file-empty': () => ({
    message: 'Файл пуст.',
    fix: 'Проверьте, тот ли файл указан и был ли он сохранён.',
  }),
  'file-no-rows': () => ({
    message: 'В файле есть заголовок, но нет ни одной строки данных.',
    fix: 'Добавьте под заголовком хотя бы одну строку.',
  }),
  'file-is-foreign': a => ({
    message: `Это не таблица CSV, а ${formats[a.format]}.`,
    fix: cures[a.format],
  }),
  'nul-byte': () => ({
    message: 'В этой строке есть нулевой байт: файл повреждён или это не текст.',
    fix: SAVE_AS,
  }),
  'delimiter-unknown': a => ({
    message: `«${a.value}» не может быть разделителем столбцов.`,
    fix: 'Укажите --delimiter ";", --delimiter "," или --delimiter tab.',
  }),
  'map-header-absent': a => ({
    message: `В файле нет столбца «${a.header}», указанного в --map.`,
    fix: `Столбцы файла: ${a.headers.join(', ')}.`,
  }),
  'map-field-unknown': a => ({
    message: `В ${mapFlag(a.header, a.field)} указано поле, которого в таком файле не бывает.`,
    fix: `Возможные поля: ${a.fields.join(', ')}; «-» исключает столбец.`,
  }),
  'header-unrecognised': a => ({
    message: `Первая строка не похожа на заголовок такого файла: ${a.headers.join(', ')}.`,
    fix: `Добавьте строку заголовка, например: ${a.expected.map(field => fields[field]).join(', ')}.${joined[a.delimiter ?? 'none']}`,
  }),
  'column-unknown': a => ({
    message: `Неизвестный столбец «${a.header}»; возможно, это «${fields[a.nearest]}».`,
    fix: `Добавьте ${mapFlag(a.header, a.nearest)} или, чтобы исключить столбец, ${mapFlag(a.header, '-')}.`,
  }),
  'column-ambiguous': a => ({
    message: `Столбец «${a.header}» может означать ${a.fields.map(field => quoted(fields[field])).join(' или ')}.`,
    fix: `Укажите, что в нём записано: ${a.fields.map(field => mapFlag(a.header, field)).join(' или ')}; чтобы исключить столбец, добавьте ${mapFlag(a.header, '-')}.`,
  }),
  'column-missing': a => ({
    message: `В файле нет столбца «${fields[a.field]}».`,
    fix: `Добавьте столбец с заголовком ${a.spellings.map(quoted).join(' или ')} либо укажите свой: ${(a
      .unused.length > 0
      ? a.unused
      : ['Заголовок']
    )
      .map(header => mapFlag(header, a.field))
      .join(' или ')}.`,
  }),
  'column-duplicate': a => ({
    message: `Поле «${fields[a.field]}» встречается в нескольких столбцах: ${a.headers.map(quoted).join(', ')}.`,
    fix: 'Оставьте один; исключите лишний столбец с помощью --map "Заголовок=-", а если заголовки одинаковы — переименуйте его в файле.',
  }),
  'quote-unclosed': () => ({
    message: 'Кавычка, открытая в этой строке, нигде не закрыта: всё, что дальше, попало в одну ячейку.',
    fix: `Закройте или удалите кавычку. ${QUOTES}`,
  }),
  'quote-broken': () => ({
    message: 'Кавычки в этой ячейке расставлены неверно, и она захватила соседний текст.',
    fix: QUOTES,
  }),
  'record-too-long': a => ({
    message: `Эта строка длиннее ${a.limit} МБ.`,
    fix: a.quoted
      ? 'Скорее всего, в строке не закрыта кавычка: закройте или удалите её. Если закрыта, разделите строку на несколько.'
      : 'Разделите строку на несколько.',
  }),
  'row-short': a => ({
    message: `В строке ${ruCount(a.cells, 'ячейка', 'ячейки', 'ячеек')}, а в заголовке — ${a.expected}.`,
    fix: 'Добавьте недостающее; если писать нечего, оставьте между разделителями пустую ячейку.',
  }),
  'row-long': a => ({
    message: `В строке ${ruCount(a.cells, 'ячейка', 'ячейки', 'ячеек')}, а в заголовке — ${a.expected}; «${a.extra}» не относится ни к одному столбцу.`,
    fix: 'Возьмите в кавычки ячейку, в которой есть разделитель, или удалите лишнее.',
  }),
  'cell-without-header': a => ({
    message: `У столбца № ${a.position} нет заголовка, но в нём записано «${a.value}».`,
    fix: 'Дайте столбцу заголовок или очистите его.',
  }),
  'letters-lost': a => ({
    message: `В значении «${a.value}» при сохранении файла потерялись буквы.`,
    fix: 'Сохраните исходный файл заново в кодировке UTF-8 (в Excel — «CSV UTF-8») и укажите его.',
  }),
  'letters-of-another-encoding': a => ({
    message: `В значении «${a.value}» на месте казахских букв стоит «${a.letters}»: вероятно, файл прочитан не в той кодировке.`,
    fix: a.certain
      ? 'Импортируйте исходный, не пересохранённый файл с ключом --encoding kz-1048 или исправьте буквы.'
      : 'Если слово пишется иначе, импортируйте исходный файл с ключом --encoding kz-1048 или исправьте буквы.',
  }),
  'control-characters': a => ({
    message: `В ячейке есть управляющие символы, которых не видно на экране: ${a.characters.join(', ')}.`,
    fix: 'Очистите ячейку и введите текст заново.',
  }),
  'text-too-long': a => ({
    message: `В тексте «${a.value}» ${ruCount(a.characters, 'знак', 'знака', 'знаков')}, а допускается не больше ${a.limit}.`,
    fix: 'Сократите текст или проверьте, не слились ли ячейки.',
  }),
  'repair-refused': a => ({
    message: refusedRepairs[a.repair](a.from, a.to),
    fix: `Напишите «${a.to}» или импортируйте без ключа --no-repair.`,
  }),
  'cell-missing': a => ({ message: `Не заполнено поле «${fields[a.field]}».`, fix: 'Заполните ячейку.' }),
  'org-contradicted': a => ({
    message: `БИН ${a.bin} принадлежит не организации ${a.org}, указанной в строке.`,
    fix: 'Исправьте БИН или название либо оставьте одну из ячеек пустой.',
  }),
  'org-kind-unknown': a => ({
    message: `«${a.value}» — неизвестный вид организации.`,
    fix: 'Напишите department (отдел образования) или school (школа).',
  }),
  'territory-unknown': a => ({
    message: `Из значения «${a.value}» неясно, есть ли у школы закреплённая территория.`,
    fix: 'Напишите yes (есть) или none (нет).',
  }),
  'kato-malformed': a => ({
    message: `«${a.value}» не является кодом КАТО.`,
    fix: 'Напишите 9 цифр кода без пробелов.',
  }),
  'birth-date-mismatch': a => ({
    message: `Дата рождения — ${a.stated}, а по ИИН ${a.iin} — ${a.from_iin}.`,
    fix: 'Сверьте дату и ИИН с удостоверением личности.',
  }),
  'row-duplicate': a => ({
    message: `Такая же строка уже есть (строка ${a.first} файла); повтор пропущен.`,
    fix: null,
  }),
  'row-conflict': a => ({
    message: `Человек с ИИН ${a.iin} уже есть в строке ${a.first}, но с другими данными.`,
    fix: 'Оставьте одну, верную, строку.',
  }),
};

const refusedRepairs: Readonly<
  Record<InputProblems['repair-refused']['repair'], (from: string, to: string) => string>
> = {
  'look-alikes-replaced': (from, to) =>
    `В значении «${from}» среди кириллицы стоят чужие буквы, лишь похожие на буквы в «${to}».`,
  'blanks-removed': (_, to) => `В ячейке со значением «${to}» есть лишние пробелы или невидимые символы.`,
  'apostrophe-removed': (_, to) => `Перед «${to}» стоит апостроф.`,
};

function quoted(text: string): string {
  return `«${text}»`;
}
