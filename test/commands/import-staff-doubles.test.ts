import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventedIins } from '../support/invented-staff.ts';

const admin = story.admin.iin;
const HEADER = 'ЖСН;Тегі;Аты;Лауазымы;Рөлі';

/** A row far before others and one far behind them: more than a batch of 8,192 lies between, in two or three batches. */
const sizes = [
  { read: 'in this thread', year: 74, between: 9000, bytes: [0, 1_000_000] },
  { read: 'in a thread of its own', year: 72, between: 20_000, bytes: [1_000_000, 2_000_000] },
] as const;

describe.each(engines)('rows far apart about one person on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  describe.each(sizes)('read $read', ({ between, year, bytes: [least, most] }) => {
    const [person = '', ...others] = inventedIins(between + 1, year);
    const middle = others.map(iin => `${iin};Серікова;Айгүл;мұғалім;`);
    const last = between + 3;
    const file = (first: string, second: string) => {
      const name = district.file(HEADER, `${person};${first}`, ...middle, `${person};${second}`);
      const { length } = readFileSync(join(district.database.folder, name));
      expect(length > least && length < most, `${length} bytes`).toBe(true);
      return name;
    };
    const argv = (name: string, ...more: readonly string[]) => [
      ...['import-staff', name, '--org', 'school-1', ...more],
    ];

    it('reject the file where they differ, each naming the line of the other', async () => {
      const name = file('Ким;Анна;учитель;', 'Цой;Анна;учитель;');
      const { document, code } = await district.refused(admin, argv(name));
      expect(code).toBe(3);
      expect(document.problems).toMatchObject([
        { code: 'row-conflict', message: expect.stringContaining(String(last)), where: { line: 2 } },
        { code: 'row-conflict', message: expect.stringContaining('2'), where: { line: last } },
      ]);
    });

    it('are both left out with --skip-invalid, both stand among the rejects, and all others are written', async () => {
      const name = file('Ким;Анна;учитель;', 'Цой;Анна;учитель;');
      const flags = ['--skip-invalid', '--rejects', 'bad.csv'];
      const dry = await district.change(admin, argv(name, ...flags, '--dry-run'));
      const { document, code } = await district.change(admin, argv(name, ...flags));
      expect(code).toBe(6);
      expect(document.summary).toMatchObject({ read: between + 2, add: between, rejected: 2 });
      expect(document.digest).toBe(dry.document.digest);
      const rejects = readFileSync(join(district.database.folder, 'bad.csv'), 'utf8').trimEnd().split('\n');
      expect(rejects.map(line => line.split(';')[1])).toEqual(['Тегі', 'Ким', 'Цой']);
      const stored = await district.list('staff', '--org', 'school-1');
      expect(stored.some(({ iin }) => iin === person)).toBe(false);
    });

    it('give one employee and a warning where they say the same, and one more role where they give another', async () => {
      const same = file('Ким;Анна;учитель;', 'Ким;Анна;учитель;');
      const once = await district.change(admin, argv(same, '--dry-run'));
      expect(once.document.summary).toMatchObject({ read: between + 2, add: 1, unchanged: between });
      expect(once.document.problems).toMatchObject([{ code: 'row-duplicate', where: { line: last } }]);
      const roles = file('Ким;Анна;учитель;admin', 'Ким;Анна;учитель;executor');
      const both = await district.change(admin, argv(roles, '--dry-run', '--all-changes'));
      expect(both.codes).toEqual([]);
      expect(both.document.changes.map(({ key }) => key).toSorted()).toEqual([
        `school-1/${person}`,
        `school-1/${person}/admin`,
        `school-1/${person}/executor`,
      ]);
    });

    it('are found on standard input too, which is read more than once', async () => {
      const name = file('Ким;Анна;учитель;', 'Цой;Анна;учитель;');
      const stdin = readFileSync(join(district.database.folder, name));
      const flags = ['--skip-invalid', '--rejects', 'piped.csv', '--dry-run'];
      const { document } = await district.change(admin, argv('-', ...flags), { stdin });
      expect(document.summary).toMatchObject({ read: between + 2, unchanged: between, rejected: 2 });
      const rejects = readFileSync(join(district.database.folder, 'piped.csv'), 'utf8');
      expect(rejects.trimEnd().split('\n')).toHaveLength(3);
    });
  });
});
