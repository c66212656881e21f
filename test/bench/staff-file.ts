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
/** The greatest prime below birthdays × sexes × serial numbers (14,600 × 2 × 9,999): any step visits each number once. */
const NUMBERS = 291_970_787;
/** NUMBERS × 0.618…: neighbours in the file lie far apart, as in a list that is sorted by name. */
const STEP = 180_447_870;
const PIECE = 1 << 20;

/**
 * Writes a staff file of invented people: eight columns, Kazakh names, `;`, UTF-8, LF. Every IIN is valid and there
 * once; they follow no order. The same number of rows gives the same bytes.
 */
export function writeStaffFile(path: string, rows: number): void {
  const file = openSync(path, 'w');
  let text = `${HEADER.join(';')}\n`;
  for (let row = 0, serial = 0; row < rows; serial++) {
    const number = (serial * STEP) % NUMBERS;
    const iin = iinOf(number);
    if (iin === null) continue;
    text += `${iin};${personOf(number, row)}\n`;
    row++;
    if (text.length > PIECE) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/** @returns null where no check digit exists */
function iinOf(number: number): string | null {
  const rest = Math.floor(number / BIRTHDAYS.length);
  const serial = String((rest >> 1) + 1).padStart(4, '0');
  const prefix = `${pick(BIRTHDAYS, number)}${3 + (rest & 1)}${serial}`;
  const digit = checkDigit(prefix);
  return digit === null ? null : `${prefix}${digit}`;
}

function personOf(number: number, row: number): string {
  const sex = Math.floor(number / BIRTHDAYS.length) & 1;
  const surname =
    pick(STEM_STARTS, number) + pick(STEM_ENDS, number >> 4) + pick(SURNAME_ENDS[sex], number >> 9);
  const patronymic = pick(FATHERS, number >> 5) + pick(PATRONYMIC_ENDS, sex);
  const phone = `+7701${String(row % 10_000_000).padStart(7, '0')}`;
  const hired = `${2000 + (number % 25)}-09-01`;
  return `${surname};${pick(GIVEN[sex], number >> 7)};${patronymic};${pick(POSITIONS, number >> 3)};${phone};p${row}@mektep.example;${hired}`;
}

function pick(list: readonly string[] = [], i: number): string {
  return list[i % list.length] ?? '';
}
