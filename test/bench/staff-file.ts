import { closeSync, openSync, writeSync } from 'node:fs';
import { checkDigit } from '../../src/domain/identity/check-digit.ts';

/** The header of the staff file, as a school in Kazakhstan writes it. */
export const HEADER = [
  ...['ЖСН', 'Тегі', 'Аты', 'Әкесінің аты', 'Лауазымы', 'Телефон'],
  ...['Электрондық пошта', 'Жұмысқа қабылданған күні'],
];

const words = (text: string) => text.split(' ');
const STEM_STARTS = words('Нұр Тұр Ер Жан Бек Құл Аман Сәр Қас Өмір Әбді Дүйсен Мұқаш Сейіт Есен Төле');
const STEM_ENDS = words('ғали бай сұлтан мырза тай хан жан пейіс қали әлі бек болат');
const SURNAME_ENDS = [words('ов ев ұлы'), words('ова ева қызы')];
const GIVEN = [
  words('Ержан Әсет Нұрлан Қанат Асқар Ғалым Бауыржан Серік Дәурен Мақсат Олжас Рүстем Тимур Айдос Жасұлан'),
  words('Айгүл Гүлнар Әсел Динара Жанар Сәуле Ұлжан Қарлығаш Меруерт Назгүл Раушан Шолпан Ботагөз Ақмарал'),
];
const FATHERS = words('Қанат Серік Әбіш Мұхтар Сағат Болат Ғабит Өтеген Жүсіп Төлеген Ыбырай Хамит Оразбай');
const PATRONYMIC_ENDS = ['ұлы', 'қызы'];
const POSITIONS = [
  ...['мұғалім', 'мұғалім', 'мұғалім', 'бастауыш сынып мұғалімі', 'бастауыш сынып мұғалімі', 'кітапханашы'],
  ...['педагог-психолог', 'әлеуметтік педагог', 'іс жүргізуші', 'учитель', 'заместитель директора'],
];

/** Birthdays from 1960 on: nobody is under 16 or over 100. */
const BIRTHDAYS = Array.from({ length: 14_600 }, (_, day) =>
  new Date(Date.UTC(1960, 0, 1 + day)).toISOString().slice(2, 10).replaceAll('-', ''),
);
/** Years of hiring: the youngest was 19 then, and all are past. */
const FIRST_HIRING = 2019;
const HIRING_YEARS = 7;
/** Serial numbers of one day: 9,999 of each sex. */
const SERIALS = 9999;
const PER_DAY = 2 * SERIALS;
/** The greatest prime below birthdays × serial numbers: any step visits each number once. */
const NUMBERS = 291_970_787;
/** NUMBERS × 0.618…: neighbours in the file lie far apart, as in a list that is sorted by name. */
const STEP = 180_447_870;
/** 0.8 % of the numbers are never issued; so many more are passed over at most. */
const SPARE = 1.02;
const PIECE = 1 << 20;

/** `shuffled`: as in a list that is sorted by name; `sorted`: by IIN, which is the order of the key. */
export type Order = 'shuffled' | 'sorted';

/** Places in the list of positions between what a person is and what they are made: nobody keeps theirs. */
const MOVE = 3;

/**
 * Writes a staff file of invented people: eight columns, Kazakh names, `;`, UTF-8, LF. Every IIN is valid and there
 * once. The same arguments give the same bytes.
 * @param moved the same people, each in another position
 */
export function writeStaffFile(path: string, rows: number, order: Order, moved = false): void {
  const step = order === 'shuffled' ? STEP : Math.floor(NUMBERS / (rows * SPARE));
  const file = openSync(path, 'w');
  let text = `${HEADER.join(';')}\n`;
  for (let row = 0, visit = 0; row < rows; visit++) {
    const number = (visit * step) % NUMBERS;
    const iin = iinOf(number);
    if (iin === null) continue;
    text += `${iin};${personOf(sexOf(number), row, moved ? MOVE : 0)}\n`;
    row++;
    if (text.length > PIECE) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/** The IINs rise with the numbers. @returns null where no check digit exists */
function iinOf(number: number): string | null {
  const birthday = pick(BIRTHDAYS, Math.floor(number / PER_DAY));
  const serial = String((number % SERIALS) + 1).padStart(4, '0');
  const prefix = `${birthday}${3 + sexOf(number)}${serial}`;
  const digit = checkDigit(prefix);
  return digit === null ? null : `${prefix}${digit}`;
}

/** 0 male, 1 female */
function sexOf(number: number): 0 | 1 {
  return number % PER_DAY < SERIALS ? 0 : 1;
}

function personOf(sex: 0 | 1, row: number, move: number): string {
  const mixed = Math.imul(row + 1, 0x9e37_79b1) >>> 0;
  const surname =
    pick(STEM_STARTS, mixed) + pick(STEM_ENDS, mixed >>> 4) + pick(SURNAME_ENDS[sex], mixed >>> 9);
  const patronymic = pick(FATHERS, mixed >>> 5) + pick(PATRONYMIC_ENDS, sex);
  const phone = `+7701${String(row % 10_000_000).padStart(7, '0')}`;
  const hired = `${FIRST_HIRING + (mixed % HIRING_YEARS)}-09-01`;
  return `${surname};${pick(GIVEN[sex], mixed >>> 7)};${patronymic};${pick(POSITIONS, (mixed >>> 3) + move)};${phone};p${row}@mektep.example;${hired}`;
}

function pick(list: readonly string[] = [], i: number): string {
  return list[i % list.length] ?? '';
}
