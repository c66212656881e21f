import { LONGEST_NAME_PART } from '../../../../domain/identity/person-name.ts';
import { twelveDigits } from './number-functions.ts';
import { everyRow, type RowRule } from './rule.ts';
import { CYRILLIC_LETTERS } from './text-functions.ts';

/** Titles of posts run long, but not longer (input/staff-cells.ts). */
export const LONGEST_POSITION = 200;

const KEY = `w.org || '/' || w.iin`;
/** So many bytes hold no more letters than a name may have, two bytes a letter. */
const NAME_BYTES = 2 * LONGEST_NAME_PART;
const named = (column: string) => `octet_length(w.${column}) between 1 and ${NAME_BYTES}`;

/** Employees come by the hundred thousand: what nearly every row passes is one look at it, and nothing is made twice. */
export const STAFF_RULES: readonly RowRule[] = [
  everyRow('iin-check-digit', KEY, 'is_iin_number(w.digits)', { digits: twelveDigits('iin') }),
  everyRow(
    'name-characters',
    KEY,
    `case when ${named('surname')} and ${named('given_name')} and (w.patronymic is null or ${named('patronymic')})
        and w.surname || w.given_name || coalesce(w.patronymic, '') !~ '[^${CYRILLIC_LETTERS}]' then true
      else is_name_part(w.surname) and is_name_part(w.given_name) and (w.patronymic is null or is_name_part(w.patronymic)) end`,
  ),
  everyRow('repair-refused', KEY, `w.position is null or is_clean_text(w.position, ${LONGEST_POSITION})`),
  everyRow('phone-malformed', KEY, 'w.phone is null or is_phone(w.phone)'),
  everyRow('email-malformed', KEY, 'w.email is null or is_email(w.email)'),
  everyRow('date-impossible', KEY, 'w.hired_on is null or is_iso_date(w.hired_on)'),
  // Roles and appointments end with the employment (`--sync` of import-staff, change/undo/check-people.ts).
  {
    code: 'staff-left',
    atEnd: true,
    breaks: `select ${KEY} from written as w where w.active = 0
      and (exists (select from staff_role as r where r.org = w.org and r.iin = w.iin)
        or exists (select from appointment as a where a.school = w.org and a.executor = w.iin))`,
  },
];

/** assign-role: a role is for who works there now. */
export const ROLE_RULES: readonly RowRule[] = [
  {
    code: 'staff-left',
    breaks: `select w.org || '/' || w.iin || '/' || w.role from written as w
      where not exists (select from staff as s where s.org = w.org and s.iin = w.iin and s.active = 1)`,
  },
];
