import { describe, expect, it } from 'vitest';
import type { RowChange } from '../../src/change/row-change.ts';
import type { StaffRow } from '../../src/db/schema.ts';
import type { Language } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { formatRows } from '../../src/output/change-text.ts';
import { makeStyle } from '../../src/output/style.ts';
import { inventIin } from '../support/people.ts';

const person: StaffRow = {
  org: 'school-3',
  iin: inventIin(1),
  surname: 'Ахметова',
  given_name: 'Әлия',
  patronymic: null,
  position: 'мұғалім',
  phone: '+77012345678',
  email: null,
  hired_on: null,
  active: 1,
};

function changed(
  action: RowChange['action'],
  before: Partial<StaffRow>,
  after: Partial<StaffRow>,
): RowChange {
  const [old, now] = [before, after].map(part => ({ ...person, ...part }));
  return {
    action,
    kind: 'staff',
    key: `school-3/${person.iin}`,
    label: 'Ахметова Әлия',
    before: old ?? null,
    after: now ?? null,
  };
}

async function told(row: RowChange, language: Language): Promise<string> {
  return formatRows([row], await loadCatalogue(language), makeStyle(false), true);
}

describe('an employee in a plan', () => {
  it.each([
    ['en', '~ employee Ахметова Әлия  returned; Phone: +77012345678 → +77017654321\n'],
    ['ru', '~ сотрудник Ахметова Әлия  возвращение на работу; Телефон: +77012345678 → +77017654321\n'],
    ['kk', '~ қызметкер Ахметова Әлия  жұмысқа қайта алу; Телефон: +77012345678 → +77017654321\n'],
  ] as const)('who had left and works again returns, field by field, in %s', async (language, line) => {
    expect(await told(changed('update', { active: 0 }, { phone: '+77017654321' }), language)).toBe(line);
  });

  it.each([
    ['en', '- employee Ахметова Әлия  dismissed\n'],
    ['ru', '- сотрудник Ахметова Әлия  увольнение\n'],
    ['kk', '- қызметкер Ахметова Әлия  жұмыстан шығару\n'],
  ] as const)('who leaves is dismissed in %s', async (language, line) => {
    expect(await told(changed('remove', {}, { active: 0 }), language)).toBe(line);
  });

  it('whose surname changes is shown with both', async () => {
    const line = await told(changed('update', {}, { surname: 'Серікова' }), 'en');
    expect(line).toBe('~ employee Ахметова Әлия  Surname: Ахметова → Серікова\n');
  });
});

describe('settings in a plan', () => {
  it('show every number, also one that another setting or the school has too', async () => {
    const after = {
      year: '2027-2028',
      school: 'school-75',
      total_places: 75,
      intake: 75,
      class_size: 25,
      free_choice: 1,
      classes: 'kk general 3x25',
    };
    const line = await told(
      {
        action: 'add',
        kind: 'settings',
        key: '2027-2028/school-75',
        label: 'school-75',
        before: null,
        after,
      } as RowChange,
      'en',
    );
    expect(line.match(/75/g)).toHaveLength(3);
  });
});
