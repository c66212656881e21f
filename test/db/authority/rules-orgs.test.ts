import { describe } from 'vitest';
import { inventBin, mistype } from '../../support/people.ts';
import { describeRules } from './rule-cases.ts';
import { DEPARTMENT, former, insert, NOBODY, newDepartment, org, update } from './written-rows.ts';

describe('organisations and years that are written past the program', () => {
  describeRules({
    org: [
      ['a new school', null, org({})],
      [
        'a department under the department, with a school of its own',
        null,
        newDepartment,
        org({ department: 'dep-9' }),
      ],
      ['a code in capitals', 'code-malformed', org({ code: 'School-9' })],
      ['a code like a BIN', 'code-malformed', org({ code: '940140000385' })],
      ['a BIN with a wrong digit', 'bin-check-digit', org({ bin: mistype(inventBin(91)) })],
      ['the IIN of a person for a BIN', 'bin-check-digit', org({ bin: NOBODY })],
      ['no BIN', 'bin-check-digit', org({ bin: null })],
      ['a blank name', 'repair-refused', org({ name_ru: ' ' })],
      ['a name that lost its letters', 'repair-refused', org({ name_kk: 'Б?л?м' })],
      ['eight digits of KATO', 'kato-malformed', org({ kato: '12345678' })],
      ['a department with a territory', 'territory-unknown', org({ kind: 'department' })],
      ['a school under nothing', 'parent-missing', org({ department: null })],
      ['a school under a school', 'parent-not-department', org({ department: 'school-1' })],
      [
        'a department that becomes a school over others',
        'parent-not-department',
        update('org', `kind = 'school', territory = 'yes', department = 'dep-9'`, `code = '${DEPARTMENT}'`),
      ],
      [
        'an organisation under itself',
        'parent-cycle',
        org({ code: 'dep-9', kind: 'department', territory: 'none', department: 'dep-9' }),
      ],
      [
        'a circle of two',
        'parent-cycle',
        newDepartment,
        update('org', `department = 'dep-9'`, `code = '${DEPARTMENT}'`),
      ],
      [
        'a school with settings that becomes a department',
        'org-kind-fixed',
        update('org', `kind = 'department', territory = 'none'`, `code = 'school-1'`),
      ],
      [
        'a school that nothing hangs on becomes a department',
        'org-kind-fixed',
        former('org', 'school-9', { kind: 'department', territory: 'none', department: DEPARTMENT }),
        org({}),
      ],
      [
        'a school with streets gives its territory up',
        'school-holds-streets',
        update('org', `territory = 'none'`, `code = 'school-1'`),
      ],
      [
        'a school with streets goes to another department',
        'school-holds-streets',
        newDepartment,
        update('org', `department = 'dep-9'`, `code = 'school-1'`),
      ],
      ['such a school gets another name', null, update('org', `name_ru = 'Школа №1'`, `code = 'school-1'`)],
      [
        'a school that had streets without a territory before gets another name',
        null,
        `update org set territory = 'none' where code = 'school-1'`,
        former('org', 'school-1', { kind: 'school', territory: 'none', department: DEPARTMENT }),
        update('org', `name_ru = 'Школа №1'`, `code = 'school-1'`),
      ],
    ],

    year: [
      ['the next year', null, insert('academic_year', { year: '2028-2029', current: 0 })],
      [
        'a year that leaps',
        'year-not-consecutive',
        insert('academic_year', { year: '2028-2030', current: 0 }),
      ],
      ['another century', 'year-malformed', insert('academic_year', { year: '1927-1928', current: 0 })],
      ['a second current year', 'flag-missing', insert('academic_year', { year: '2028-2029', current: 1 })],
      [
        'another current year',
        null,
        update('academic_year', 'current = 0', 'current = 1'),
        insert('academic_year', { year: '2028-2029', current: 1 }),
      ],
    ],
  });
});
