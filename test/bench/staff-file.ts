import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { checkDigit } from '../../src/domain/identity/check-digit.ts';

const SURNAMES = [
  'Қасымов',
  'Әбдірахманов',
  'Нұрғалиев',
  'Тұрсынов',
  'Өмірбеков',
  'Ахметов',
  'Сәрсенов',
  'Жүнісов',
];
const GIVEN = ['Ержан', 'Әсет', 'Нұрлан', 'Қанат', 'Асқар', 'Ғалым', 'Бауыржан', 'Серік'];
const PATRONYMICS = ['Қанатұлы', 'Серікұлы', 'Әбішұлы', 'Мұхтарұлы', 'Сағатұлы'];
const POSITIONS = ['мұғалім', 'бастауыш сынып мұғалімі', 'кітапханашы', 'педагог-психолог', 'іс жүргізуші'];

/** Writes a staff file of invented people: eight columns, Kazakh names, `;`, every IIN valid and once. */
export async function writeStaffFile(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('ЖСН;Тегі;Аты;Әкесінің аты;Лауазымы;Телефон;Электрондық пошта;Жұмысқа қабылданған күні\n');
  let text = '';
  for (let i = 0, serial = 0; i < rows; serial++) {
    const iin = iinOf(serial);
    if (iin === null) continue;
    const name = [pick(SURNAMES, i), pick(GIVEN, i >> 3), pick(PATRONYMICS, i >> 6)].join(';');
    const phone = `+7701${String(i % 10_000_000).padStart(7, '0')}`;
    text += `${iin};${name};${pick(POSITIONS, i)};${phone};p${i}@mektep.example;${2000 + (i % 25)}-09-01\n`;
    i++;
    if (text.length > 1_000_000) {
      file.write(text);
      text = '';
    }
  }
  file.end(text);
  await finished(file);
}

/** The IIN with this serial number; null where no check digit exists. */
function iinOf(serial: number): string | null {
  const day = Math.floor(serial / 9999);
  const date = new Date(Date.UTC(1960, 0, 1 + (day % 14_000))).toISOString().slice(2, 10).replaceAll('-', '');
  const prefix = `${date}${day % 2 === 0 ? 3 : 4}${String((serial % 9999) + 1).padStart(4, '0')}`;
  const digit = checkDigit(prefix);
  return digit === null ? null : `${prefix}${digit}`;
}

function pick(list: readonly string[], i: number): string {
  return list[i % list.length] ?? '';
}
