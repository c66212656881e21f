import type { Role } from '../domain/authority/roles.ts';
import { iinBirthDate } from '../domain/identity/iin.ts';
import type { FullName } from '../domain/identity/person-name.ts';
import { unlikelyHiring, unusualAge } from '../domain/identity/working-age.ts';
import { warning } from '../domain/problem.ts';
import { CellReader, type FileKind } from './row-reading.ts';
import { binSpellings, iinSpellings, roleSpellings } from './spellings.ts';
import {
  binCell,
  dateCell,
  emailCell,
  fullNameCell,
  iinCell,
  LONGEST_ORG,
  LONGEST_POSITION,
  namePartCell,
  phoneCell,
  roleCell,
} from './staff-cells.ts';
import type { TableSpec } from './table-spec.ts';

export type StaffField =
  | 'iin'
  | 'surname'
  | 'given_name'
  | 'patronymic'
  | 'full_name'
  | 'position'
  | 'phone'
  | 'email'
  | 'hired_on'
  | 'birth_date'
  | 'org'
  | 'org_bin'
  | 'role';

/** One employee of `import-staff`: phone in E.164, dates ISO, absent values null. */
export interface StaffFileRow extends FullName {
  readonly iin: string;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hired_on: string | null;
  /** the organisation as written; null when the command names it */
  readonly org: string | null;
  readonly org_bin: string | null;
  readonly role: Role | null;
}

const spec: TableSpec<StaffField> = {
  fields: [
    { field: 'iin', spellings: iinSpellings, required: true },
    { field: 'surname', spellings: ['Тегі', 'Фамилия', 'Фамилиясы', 'Surname', 'Last name'], required: true },
    { field: 'given_name', spellings: ['Аты', 'Есімі', 'Имя', 'Given name', 'First name'], required: true },
    { field: 'patronymic', spellings: ['Әкесінің аты', 'Отчество', 'Patronymic', 'Middle name'] },
    {
      field: 'full_name',
      spellings: ['Аты-жөні', 'Тегі, аты, әкесінің аты', 'ТАӘ', 'ФИО', 'Фамилия, имя, отчество', 'Full name'],
      insteadOf: ['surname', 'given_name'],
    },
    { field: 'position', spellings: ['Лауазымы', 'Қызметі', 'Должность', 'Position'] },
    {
      field: 'phone',
      spellings: [
        'Телефон',
        'Телефоны',
        'Байланыс телефоны',
        'Ұялы телефон',
        'Телефон нөмірі',
        'Контактный телефон',
        'Мобильный телефон',
        'Номер телефона',
        'Phone',
        'Mobile',
      ],
    },
    {
      field: 'email',
      spellings: [
        'Электрондық пошта',
        'Эл. пошта',
        'Эл. почта',
        'Электронная почта',
        'E-mail',
        'Email',
        'Почта',
      ],
    },
    {
      field: 'hired_on',
      spellings: [
        'Жұмысқа қабылданған күні',
        'Дата приёма',
        'Дата приёма на работу',
        'Hired on',
        'Hire date',
      ],
    },
    { field: 'birth_date', spellings: ['Туған күні', 'Дата рождения', 'Birth date', 'Date of birth'] },
    {
      field: 'org',
      spellings: [
        'Мекеме',
        'Білім беру ұйымы',
        'Ұйым',
        'Мектеп',
        'Организация',
        'Школа',
        'Organization',
        'School',
      ],
    },
    { field: 'org_bin', spellings: binSpellings },
    { field: 'role', spellings: roleSpellings },
  ],
};

/**
 * `iin, surname, given_name, patronymic` (or `full_name`), `position, phone, email, hired_on`, and for files of
 * several organisations `org` or `org_bin`, `role`. `birth_date` is compared with the IIN and not kept.
 */
export const staffFile: FileKind<StaffField, StaffFileRow> = {
  spec,
  readRow(row, conditions = null) {
    const cells = new CellReader(row, conditions);
    const iin = cells.requiredCell('iin', iinCell);
    const name = readName(cells);
    const position = cells.text('position', LONGEST_POSITION);
    const phone = cells.optionalCell('phone', phoneCell);
    const email = cells.optionalCell('email', emailCell);
    const hired_on = cells.optionalCell('hired_on', dateCell);
    const birth = cells.optionalCell('birth_date', dateCell);
    const org_bin = cells.optionalCell('org_bin', binCell);
    const role = cells.optionalCell('role', roleCell);
    const org = cells.text('org', LONGEST_ORG);
    if (iin !== undefined) {
      if (birth) compareBirth(cells, iin, birth);
      if (conditions !== null) compareDates(cells, iin, hired_on ?? null, conditions.today);
    }
    if (!iin || !name || phone === undefined || email === undefined || hired_on === undefined)
      return cells.refusal();
    if (org_bin === undefined || role === undefined) return cells.refusal();
    const { surname, given_name, patronymic } = name;
    return cells.accept({
      iin,
      surname,
      given_name,
      patronymic,
      position,
      phone,
      email,
      hired_on,
      org,
      org_bin,
      role,
    });
  },
};

/** The parts where they are written; the one-cell name where no part is. */
function readName(cells: CellReader<StaffField>): FullName | undefined {
  if (!cells.isBlank('full_name') && cells.isBlank('surname') && cells.isBlank('given_name'))
    return cells.requiredCell('full_name', fullNameCell);
  const surname = cells.requiredCell('surname', namePartCell);
  const given_name = cells.requiredCell('given_name', namePartCell);
  const patronymic = cells.optionalCell('patronymic', namePartCell);
  return surname && given_name && patronymic !== undefined ? { surname, given_name, patronymic } : undefined;
}

/** An IIN begins with the date of birth; when the file says another, somebody mistyped one of the two. */
function compareBirth(cells: CellReader<StaffField>, iin: string, stated: string): void {
  const from_iin = iinBirthDate(iin);
  if (stated !== from_iin)
    cells.warn('birth_date', warning('birth-date-mismatch', { stated, iin, from_iin }));
}

/** Ages that nobody at work has are most likely another person's IIN, and such dates of hiring are slips. */
function compareDates(
  cells: CellReader<StaffField>,
  iin: string,
  hired_on: string | null,
  today: string,
): void {
  const odd = unusualAge(iin, today);
  if (odd !== null) cells.warn('iin', odd);
  if (hired_on === null) return;
  const unlikely = unlikelyHiring(iin, hired_on, today);
  if (unlikely !== null) cells.warn('hired_on', unlikely);
}
