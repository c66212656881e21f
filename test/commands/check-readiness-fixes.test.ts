import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { ROLES, type Role } from '../../src/domain/authority/roles.ts';
import { SCHOOL_CHECKS } from '../../src/domain/readiness/check.ts';
import { engines, forCommandLine, type TestDatabase } from '../support/databases.ts';
import { parsed, pasted } from '../support/paste.ts';
import { checkOf, fixes, readiness } from '../support/readiness.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const admin = story.admin.iin;
const { code: department } = story.department;

describe.each(engines)('the fixes that check-readiness prints on $engine', ({ create }) => {
  let database: TestDatabase;
  let db: string;
  const start = async (played = scenes) => {
    database = await create();
    db = database.target;
    await playScenes(db, played);
  };
  const all = (...argv: string[]) => readiness(argv, { db, as: admin });
  /** Runs a command that the test rests on. */
  const done = async (as: string, ...argv: string[]) => {
    const run = await qabyl(argv, { db, as, cwd: process.cwd() });
    expect(run.code, `${argv.join(' ')}\n${run.stdout}${run.stderr}`).toBe(0);
  };
  afterEach(() => database.drop());

  it.each([
    ['before there is anybody', 2],
    ['after the department has its people', 4],
    ['after the street list', 5],
    ['after the bindings', 6],
    ['after the people of the schools', 11],
    ['after the roles', 16],
    ['at the end', scenes.length],
  ])('%s are all accepted by the command line, and name the organisation', async (_, count) => {
    await start(scenes.slice(0, count));
    const printed = fixes(await all());
    expect(printed.length).toBeGreaterThan(0);
    for (const { fix, id, org, by, by_org } of printed) {
      const call = await parsed(pasted(fix));
      const { org: named, school, department: above } = call.options;
      if (SCHOOL_CHECKS.some(known => known === id) && id !== 'bin-valid' && org !== department)
        expect([named, school], fix).toContain(org);
      if (id === 'window-set' || id === 'streets-listed') expect(above).toBe(department);
      expect(by, fix).not.toBeNull();
      expect([org, department]).toContain(by_org);
    }
  });

  it('repeat --db, --year and --profile when they were given as flags, and nothing from the environment', async () => {
    await start();
    const folder = join(database.folder, 'config', 'qabyl');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ profiles: { 'күз 2027': { as: admin } } }));
    const told = forCommandLine(db);
    const given = ['--db', told.db, '--year', story.year, '--profile', 'күз 2027'];
    const run = await qabyl(['check-readiness', ...given, '--json'], {
      env: { ...told.env, XDG_CONFIG_HOME: join(database.folder, 'config') },
    });
    const printed = fixes(JSON.parse(run.stdout) as Awaited<ReturnType<typeof all>>);
    expect(printed.length).toBe(3);
    for (const { fix } of printed) {
      const { options } = await parsed(pasted(fix));
      expect(options).toMatchObject({ db: told.db, year: story.year, profile: 'күз 2027' });
    }
    for (const { fix } of fixes(await all())) expect(fix).not.toMatch(/--(db|year|profile|as|lang)/);
  });

  it('mend the check when they are pasted, by whom they name', async () => {
    await start(scenes.filter(({ argv }) => !argv.includes('--opens')));
    const before = await all();
    const printed = fixes(before);
    expect(printed.map(({ org, id }) => `${org} ${id}`)).toEqual([
      'akzhailau window-set',
      'school-2 executor-appointed',
      'school-3 territory-reviewed',
      'school-4 year-settings-consistent',
    ]);
    for (const { fix, by, by_org, id } of printed) {
      // The settings of a school are overwritten: that alone asks for approval.
      const approval = id === 'year-settings-consistent' ? ['--yes'] : [];
      expect(fix).not.toMatch(/\b[A-Z]{3,}\b/);
      if (by === null || by_org === null) throw new Error(`nobody can run ${fix}`);
      await done(holder(by_org, by), ...pasted(fix), ...approval);
    }
    const after = await all('--fail-level', 'warning');
    expect(after.ready).toBe(true);
    expect(fixes(after)).toEqual([]);
  });

  it('bring in another executor when the appointed one has lost the role', async () => {
    await start();
    const [director, old] = [holder('school-1', 'director'), holder('school-1', 'executor')];
    const superadmin = holder('school-1', 'superadmin');
    const other = holder('school-1', 'admin');
    const role = ['assign-role', '--org', 'school-1', '--role', 'executor', '--staff'];
    await done(superadmin, ...role, other);
    await done(superadmin, ...role, old, '--revoke', '--yes');
    const lost = checkOf(await all(), 'school-1', 'executor-appointed');
    expect(lost.status).toBe('fail');
    expect(lost.fix).toContain(other);
    await done(director, ...pasted(lost.fix ?? ''));
    expect(checkOf(await all(), 'school-1', 'executor-appointed').status).toBe('pass');
  });

  it('propose class sets when the department has lowered its limit', async () => {
    await start();
    const season = ['set-year-settings', '--department', department];
    await done(
      holder(department, 'admin'),
      ...season,
      '--class-size-norm',
      '18',
      '--class-size-max',
      '20',
      '--yes',
    );
    const report = await all('--only', 'year-settings-consistent');
    expect(report.orgs.filter(org => !org.ready).map(org => org.org)).toEqual([
      'school-1',
      'school-2',
      'school-3',
      'school-4',
    ]);
    for (const { fix, org } of fixes(report)) await done(holder(org, 'admin'), ...pasted(fix), '--yes');
    expect((await all('--only', 'year-settings-consistent', '--fail-level', 'warning')).ready).toBe(true);
  });

  it('lead a new district to ready one by one, with its own values in place of the capitals', async () => {
    database = await create();
    db = database.target;
    const [first] = scenes;
    if (first) await playScenes(db, [first]);
    const file = (name: string, ...lines: string[]) => {
      const path = join(database.folder, name);
      writeFileSync(path, `${lines.join('\n')}\n`);
      return path;
    };
    const orgs = file(
      'orgs.csv',
      'code,kind,bin,name_kk,name_ru,department',
      `school-1,school,950940007313,№ 1 мектеп,Школа № 1,${department}`,
    );
    const streets = file('streets.csv', 'name_kk,name_ru', 'Абай көшесі,улица Абая', '"М. Әуезов көшесі",');
    await done(admin, 'import-orgs', orgs);
    // Until the department has more people, its first super-administrator is its administrator too.
    const who = (org: string, role: Role) => (org === department ? admin : holder(org, role));
    const values = (org: string, words: readonly string[]) => {
      const role = ROLES.find(one => one === words[words.indexOf('--role') + 1]);
      const own: Readonly<Record<string, string>> = {
        'staff.csv': `fixtures/district/staff-${org}.csv`,
        'streets.csv': streets,
        SCHOOL: 'school-1',
        ...(role ? { IIN: who(org, role) } : {}),
      };
      return words.map(word => own[word] ?? word);
    };
    const answers = ['50', '50', '25', 'yes', 'kk general 2x25'];
    const ran: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const [next] = fixes(await all()).filter(check => check.status !== 'pass');
      if (next === undefined) break;
      ran.push(next.id);
      if (next.by === null || next.by_org === null) throw new Error(`nobody can run ${next.fix}`);
      const run = await qabyl(values(next.org, pasted(next.fix)), {
        db,
        as: who(next.by_org, next.by),
        ...(next.id === 'year-settings-set' ? { answers } : {}),
      });
      expect(run.code, `${next.fix}\n${run.stdout}${run.stderr}`).toBe(0);
    }
    expect((await all('--fail-level', 'warning')).ready).toBe(true);
    expect(ran).toEqual([
      ...[
        'roles-assigned',
        'streets-listed',
        'streets-bound',
        'streets-bound',
        'window-set',
        'staff-imported',
      ],
      ...['roles-assigned', 'roles-assigned', 'roles-assigned', 'roles-assigned'],
      ...['territory-reviewed', 'year-settings-set', 'executor-appointed'],
    ]);
  });
});
