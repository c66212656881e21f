import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { TABLES } from '../support/everything.ts';
import { Logins } from '../support/logins.ts';
import type { StoredRow } from '../support/look-inside.ts';
import { inventIin } from '../support/people.ts';
import { Tampering } from '../support/tampering.ts';
import { expectWhole, undone, verification } from '../support/undoing.ts';

const admin = story.admin.iin;
const HISTORY = ['change', 'change_org', 'former_row'];

/** Values that a cell might be given instead, for every column that takes only some. */
const INSTEAD: Readonly<Record<string, readonly unknown[]>> = {
  kind: ['school', 'department', 'staff', 'role', 'binding'],
  territory: ['yes', 'none'],
  role: ['admin', 'director', 'executor', 'superadmin'],
  action: ['update', 'remove'],
  active: [0, 1],
  current: [0, 1],
  free_choice: [0, 1],
};

function otherValues(column: string, value: unknown): readonly unknown[] {
  const known = INSTEAD[column]?.filter(one => one !== value) ?? [];
  if (typeof value === 'number') return [...known, value + 1, value - 1, 999];
  return value === null ? [...known, 'х', 7] : [...known, `${value}х`, String(value).slice(1), null];
}

describe.each(engines)('verify-history on $engine', ({ engine, create }) => {
  // A file has no logins.
  const tables = [
    ...Object.keys(TABLES).filter(table => table !== 'staff_login' || engine === 'postgres'),
    ...HISTORY,
  ];
  let logins: Logins;
  let district: District;
  let tampering: Tampering;
  beforeAll(async () => {
    district = await District.open(create, scenes);
    // Rows that were replaced, removed, added again, put back and taken away.
    const two = (position: string) =>
      district.file(
        'iin,surname,given_name,position',
        `${inventIin(1)},Ахметова,Әлия,${position}`,
        `${inventIin(2)},Серікова,Айгүл,мұғалім`,
      );
    const importing = async (file: string, ...more: readonly string[]) =>
      (await district.done(admin, ['import-staff', file, '--org', 'school-5', ...more])).document.change ?? 0;
    await importing(two('мұғалім'));
    await undone(district, admin, await importing(two('әдіскер')));
    const role = ['assign-role', '--org', 'school-5', '--role', 'admin', '--staff', inventIin(1)];
    await district.done(admin, role);
    await district.done(admin, [...role, '--revoke', '--yes']);
    await district.done(admin, role);
    const house = ['bind-streets', '--school', 'school-3', '--street', 'Гагарина', '--houses', '903'];
    await district.done(streetKeeper, [...house, '--unbind', '--yes']);
    await district.done(streetKeeper, house);
    logins = new Logins(district.db, admin);
    if (engine === 'postgres')
      for (const school of ['school-1', 'school-2']) await logins.of(holder(school, 'admin'));
    tampering = await Tampering.with(district);
  }, 120_000);
  afterAll(async () => {
    await tampering.close();
    await district.drop();
    await logins.drop();
  });

  const codes = async () => (await verification(district, admin)).breaks.map(({ code }) => code);

  it('finds nothing wrong with what the program wrote, and counts it', async () => {
    const run = await district.text(admin, ['verify-history', '--lang', 'en']);
    expect([run.code, run.stderr]).toEqual([0, expect.stringMatching(/[0-9a-f]{64}/)]);
    expect(run.stdout).toMatch(/whole.*\d+ changes, \d+ rows/);
    const { ok, changes, head } = await verification(district, admin);
    const last = (await tampering.rows('change')).find(({ id }) => id === changes);
    expect({ ok, head }).toEqual({ ok: true, head: last?.chain });
  });

  it.each(tables)(
    'finds any one cell of %s that was altered past the program',
    async table => {
      const rows = await tampering.rows(table);
      const columns = Object.keys(rows[0] ?? {});
      let tried = 0;
      for (const column of columns) {
        const picked = fc.sample(fc.constantFrom(...rows), 2);
        for (const row of picked)
          for (const value of otherValues(column, row[column])) {
            if (value === row[column]) continue;
            const found = await tampering.altered(table, row, column, value, codes);
            if (found === null) continue;
            tried += 1;
            expect(found, `${table}.${column}: ${row[column]} → ${value}`).not.toEqual([]);
            break;
          }
      }
      expect(tried).toBeGreaterThan(columns.length);
      await expectWhole(district, admin);
    },
    240_000,
  );

  it.each(tables)('finds a row of %s that was removed or put in', async table => {
    const rows = await tampering.rows(table);
    const picked = fc.sample(fc.constantFrom(...rows), 3);
    for (const row of picked) {
      expect(await tampering.removed(table, row, codes), `without ${JSON.stringify(row)}`).not.toEqual([]);
      const another = anotherRow(table, row);
      const found = await tampering.added(table, another, codes);
      expect(found, `with ${JSON.stringify(another)}`).not.toEqual([]);
    }
    await expectWhole(district, admin);
  });

  it('names the change, its command and its rows', async () => {
    const iin = holder('school-1', 'director');
    const person = (await tampering.rows('staff')).find(row => row.iin === iin);
    const found = await tampering.altered('staff', person ?? {}, 'surname', 'Жалған', () =>
      verification(district, admin),
    );
    expect(found?.breaks).toMatchObject([{ change: person?.change, code: 'history-rows-differ' }]);
    expect(found?.breaks[0]?.message).toMatch(/import-staff.*2027-02-01.*altered.*school-1/);
    expect(found?.breaks[0]?.fix).toContain(`qabyl show ${person?.change}`);
  });

  it('names a line that was removed, one that was altered, and the one that does not follow', async () => {
    const lines = await tampering.rows('change');
    const third = lines.find(({ id }) => id === 3) ?? {};
    expect((await tampering.removed('change', third, codes))[0]).toBe('history-line-missing');
    const altered = await tampering.altered('change', third, 'actor', inventIin(9), () =>
      verification(district, admin),
    );
    expect(altered?.breaks).toMatchObject([{ change: 3, code: 'history-line-altered' }]);
    const forged = await tampering.altered('change', third, 'chain', 'f'.repeat(64), codes);
    expect(forged).toEqual(['history-line-altered', 'history-line-detached']);
  });

  it('counts a gap that a forged number leaves, however long, and shows its beginning', async () => {
    const last = (await tampering.rows('change')).reduce((a, b) => (Number(a.id) > Number(b.id) ? a : b));
    const id = 2_000_000_000;
    const found = await tampering.altered('change', last, 'id', id, () => verification(district, admin));
    expect(found?.breaks).toHaveLength(100);
    expect(found?.breaks[0]).toMatchObject({ change: last.id, code: 'history-line-missing' });
    expect(found?.total).toBeGreaterThan(id - Number(last.id));
  });

  it('prints the first break for people and says how many there are', async () => {
    const [row = {}] = await tampering.rows('season_rules');
    const run = await tampering.altered('season_rules', row, 'closes', '2027-09-30', () =>
      district.text(admin, ['verify-history', '--lang', 'ru']),
    );
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run?.stderr).toMatch(/в обход программы[\s\S]*1 расхождение/);
  });

  it('is for those who may see all of the data', async () => {
    const run = await district.text(holder('school-1', 'director'), ['verify-history', '--json']);
    expect(run.code).toBe(4);
    expect(
      (await district.text(holder(story.department.code, 'admin'), ['verify-history', '--json'])).code,
    ).toBe(0);
  });
});

/** A row that could stand beside another one. */
function anotherRow(table: string, row: StoredRow): StoredRow {
  const key = { ...TABLES, change: ['id'], change_org: ['org'], former_row: ['key'] }[table]?.at(-1) ?? '';
  const value = row[key];
  const bin = table === 'org' ? { bin: null } : {};
  const free = { role: ['superadmin', 'admin', 'director', 'executor'].find(role => role !== value) };
  if (key === 'role') return { ...row, role: free.role, iin: inventIin(77) };
  return { ...row, ...bin, [key]: typeof value === 'number' ? value + 500 : `${value}х` };
}
