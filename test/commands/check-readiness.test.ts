import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { DEPARTMENT_CHECKS, SCHOOL_CHECKS } from '../../src/domain/readiness/check.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { checkOf, fixes, readiness } from '../support/readiness.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const admin = story.admin.iin;
const director = holder('school-1', 'director');
const SCHOOLS = ['school-1', 'school-2', 'school-3', 'school-4', 'school-5'];

describe.each(engines)('check-readiness on $engine', ({ create }) => {
  let database: TestDatabase;
  let db: string;
  beforeAll(async () => {
    database = await create();
    db = database.target;
    await playScenes(db);
  });
  afterAll(() => database.drop());

  const check = (argv: readonly string[], as = admin) => qabyl(['check-readiness', ...argv], { db, as });

  it.each([
    ['everything the actor may read', [], admin, ['akzhailau', ...SCHOOLS]],
    ['all', ['--all'], admin, ['akzhailau', ...SCHOOLS]],
    ['a department with its schools', ['--department', 'akzhailau'], admin, ['akzhailau', ...SCHOOLS]],
    ['a department by its BIN', ['--department', story.department.bin], admin, ['akzhailau', ...SCHOOLS]],
    ['one school', ['--school', 'school-3'], admin, ['school-3']],
    ['one school by its name', ['--school', 'Школа-лицей № 4'], admin, ['school-4']],
    ['the own school of its head', [], director, ['school-1']],
    ['the own school by name', ['--school', 'school-1'], director, ['school-1']],
  ])('looks at %s', async (_, argv, as, orgs) => {
    const report = await readiness(argv, { db, as });
    expect(report.orgs.map(one => one.org)).toEqual(orgs);
    for (const { kind, checks } of report.orgs)
      expect(checks.map(one => one.id)).toEqual([
        ...(kind === 'department' ? DEPARTMENT_CHECKS : SCHOOL_CHECKS),
      ]);
  });

  it.each([
    ['another school', ['--school', 'school-2'], director, 'not-permitted'],
    ['the department', ['--department', 'akzhailau'], director, 'not-permitted'],
    ['all', ['--all'], director, 'not-permitted'],
    // A right IIN that no organisation knows.
    ['anything to a stranger', [], '850101300779', 'actor-unknown'],
  ])('refuses %s to whoever may not see it', async (_, argv, as, code) => {
    const run = await check([...argv, '--json'], as);
    expect(run.code).toBe(4);
    expect(parseDocument(run, 'qabyl.error/1').problems[0]?.code).toBe(code);
    expect(run.stderr).toBe('');
  });

  it('says in JSON which organisation and which check is not ready, and ends with 8', async () => {
    const report = await readiness([], { db, as: admin });
    expect(report.ready).toBe(false);
    expect(report.year).toBe(story.year);
    expect(report.orgs.filter(one => !one.ready).map(one => one.org)).toEqual(['school-2', 'school-3']);
    expect(checkOf(report, 'school-2', 'executor-appointed')).toMatchObject({
      status: 'fail',
      by: 'director',
      by_org: 'school-2',
      fix: expect.stringContaining('--school school-2'),
    });
    expect(checkOf(report, 'school-3', 'territory-reviewed').status).toBe('fail');
    expect(checkOf(report, 'school-4', 'year-settings-consistent').status).toBe('warn');
    expect(checkOf(report, 'school-5', 'territory-bound').status).toBe('waived');
  });

  it.each([
    ['a ready school', ['--school', 'school-1'], 0],
    ['a school with a warning', ['--school', 'school-4'], 0],
    ['a school with a warning, when warnings count', ['--school', 'school-4', '--fail-level', 'warning'], 8],
    ['a school with a failure', ['--school', 'school-3'], 8],
    ['the failing check left out', ['--school', 'school-3', '--skip', 'territory-reviewed'], 0],
    ['another check alone', ['--school', 'school-3', '--only', 'bin-valid,staff-imported'], 0],
    ['the failing check alone', ['--school', 'school-3', '--only', 'territory-reviewed'], 8],
  ])('%s', async (_, argv, code) => {
    const run = await check(argv);
    expect(run.code, run.stdout).toBe(code);
    expect((await readiness(argv, { db, as: admin })).ready).toBe(code === 0);
  });

  it.each([
    ['nothing', [], []],
    ['what --skip names', ['--skip', 'territory-reviewed,window-set'], ['territory-reviewed', 'window-set']],
    [
      'of a school what --only does not name, and nothing that schools do not have',
      ['--school', 'school-3', '--only', 'bin-valid,staff-imported'],
      SCHOOL_CHECKS.filter(id => id !== 'bin-valid' && id !== 'staff-imported'),
    ],
  ])('says with the verdict that it left out %s', async (_, argv, left) => {
    const report = await readiness(argv, { db, as: admin });
    expect([...report.skipped].sort()).toEqual([...left].sort());
    const { stdout } = await check([...argv, '--lang', 'en']);
    const line = stdout.trimEnd().split('\n').at(-2) ?? '';
    if (left.length === 0) expect(line).toBe('');
    else for (const id of left) expect(line).toContain(id);
  });

  it('shows nothing of an organisation that the selected checks do not concern', async () => {
    const report = await readiness(['--only', 'window-set'], { db, as: admin });
    expect(report.orgs.map(one => one.org)).toEqual(['akzhailau']);
  });

  it.each([
    ['an unknown check', ['--only', 'bin-vaild'], '--only', 'bin-vaild'],
    ['an unknown check to skip', ['--skip', 'bin-valid,nothing'], '--skip', 'nothing'],
    [
      'a check that the school does not have',
      ['--school', 'school-1', '--only', 'window-set'],
      '--only',
      'window-set',
    ],
    ['everything left out', ['--only', 'bin-valid', '--skip', 'bin-valid'], '--only', 'bin-valid'],
    [
      'every check skipped',
      ['--skip', [...DEPARTMENT_CHECKS, ...SCHOOL_CHECKS].join()],
      '--skip',
      'bin-valid',
    ],
    ['an empty selection', ['--only', ''], '--only', ''],
    ['an unknown level', ['--fail-level', 'info'], '--fail-level', 'info'],
    ['an unknown format', ['--format', 'yaml'], '--format', 'yaml'],
  ])('refuses %s', async (_, argv, flag, value) => {
    const run = await check(argv);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(flag);
    expect(run.stderr).toContain(value);
  });

  it.each([
    ['--school and --department', ['--school', 'school-1', '--department', 'akzhailau'], 2, 'flags-conflict'],
    ['--all and --school', ['--all', '--school', 'school-1'], 2, 'flags-conflict'],
    ['a department as a school', ['--school', 'akzhailau'], 3, 'org-not-school'],
    ['a school as a department', ['--department', 'school-1'], 3, 'org-not-department'],
    ['an unknown school', ['--school', 'school-11'], 3, 'org-unknown'],
    ['an unknown year', ['--year', '2031-2032'], 3, 'year-unknown'],
    ['a year that is none', ['--year', '2027'], 2, 'flag-invalid'],
  ])('refuses %s', async (_, argv, code, problem) => {
    const run = await check([...argv, '--json']);
    expect(run.code).toBe(code);
    expect(parseDocument(run, 'qabyl.error/1').problems.map(one => one.code)).toEqual([problem]);
  });

  it('prints JSON by --format as by --json, and writes either to a file', async () => {
    const flags = ['--school', 'school-3'];
    const json = await check([...flags, '--json']);
    expect(await check([...flags, '--format', 'json'])).toEqual(json);
    const file = join(database.folder, 'дайындық.json');
    const run = await check([...flags, '--format', 'json', '--output', file]);
    expect(run).toMatchObject({ code: 8, stdout: '' });
    expect(run.stderr).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe(json.stdout);
    expect(await check([...flags, '-o', '-'])).toEqual(await check(flags));
    expect((await check([...flags, '-o', join(file, 'inside')])).code).toBe(2);
  });

  it.each(['en', 'ru', 'kk'])(
    'reads in %s the same as JSON says, every fix on a line of its own',
    async lang => {
      const run = await check(['--lang', lang]);
      expect(run.code).toBe(8);
      expect(run.stderr).toBe('');
      const report = await readiness(['--lang', lang], { db, as: admin });
      const lines = run.stdout.split('\n').map(line => line.trim());
      for (const { id, message } of report.orgs.flatMap(org => org.checks))
        expect(
          lines.some(line => line.includes(` ${id} `) && line.endsWith(message)),
          message,
        ).toBe(true);
      for (const { fix } of fixes(report)) expect(lines).toContain(fix);
      for (const { org } of report.orgs) expect(run.stdout).toMatch(new RegExp(`^${org}:`, 'm'));
      // The verdict is what the eye falls on: it stands last, with how many of how many.
      expect(lines.filter(line => line !== '').at(-1)).toMatch(/2\D+6/);
    },
  );

  it('has colour only on a terminal that nobody forbade it, and the same words without it', async () => {
    const flags = ['check-readiness', '--school', 'school-3'];
    const plain = await qabyl(flags, { db, as: admin });
    const esc = String.fromCharCode(27);
    expect(plain.stdout).not.toContain(esc);
    const terminal = { db, as: admin, answers: [] };
    const coloured = await qabyl(flags, { ...terminal, env: { NO_COLOR: '' } });
    expect(coloured.stdout).toContain(esc);
    expect(coloured.stdout.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(plain.stdout);
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '', TERM: 'dumb' }])
      expect(await qabyl(flags, { ...terminal, env })).toEqual(plain);
    expect(await qabyl([...flags, '--no-color'], { ...terminal, env: { NO_COLOR: '' } })).toEqual(plain);
    // JSON is never coloured.
    const json = await qabyl([...flags, '--json'], { ...terminal, env: { NO_COLOR: '' } });
    expect(json.stdout).not.toContain(esc);
  });
});
