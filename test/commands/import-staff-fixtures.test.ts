import { readdirSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';

const admin = story.admin.iin;
const folder = new URL('../../fixtures/district-files/', import.meta.url).pathname;
const [ONE, TWO] = ['850315400124', '900101300176'];

/** What a file adds where nobody of it is known, and what the command line must say for it. */
const added: Readonly<
  Record<string, { readonly keys: readonly string[]; readonly flags?: readonly string[] }>
> = {
  'staff-person-at-two-organisations.csv': { keys: [`school-1/${ONE}`, `school-2/${ONE}`] },
  'staff-organisations-by-bin.csv': { keys: [`school-1/${ONE}`, `school-2/${TWO}`] },
  'staff-organisations-by-bin-zero-lost.csv': { keys: [`school-3/${ONE}`] },
  'staff-organisations-by-code.csv': { keys: [`school-1/${ONE}`, `school-2/${TWO}`] },
  'staff-organisations-by-name.csv': { keys: [`school-1/${ONE}`, `school-2/${TWO}`] },
  'staff-two-roles.csv': {
    keys: [`school-4/${ONE}`, `school-4/${ONE}/director`, `school-4/${ONE}/executor`],
  },
  'staff-own-headers.csv': {
    keys: [`school-4/${ONE}`],
    flags: ['--map', 'Жеке нөмір=iin', '--map', 'Табель №=-'],
  },
  'staff-iin-second-pass.csv': { keys: ['school-4/850315400608'] },
};

/** What a file changes at a school that has read `staff-before.csv`. */
const changed: Readonly<
  Record<string, { readonly flags: readonly string[]; readonly told: readonly RegExp[] }>
> = {
  'staff-before.csv': { flags: [], told: [] },
  'staff-blank-cells.csv': { flags: [], told: [] },
  'staff-one-left.csv': { flags: ['--sync', '--yes'], told: [/^- .*Өмірбеков.*dismissed/] },
  'staff-one-returned.csv': { flags: ['--sync'], told: [/Өмірбеков.*returned/] },
  'staff-surname-changed.csv': { flags: [], told: [/Жұмағұлова.*Сейітова/] },
};

describe.each(engines)('a file that needs a district, on $engine', ({ create }) => {
  let district: District;
  const opened: District[] = [];
  beforeEach(async () => {
    district = await District.open(create, scenes.slice(0, 2));
    opened.push(district);
  });
  afterAll(async () => {
    for (const one of opened) await one.drop();
  });
  const importOf = (file: string, ...flags: readonly string[]) => [
    ...['import-staff', folder + file, '--org', 'school-4', ...flags],
  ];

  it.each(Object.entries(added))('%s adds whom it names', async (file, { keys, flags = [] }) => {
    const { document } = await district.done(admin, importOf(file, ...flags));
    expect(document.changes.map(({ action, key }) => `${action} ${key}`).toSorted()).toEqual(
      keys.map(key => `add ${key}`).toSorted(),
    );
    expect(document.problems).toEqual([]);
  });

  it.each(Object.entries(changed))('%s tells what has changed since', async (file, { flags, told }) => {
    await district.done(admin, importOf('staff-before.csv'));
    if (file === 'staff-one-returned.csv')
      await district.done(admin, importOf('staff-one-left.csv', '--sync', '--yes'));
    const { stdout, code } = await district.text(admin, importOf(file, ...flags, '--lang', 'en'));
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter(Boolean);
    expect(lines).toHaveLength(told.length);
    for (const [i, pattern] of told.entries()) expect(lines[i]).toMatch(pattern);
  });

  it('and every trap has its file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys({ ...added, ...changed }).toSorted());
  });
});
