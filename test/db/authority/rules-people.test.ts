import { describe } from 'vitest';
import { mistype } from '../../support/people.ts';
import { describeRules } from './rule-cases.ts';
import {
  ADMIN,
  appointment,
  DEPARTMENT,
  EXECUTOR,
  former,
  insert,
  NOBODY,
  noAppointment,
  staff,
  update,
  YEAR,
} from './written-rows.ts';

describe('people, their roles and appointments that are written past the program', () => {
  describeRules({
    staff: [
      [
        'somebody with everything',
        null,
        staff({
          patronymic: 'Серікқызы',
          position: 'мұғалім',
          phone: '+77051528593',
          email: 'aliya@mektep.kz',
          hired_on: '2020-02-29',
        }),
      ],
      [
        'a double name with a Latin letter',
        null,
        staff({ surname: "Д'Артаньян-Müller", given_name: 'Ян Мария', patronymic: 'Мамед оглы' }),
      ],
      ['an IIN with a wrong digit', 'iin-check-digit', staff({ iin: mistype(NOBODY) })],
      ['no digits for an IIN', 'iin-check-digit', staff({ iin: '\\x1234567890' })],
      ['no surname', 'name-characters', staff({ surname: '' })],
      ['a digit in a name', 'name-characters', staff({ given_name: 'Әлия2' })],
      ['two blanks in a name', 'name-characters', staff({ given_name: 'Ян  Мария' })],
      ['a long name', 'name-characters', staff({ surname: 'а'.repeat(101) })],
      ['a patronymic in two words', 'name-characters', staff({ patronymic: 'Асан ұлы' })],
      ['a position with a line break', 'repair-refused', staff({ position: 'мұғалім\n' })],
      ['a long position', 'repair-refused', staff({ position: 'м'.repeat(201) })],
      ['a telephone with blanks', 'phone-malformed', staff({ phone: '+7 705 152' })],
      ['a telephone of a code that nobody has', 'phone-malformed', staff({ phone: '+75051528593' })],
      ['an address without a host', 'email-malformed', staff({ email: 'aliya@' })],
      ['a host in capitals', 'email-malformed', staff({ email: 'aliya@Mektep.kz' })],
      ['a day that does not exist', 'date-impossible', staff({ hired_on: '2021-02-29' })],
      ['a day written the other way', 'date-impossible', staff({ hired_on: '01.09.2020' })],
      [
        'somebody with a role leaves',
        'staff-left',
        noAppointment,
        update('staff', 'active = 0', `org = 'school-1' and iin = '${EXECUTOR}'`),
      ],
      [
        'somebody who is appointed leaves',
        'staff-left',
        `delete from staff_role where iin = '${EXECUTOR}'`,
        update('staff', 'active = 0', `org = 'school-1' and iin = '${EXECUTOR}'`),
      ],
      [
        'somebody leaves with roles and appointment gone',
        null,
        noAppointment,
        `delete from staff_role where iin = '${EXECUTOR}'`,
        update('staff', 'active = 0', `org = 'school-1' and iin = '${EXECUTOR}'`),
      ],
    ],

    role: [
      [
        'a role for who works there',
        null,
        staff({}),
        insert('staff_role', { org: 'school-1', iin: NOBODY, role: 'admin' }),
      ],
      [
        'a role for who has left',
        'staff-left',
        staff({ active: 0 }),
        insert('staff_role', { org: 'school-1', iin: NOBODY, role: 'admin' }),
      ],
      [
        'a role where the person does not work',
        'staff-left',
        staff({}),
        insert('staff_role', { org: 'school-2', iin: NOBODY, role: 'admin' }),
      ],
    ],

    appointment: [
      ['the executor by the director', null, noAppointment, appointment({})],
      ['another service', 'service-unknown', noAppointment, appointment({ service: 'grade-10' })],
      ['somebody without the role', 'executor-without-role', noAppointment, appointment({ executor: ADMIN })],
      [
        'somebody who has left',
        'executor-left',
        noAppointment,
        `update staff set active = 0 where iin = '${EXECUTOR}'`,
        appointment({}),
      ],
      ['by somebody who is no director', 'not-permitted', noAppointment, appointment({ director: ADMIN })],
      [
        'put back, by who was the director then',
        null,
        noAppointment,
        former('appointment', `${YEAR}/school-1/grade-1-admission`, { executor: EXECUTOR, director: ADMIN }),
        appointment({ director: ADMIN }),
      ],
      ['at a department', 'org-not-school', appointment({ school: DEPARTMENT })],
    ],
  });
});
