import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStaffFile } from '../../support/read-staff.ts';

const folder = new URL('../../../fixtures/workbooks/', import.meta.url).pathname;
const [ONE, TWO] = ['850315400124 Жұмағұлова', '900101300176 Өмірбеков'];

interface Expected {
  readonly people?: readonly string[];
  readonly hired?: readonly (string | null)[];
  /** each as its code and the row of the sheet */
  readonly problems?: readonly string[];
}

const expected: Readonly<Record<string, Expected>> = {
  'staff-error-cell.xlsx': { problems: ['cell-error 2'] },
  'staff-formula-not-calculated.xlsx': { problems: ['cell-uncalculated 2'] },
  'staff-hidden-sheet.xlsx': { people: [ONE, TWO], hired: ['2020-09-01', '2020-09-01'] },
  'staff-iins-as-numbers.xlsx': { people: [ONE, '050315500123 Өмірбеков'] },
  'staff-named-csv.csv': { people: [ONE, TWO], hired: ['2020-09-01', '2020-09-01'] },
  'staff-real-dates.xlsx': { people: [ONE], hired: ['2020-09-01'] },
  'staff-title-and-empty-rows.xlsx': { people: [ONE, TWO] },
  'staff-two-sheets.xlsx': { problems: ['sheet-not-clear -'] },
};
/** Read by tests of their own: they come from other programs and hold other people. */
const foreign = ['staff-libreoffice.xlsx', 'staff-since-1904.xlsx'];

describe('every workbook is read, or answered with what is wrong in it', () => {
  it.each(Object.entries(expected))('%s', async (file, { people = [], hired, problems = [] }) => {
    const found = await readStaffFile(folder + file);
    expect(found.problems.map(({ code, where }) => `${code} ${where?.line ?? '-'}`)).toEqual(problems);
    expect(found.people.map(({ iin, surname }) => `${iin} ${surname}`)).toEqual(people);
    if (hired) expect(found.people.map(({ hired_on }) => hired_on)).toEqual(hired);
  });

  it('from the sheet that is named, where two hold a table', async () => {
    const found = await readStaffFile(`${folder}staff-two-sheets.xlsx`, { options: { sheet: '2026' } });
    expect([found.problems, found.people.length]).toEqual([[], 2]);
  });

  it('and every trap has its file', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(expected), ...foreign].toSorted());
  });
});
