import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, staffLines } from '../support/people.ts';

const admin = story.admin.iin;
const top = story.department.code;

describe.each(engines)('list on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  });
  afterAll(() => district.drop());

  const listAs = async (as: string, ...argv: readonly string[]) => {
    const run = await district.text(as, ['list', ...argv, '--json']);
    expect(run.code, run.stdout).toBe(0);
    return parseDocument(run, 'qabyl.list/1');
  };
  const refused = async (as: string, ...argv: readonly string[]) => {
    const run = await district.text(as, ['list', ...argv, '--json']);
    const { problems } = parseDocument(run, 'qabyl.error/1');
    return { code: run.code, codes: problems.map(problem => problem.code), problems };
  };

  it.each([
    ['orgs', 6, 'code'],
    ['staff', 149, 'org iin'],
    ['roles', 22, 'org iin role'],
    ['streets', 61, 'department street'],
    ['bindings', 70, 'school street'],
    ['settings', 5, 'school'],
    ['appointments', 4, 'school'],
    ['years', 1, 'year'],
  ] as const)('has the %s of the district, in the order of their keys', async (kind, least, key) => {
    const document = await listAs(admin, kind);
    expect(document.kind).toBe(kind);
    expect(document.rows.length).toBeGreaterThanOrEqual(least);
    const rows: readonly Readonly<Record<string, unknown>>[] = document.rows;
    const keys = rows.map(row =>
      key
        .split(' ')
        .map(column => row[column])
        .join(' '),
    );
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['staff', 'roles', 'settings', 'appointments', 'bindings'])(
    'has the %s of one organisation',
    async kind => {
      for (const flag of ['--org', '--school']) {
        const { rows } = await listAs(admin, kind, flag, 'school-1');
        expect(rows.length).toBeGreaterThan(0);
        expect(
          rows.every(row => ('org' in row ? row.org : 'school' in row ? row.school : '') === 'school-1'),
        ).toBe(true);
      }
      const named = await listAs(admin, kind, '--org', 'Школа-гимназия № 1 имени Абая');
      expect(named).toEqual(await listAs(admin, kind, '--org', '950940007313'));
    },
  );

  it('has everyone with a role, in whatever language it is named', async () => {
    for (const role of ['director', 'директор', 'Director']) {
      const { rows } = await listAs(admin, 'roles', '--role', role);
      expect(rows.length).toBe(5);
      expect(rows.every(row => 'role' in row && row.role === 'director')).toBe(true);
      const staff = await listAs(admin, 'staff', '--role', role);
      expect(staff.rows.map(row => 'iin' in row && row.iin)).toEqual(
        rows.map(row => 'iin' in row && row.iin),
      );
    }
  });

  it('has one street by any of its spellings, and who it is bound to', async () => {
    for (const name of ['улица Жамбыла', 'Жамбыл көш.', 'Джамбула']) {
      const { rows } = await listAs(admin, 'streets', '--street', name);
      expect(rows).toMatchObject([{ name_kk: 'Жамбыл көшесі', settlement: 'Ақжайлау' }]);
      const bindings = await listAs(admin, 'bindings', '--street', name);
      expect(bindings.rows.length).toBeGreaterThan(0);
    }
    expect((await refused(admin, 'streets', '--street', 'Жанбыл')).codes).toEqual(['street-unknown']);
    // Two settlements have one.
    expect((await refused(admin, 'bindings', '--street', 'улица Абая')).codes).toEqual(['street-ambiguous']);
  });

  it.each([
    ['orgs --role director', '--role'],
    ['orgs --left', '--left'],
    ['staff --street Абай', '--street'],
    ['roles --left', '--left'],
    ['streets --role admin', '--role'],
    ['bindings --left', '--left'],
    ['settings --street Абай', '--street'],
    ['appointments --role executor', '--role'],
    ['years --org school-1', '--org'],
    ['years --school school-1', '--school'],
  ])('passes over no filter that it does not know: list %s', async (line, flag) => {
    const answer = await refused(admin, ...line.split(' '), '--lang', 'en');
    expect(answer).toMatchObject({ code: 2, codes: ['flag-needs'] });
    expect(answer.problems[0]?.message).toContain(`${flag} means nothing without list `);
  });

  it('leaves out those who have left unless --left is given', async () => {
    const file = district.file(...staffLines([1, 2]));
    await district.done(admin, ['import-staff', file, '--org', top]);
    const rows = (await listAs(admin, 'staff', '--org', top)).rows;
    const lines = rows.flatMap(row =>
      'surname' in row && row.iin !== inventIin(1) ? [`${row.iin},${row.surname},${row.given_name}`] : [],
    );
    const fewer = district.file('iin,surname,given_name', ...lines);
    await district.done(admin, ['import-staff', fewer, '--org', top, '--sync', '--yes']);
    const iins = async (...more: readonly string[]) =>
      (await listAs(admin, 'staff', '--org', top, ...more)).rows.map(row => ('iin' in row ? row.iin : ''));
    expect(await iins()).not.toContain(inventIin(1));
    expect(await iins()).toContain(inventIin(2));
    expect(await iins('--left')).toContain(inventIin(1));
  });

  it('shows people of a school what is in it, its department’s streets, and nothing else', async () => {
    const head = holder('school-2', 'director');
    expect((await listAs(head, 'orgs')).rows.map(row => 'code' in row && row.code)).toEqual(['school-2']);
    const everyone = (await listAs(head, 'staff')).rows;
    expect(everyone.every(row => 'org' in row && row.org === 'school-2')).toBe(true);
    expect((await listAs(head, 'streets')).rows).toEqual((await listAs(admin, 'streets')).rows);
    for (const kind of ['bindings', 'settings', 'appointments'] as const)
      expect((await listAs(head, kind)).rows.every(row => 'school' in row && row.school === 'school-2')).toBe(
        true,
      );
    for (const other of ['school-1', top]) {
      const { code, codes } = await refused(head, 'staff', '--org', other);
      expect([code, ...codes]).toEqual([4, 'not-permitted']);
    }
    expect(await refused(inventIin(3), 'orgs')).toMatchObject({ code: 4, codes: ['actor-unknown'] });
  });

  it.each([
    ['an unknown kind', ['pupils'], 2, 'flag-invalid'],
    ['no kind', [], 2, 'flag-missing'],
    ['an unknown role', ['roles', '--role', 'king'], 2, 'flag-invalid'],
    ['an unknown organisation', ['staff', '--org', 'school-11'], 3, 'org-unknown'],
    ['a department for a school', ['bindings', '--school', top], 3, 'org-not-school'],
    ['an organisation and a school', ['staff', '--org', top, '--school', 'school-1'], 2, 'flags-conflict'],
    ['an unknown year', ['streets', '--year', '2030-2031'], 3, 'year-unknown'],
    ['a year that is none', ['streets', '--year', '2030'], 2, 'flag-invalid'],
    ['an IIN that is none', ['orgs', '--as', '123'], 2, 'iin-length'],
  ])('refuses %s', async (_, argv, exitCode, problem) => {
    const { code, codes } = await refused(admin, ...argv);
    expect([code, ...codes]).toEqual([exitCode, problem]);
  });

  it('is empty in a year that has just begun', async () => {
    const init = scenes[0]?.argv.map(word => (word === story.year ? '2028-2029' : word)) ?? [];
    await district.done(admin, [...init, '--yes']);
    try {
      expect((await listAs(admin, 'streets')).rows).toEqual([]);
      expect((await listAs(admin, 'streets', '--year', story.year)).rows.length).toBeGreaterThan(0);
      const text = await district.text(admin, ['list', 'streets']);
      expect([text.code, text.stdout]).toEqual([0, '']);
      expect(text.stderr).not.toBe('');
    } finally {
      await district.done(admin, [...(scenes[0]?.argv ?? []), '--yes']);
    }
  });

  it('writes CSV that a spreadsheet reads and import-staff reads again', async () => {
    const run = await district.text(admin, ['list', 'staff', '--org', 'school-3', '--csv', '-o', 'out.csv']);
    expect([run.code, run.stdout]).toEqual([0, '']);
    const written = readFileSync(join(district.database.folder, 'out.csv'), 'utf8');
    const { stdout } = await district.text(admin, ['list', 'staff', '--org', 'school-3', '--csv']);
    expect(written).toBe(stdout);
    const { rows } = await listAs(admin, 'staff', '--org', 'school-3');
    const lines = stdout.trimEnd().split('\r\n');
    // Whoever is listed works there: a column that says so would say nothing, and no importer asks for it.
    expect(lines[0]).toBe(
      Object.keys(rows[0] ?? {})
        .filter(column => column !== 'active')
        .join(','),
    );
    expect(lines).toHaveLength(rows.length + 1);
  });

  it.each([
    { kind: 'orgs', as: admin, argv: ['import-orgs', 'again.csv'] },
    { kind: 'staff', as: admin, argv: ['import-staff', 'again.csv', '--org', 'school-1'] },
    { kind: 'streets', as: streetKeeper, argv: ['import-streets', 'again.csv'] },
    { kind: 'bindings', as: streetKeeper, argv: ['bind-streets', '--file', 'again.csv', '--replace-all'] },
  ])(
    'writes $kind as CSV that changes nothing when it is imported again, in any language',
    async ({ kind, as, argv }) => {
      for (const lang of ['en', 'ru', 'kk']) {
        const written = await district.text(admin, [
          'list',
          kind,
          '--csv',
          '-o',
          'again.csv',
          '--lang',
          lang,
        ]);
        expect(written.code).toBe(0);
        const { rows } = await listAs(admin, kind);
        const { document } = await district.done(as, argv);
        expect(document).toMatchObject({
          outcome: 'unchanged',
          summary: { read: rows.length, unchanged: rows.length },
        });
      }
    },
  );

  it('calls the streets of a table by their names', async () => {
    const { stdout } = await district.text(admin, [
      'list',
      'bindings',
      '--school',
      'school-1',
      '--lang',
      'kk',
    ]);
    expect(stdout).toContain('Ақжайлау, Абай көшесі');
    expect(stdout).not.toContain('/street/');
  });

  it('speaks the same CSV in every language', async () => {
    const csv = (lang: string) =>
      district.text(admin, ['list', 'staff', '--org', 'school-3', '--csv', '--lang', lang]);
    const [en, ru, kk] = await Promise.all(['en', 'ru', 'kk'].map(csv));
    expect(ru?.stdout).toBe(en?.stdout);
    expect(kk?.stdout).toBe(en?.stdout);
  });

  it('prints a table for people, with how many rows there are on stderr', async () => {
    const run = await district.text(admin, ['list', 'appointments', '--lang', 'ru']);
    expect(run.stdout).toContain(holder('school-1', 'executor'));
    expect(run.stdout).toContain('school-1');
    expect(run.stderr).toContain('4');
  });

  it('says when a file cannot be written', async () => {
    const { code, codes } = await refused(admin, 'orgs', '-o', 'no/such/folder/x.json');
    expect([code, ...codes]).toEqual([2, 'output-unwritable']);
  });
});
