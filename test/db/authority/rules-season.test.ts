import { describe } from 'vitest';
import { describeRules } from './rule-cases.ts';
import { newDepartment, org, season, settings } from './written-rows.ts';

describe('settings and seasons that are written past the program', () => {
  describeRules({
    settings: [
      ['settings that agree', null, org({}), settings({})],
      [
        'two languages and sizes',
        null,
        org({}),
        settings({ intake: 74, classes: 'kk general 1x25, kk general 1x24, ru general 1x25' }),
      ],
      ['settings of a department', 'org-not-school', newDepartment, settings({ school: 'dep-9' })],
      ['too many places', 'settings-number', org({}), settings({ total_places: 100_001 })],
      [
        'class sets in another order',
        'classes-malformed',
        org({}),
        settings({ intake: 75, classes: 'ru general 1x25, kk general 2x25' }),
      ],
      [
        'the same class sets twice',
        'classes-malformed',
        org({}),
        settings({ classes: 'kk general 1x25, kk general 1x25' }),
      ],
      ['more pupils than places', 'settings-intake-above-places', org({}), settings({ total_places: 49 })],
      ['class sets for fewer pupils', 'settings-classes-sum', org({}), settings({ intake: 51 })],
      [
        'a class above the class size',
        'settings-size-above-class-size',
        org({}),
        settings({ class_size: 24 }),
      ],
      ['a class size above the maximum', 'class-size-above-max', org({}), settings({ class_size: 37 })],
      [
        'a class size within the maximum of the department',
        null,
        org({ department: 'dep-9' }),
        newDepartment,
        season({ class_size_max: 40 }),
        settings({ class_size: 37 }),
      ],
    ],

    'season-rules': [
      ['a season', null, newDepartment, season({})],
      ['a window that runs into the school year', null, newDepartment, season({ closes: '2027-09-30' })],
      ['a season of a school', 'org-not-department', org({}), season({ department: 'school-9' })],
      ['a day that does not exist', 'date-impossible', newDepartment, season({ opens: '2027-02-29' })],
      ['a day of another year', 'season-date-year', newDepartment, season({ opens: '2026-04-01' })],
      [
        'a window that closes before it opens',
        'season-closes-first',
        newDepartment,
        season({ opens: '2027-08-20', closes: '2027-08-10' }),
      ],
      [
        'an order before the window',
        'season-order-early',
        newDepartment,
        season({ order_from: '2027-03-01' }),
      ],
      [
        'an order after study starts',
        'season-order-late',
        newDepartment,
        season({ order_from: '2027-09-02' }),
      ],
      ['nobody from outside ever', 'season-cap', newDepartment, season({ inside_per_outside: 0 })],
      ['a norm above the maximum', 'season-norm-above-max', newDepartment, season({ class_size_norm: 37 })],
    ],
  });
});
