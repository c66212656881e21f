import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../src/domain/problem.ts';
import { LANGUAGES } from '../../../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../../../src/locales/load-language.ts';
import { asTheyStand, type Pasting, type Text } from '../../../../src/locales/text.ts';
import { readStaffText } from '../../../support/read-staff.ts';
import { anyFile } from '../../fuzz/any-file.ts';
import { encoded, saved, staffTable, textOf } from '../../fuzz/staff-tables.ts';

const catalogues = await Promise.all(LANGUAGES.map(loadCatalogue));

/** With the runs of `import-staff-fuzz.test.ts` 10,000 in all. */
const READINGS = 7500;

/** What is wrong with the sentences of a problem. */
function untold({ code, args }: Problem): string[] {
  return catalogues.flatMap(({ problems }) => {
    const texts: Readonly<Record<string, (args: never, run: Pasting) => Text>> = problems;
    const message = texts[code]?.(args as never, asTheyStand).message ?? '';
    return message === '' || /undefined|\[object |NaN/.test(message) ? [`${code}: ${message}`] : [];
  });
}

describe('the reading of any bytes as employees', () => {
  it('ends in rows and problems that add up, each problem told in every language, never in a throw', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.boolean(), async (bytes, repair) => {
        const { people, roles, problems, read, rejected } = await readStaffText(bytes, { repair });
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(people.length).toBeLessThanOrEqual(read);
        expect(roles.length).toBeLessThanOrEqual(read);
        expect(rejected).toBeLessThanOrEqual(Math.min(read, errors.length));
        // Nobody at all, and not a word about it, would be a file that vanished.
        if (people.length === 0) expect(problems.length).toBeGreaterThan(0);
        expect(problems.flatMap(untold)).toEqual([]);
      }),
      { numRuns: READINGS },
    );
  }, 180_000);

  it('loses no row of a table without a word', async () => {
    await fc.assert(
      fc.asyncProperty(staffTable, saved, async (cells, how) => {
        const utf8 = { ...how, encoding: 'utf-8' } as const;
        const { problems, read } = await readStaffText(encoded(textOf(cells, utf8), utf8));
        // A header or a file that cannot be used says so in the file's name.
        fc.pre(problems.every(({ where }) => typeof where?.record === 'number'));
        expect(read).toBe(cells.length - 1);
      }),
      { numRuns: 500 },
    );
  });
});
