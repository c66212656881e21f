import { holder, story } from '../../../fixtures/story.ts';
import { inventBin, inventIin } from '../../support/people.ts';

/** The change in whose name the rows of a case are written. */
export const CHANGE = 999;
export const { code: DEPARTMENT } = story.department;
export const YEAR = story.year;
export const [DIRECTOR, EXECUTOR, ADMIN] = (['director', 'executor', 'admin'] as const).map(role =>
  holder('school-1', role),
) as [string, string, string];
export const NOBODY = inventIin(901);

type Value = string | number | null;
const literal = (value: Value) =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
export const insert = (table: string, row: Readonly<Record<string, Value>>) =>
  `insert into ${table} (${Object.keys(row).join(', ')}, change) values (${Object.values(row).map(literal).join(', ')}, ${CHANGE})`;

export const org = (row: Readonly<Record<string, Value>>) =>
  insert('org', {
    ...{ code: 'school-9', kind: 'school', bin: inventBin(91), name_kk: 'Мектеп', name_ru: 'Школа' },
    ...{ department: DEPARTMENT, kato: null, territory: 'yes' },
    ...row,
  });
export const staff = (row: Readonly<Record<string, Value>>) =>
  insert('staff', {
    ...{
      org: 'school-1',
      iin: NOBODY,
      surname: 'Ахметова',
      given_name: 'Әлия',
      patronymic: null,
      position: null,
    },
    ...{ phone: null, email: null, hired_on: null, active: 1 },
    ...row,
  });
export const street = (row: Readonly<Record<string, Value>>) =>
  insert('street', {
    ...{
      year: YEAR,
      department: DEPARTMENT,
      street: '/street/жана',
      name_kk: 'Жаңа',
      name_ru: 'Новая',
      kind: 'street',
    },
    ...{ settlement: null, aliases: null, houses: null },
    ...row,
  });
export const binding = (row: Readonly<Record<string, Value>>) =>
  insert('binding', {
    ...{ year: YEAR, school: 'school-1', street: '/street/жана', department: DEPARTMENT },
    ...{ houses: 'odd:1-9', shared_houses: null, share: null },
    ...row,
  });
export const settings = (row: Readonly<Record<string, Value>>) =>
  insert('year_settings', {
    ...{ year: YEAR, school: 'school-9', total_places: 90, intake: 50, class_size: 25, free_choice: 1 },
    ...{ classes: 'kk general 2x25' },
    ...row,
  });
export const season = (row: Readonly<Record<string, Value>>) =>
  insert('season_rules', {
    ...{
      year: YEAR,
      department: 'dep-9',
      opens: '2027-04-01',
      closes: '2027-08-31',
      order_from: '2027-08-25',
    },
    ...{ study_starts: '2027-09-01', class_size_norm: 25, class_size_max: 36, inside_per_outside: 3 },
    ...row,
  });
export const appointment = (row: Readonly<Record<string, Value>>) =>
  insert('appointment', {
    ...{
      year: YEAR,
      school: 'school-1',
      service: 'grade-1-admission',
      executor: EXECUTOR,
      director: DIRECTOR,
    },
    ...row,
  });
export const newDepartment = org({
  code: 'dep-9',
  kind: 'department',
  territory: 'none',
  bin: inventBin(92),
});
export const school2 = { school: 'school-2' };
export const former = (kind: string, key: string, before: object) =>
  `insert into former_row (change, kind, key, action, before, former_change)
   values (${CHANGE}, '${kind}', '${key}', 'update', ${literal(JSON.stringify(before))}, 1)`;
export const update = (table: string, set: string, where: string) =>
  `update ${table} set ${set}, change = ${CHANGE} where ${where}`;
export const noAppointment = `delete from appointment where school = 'school-1'`;
