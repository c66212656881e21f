import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStaffFile } from '../support/read-staff.ts';

const folder = new URL('../../fixtures/repaired-files/', import.meta.url).pathname;

interface Expected {
  /** the people as they are stored */
  readonly people: readonly string[];
  /** what was repaired, by kind and column, with its count */
  readonly repairs: readonly string[];
}

/** Each file shows one kind of dirt that can be removed without a guess. */
const expected: Readonly<Record<string, Expected>> = {
  'staff-apostrophes.csv': {
    people: ['850315400124 Жұмағұлова Гүлнәр +77017619108', '900101300176 Өмірбеков Ғабит +77017619109'],
    repairs: ['apostrophe-removed iin 2', 'apostrophe-removed phone 1'],
  },
  'staff-invisible-characters.csv': {
    people: ['850315400124 Жұмағұлова Гүлнәр мұғалім'],
    repairs: everywhere('blanks-removed'),
  },
  'staff-kazakh-letters-of-others.csv': {
    people: ['850315400124 Жаңабаева Гүлнәр'],
    repairs: ['look-alikes-replaced given_name 1', 'look-alikes-replaced surname 1'],
  },
  'staff-look-alikes.csv': {
    people: ['850315400124 Жұмағұлова Гүлнәр мұғалім', '900101300176 Өмірбеков Ғабит Nomad City әдіскері'],
    repairs: [
      'look-alikes-replaced given_name 1',
      'look-alikes-replaced position 1',
      'look-alikes-replaced surname 2',
    ],
  },
  'staff-no-break-spaces.csv': {
    people: ['850315400124 Жұмағұлова Гүлнәр бастауыш сынып мұғалімі'],
    repairs: ['blanks-removed iin 1', 'blanks-removed position 1', 'blanks-removed surname 1'],
  },
  'staff-trailing-blanks.csv': {
    people: ['850315400124 Жұмағұлова Гүлнәр мұғалім'],
    repairs: everywhere('blanks-removed'),
  },
  'staff-unusual-hyphens.csv': {
    people: ['850315400124 Жұмағұлова-Әли Гүлнәр педагог-психолог'],
    repairs: ['look-alikes-replaced position 1', 'look-alikes-replaced surname 1'],
  },
  'staff-zeros-lost.csv': {
    people: ['050315500123 Жұмағұлова Гүлнәр', '001231500120 Өмірбеков Ғабит'],
    repairs: ['zeros-restored iin 2'],
  },
};

/** One repair in each column of a file of one row. */
function everywhere(code: string): string[] {
  return ['given_name', 'iin', 'position', 'surname'].map(field => `${code} ${field} 1`);
}

describe('every file whose faults cannot be misread is repaired', () => {
  it.each(readdirSync(folder))('%s', async file => {
    const { people, problems, batches } = await readStaffFile(folder + file);
    expect(problems).toEqual([]);
    const told = people.map(({ iin, surname, given_name, position, phone }) =>
      [iin, surname, given_name, position, phone].filter(Boolean).join(' '),
    );
    const repairs = batches.flatMap(batch =>
      batch.repairs.map(one => `${one.code} ${one.field} ${one.count}`),
    );
    expect({ people: told, repairs: repairs.toSorted() }).toEqual(expected[file]);
  });

  it.each(readdirSync(folder))(
    'and refused with --no-repair, each repair an error at its cell: %s',
    async file => {
      const { people, problems } = await readStaffFile(folder + file, { repair: false });
      expect(people.length).toBeLessThan(expected[file]?.people.length ?? 0);
      const count = (expected[file]?.repairs ?? []).reduce((sum, one) => sum + Number(one.split(' ')[2]), 0);
      expect(problems).toHaveLength(count);
      for (const { code, where } of problems) {
        expect(['repair-refused', 'iin-zeros-lost']).toContain(code);
        expect(where?.line).toBeGreaterThan(1);
      }
    },
  );

  it('and every repair has its file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});
