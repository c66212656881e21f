import { describe } from 'vitest';
import { describeRules } from './rule-cases.ts';
import { ADMIN, binding, insert, newDepartment, org, school2, street, update, YEAR } from './written-rows.ts';

describe('streets, bindings and reviews that are written past the program', () => {
  describeRules({
    street: [
      [
        'a street',
        null,
        street({ aliases: 'Фрунзе|40 лет Победы', houses: 'odd:1-1...1;even:2-6', settlement: 'Ақсу' }),
      ],
      ['a street of which no house is left', null, street({ houses: '' })],
      ['a street of a school', 'org-not-department', street({ department: 'school-1' })],
      ['a street without a name in its key', 'street-key-empty', street({ street: '/street/' })],
      ['an unknown kind', 'street-kind-unknown', street({ kind: 'path' })],
      ['a name with a blank behind it', 'repair-refused', street({ name_kk: 'Жаңа ' })],
      ['an alias of nothing', 'repair-refused', street({ aliases: 'Фрунзе||Абай' })],
      ['houses as people write them', 'houses-unreadable', street({ houses: '1, 3, 5' })],
      ['houses without an end', 'known-houses-endless', street({ houses: 'odd:1-~' })],
    ],

    binding: [
      ['a street of its department', null, street({}), binding({})],
      [
        'houses of two schools, each its own',
        null,
        street({}),
        binding({}),
        binding({ ...school2, houses: 'odd:9-11;even:2-~' }),
      ],
      [
        'houses that both have on purpose',
        null,
        street({}),
        binding({}),
        binding({ ...school2, houses: 'odd:7-11', shared_houses: 'odd:7-9', share: 'екі тілде' }),
      ],
      [
        'a house that moved in one change',
        null,
        street({}),
        binding({}),
        binding({ ...school2, houses: 'odd:11-13' }),
        update(
          'binding',
          `houses = case school when 'school-1' then 'odd:1-5' else 'odd:5-13' end`,
          `street = '/street/жана'`,
        ),
      ],
      [
        'houses that another school has',
        'houses-taken',
        street({}),
        binding({}),
        binding({ ...school2, houses: 'odd:7-7...1' }),
      ],
      [
        'more than what is shared',
        'houses-taken',
        street({}),
        binding({}),
        binding({ ...school2, houses: 'odd:5-11', shared_houses: 'odd:7-9', share: 'екі тілде' }),
      ],
      [
        'a third school in what two share',
        'houses-taken',
        street({}),
        binding({}),
        binding({ ...school2, shared_houses: 'odd:1-9', share: 'екі тілде' }),
        binding({ school: 'school-3' }),
      ],
      [
        'a share beyond the houses',
        'houses-not-bound',
        street({}),
        binding({ shared_houses: 'odd:7-11', share: 'екі тілде' }),
      ],
      [
        'a share for no reason',
        'cell-missing',
        street({}),
        binding({ shared_houses: 'odd:7-9', share: ' ' }),
      ],
      ['no houses', 'houses-unreadable', street({}), binding({ houses: '' })],
      ['houses that touch', 'houses-unreadable', street({}), binding({ houses: 'odd:1-3,3-5' })],
      ['even houses on the odd side', 'houses-unreadable', street({}), binding({ houses: 'odd:2-4' })],
      [
        'a school of another department',
        'org-without-territory',
        newDepartment,
        org({ department: 'dep-9' }),
        binding({ school: 'school-9' }),
      ],
      [
        'a school without a territory',
        'org-without-territory',
        org({ territory: 'none' }),
        binding({ school: 'school-9' }),
      ],
      ['a department', 'org-without-territory', newDepartment, binding({ school: 'dep-9' })],
    ],

    review: [
      [
        'a territory of a school that has none',
        'org-without-territory',
        insert('territory_review', {
          year: YEAR,
          school: 'school-5',
          territory: '0'.repeat(64),
          reviewed_by: ADMIN,
        }),
      ],
      [
        'what was never bound',
        'territory-moved-on',
        update('territory_review', `territory = '${'0'.repeat(64)}'`, `school = 'school-1'`),
      ],
      [
        'what was read is bound still',
        null,
        update('territory_review', `reviewed_by = '${ADMIN}'`, `school = 'school-1'`),
      ],
      [
        'what has moved since',
        'territory-moved-on',
        `delete from binding where school = 'school-1'`,
        update('territory_review', `reviewed_by = '${ADMIN}'`, `school = 'school-1'`),
      ],
      [
        'an IIN that is none',
        'iin-check-digit',
        update('territory_review', `reviewed_by = '123456789012'`, `school = 'school-1'`),
      ],
    ],
  });
});
