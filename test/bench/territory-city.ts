import { writeFileSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { story } from '../../fixtures/story.ts';
import { streetIdentity } from '../../src/domain/territory/street-name.ts';

/** A city as issue 4 has it: two schools on every street. */
export const CITY = { schools: 80, streets: 1500, rows: 3000 } as const;

const STEMS = ['Ақбұлақ', 'Жаңатау', 'Көкжар', 'Сарыдала', 'Қызылтөбе', 'Алтынарна', 'Бескөл', 'Тасқорған'];
const CHANGE = 1;

/** Puts the city's schools and streets into a file that `qabyl init` has made, and lets its first person bind them. */
export function loadCity(path: string): void {
  const handle = new BetterSqlite(path);
  handle.exec('begin');
  const { department, admin, year } = story;
  handle
    .prepare('insert into staff_role (org, iin, role, change) values (?, ?, ?, ?)')
    .run(department.code, admin.iin, 'admin', CHANGE);
  const school = handle.prepare(
    `insert into org (code, kind, name_kk, name_ru, department, territory, change) values (?, 'school', ?, ?, ?, 'yes', ?)`,
  );
  for (let i = 1; i <= CITY.schools; i++)
    school.run(`school-${i}`, `№ ${i} мектеп`, `Школа № ${i}`, department.code, CHANGE);
  const street = handle.prepare(
    `insert into street (year, department, street, name_kk, name_ru, kind, change) values (?, ?, ?, ?, ?, 'street', ?)`,
  );
  for (let i = 0; i < CITY.streets; i++) {
    const id = streetIdentity({ name: nameOf(i), kind: 'street', settlement: null });
    street.run(year, department.code, id, nameOf(i), `улица ${stemOf(i)}`, CHANGE);
  }
  handle.exec('commit');
  handle.pragma('wal_checkpoint(truncate)');
  handle.close();
}

/** The city's table: school, street, houses; the streets as people write them, in no order. */
export function writeCityFile(path: string): void {
  const lines = Array.from({ length: CITY.rows }, (_, row) => {
    const street = (row * 701) % CITY.streets;
    const houses =
      row < CITY.streets ? '1-45 (нечетные), 47А, с 51 (нечетные)' : 'четные с 2 по 60, 12/1, 62 к1';
    return `school-${((street + (row < CITY.streets ? 0 : 1)) % CITY.schools) + 1};ул. ${stemOf(street)};"${houses}"`;
  });
  writeFileSync(path, ['school;street;houses', ...lines, ''].join('\n'));
}

function stemOf(i: number): string {
  return `${STEMS[i % STEMS.length]}-${Math.floor(i / STEMS.length) + 1}`;
}

function nameOf(i: number): string {
  return `${stemOf(i)} көшесі`;
}
