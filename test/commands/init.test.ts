import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase, temporaryFolder } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { inventIin, mistype } from '../support/people.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const flags = {
  department: story.department.name,
  code: story.department.code,
  bin: story.department.bin,
  'admin-iin': story.admin.iin,
  'admin-name': story.admin.name,
  year: story.year,
};

describe.each(engines)('init on $engine', ({ create }) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.drop());

  const init = async (changed: Partial<typeof flags> = {}, ...more: readonly string[]) => {
    const given = Object.entries({ ...flags, ...changed }).flatMap(([name, value]) => [`--${name}`, value]);
    const run = await qabyl(['init', ...given, ...more, '--json'], { db: database.target });
    return { ...run, document: parseDocument(run, 'qabyl.change/1') };
  };
  const list = async (kind: string) => {
    const run = await qabyl(['list', kind, '--json'], { db: database.target, as: story.admin.iin });
    return parseDocument(run, 'qabyl.list/1').rows;
  };

  it('makes the database, the department, its super-administrator and the current year', async () => {
    const { code, document } = await init();
    expect(code).toBe(0);
    expect(document).toMatchObject({ outcome: 'applied', change: 1, summary: { add: 4 } });
    const { department } = story;
    const org = { code: department.code, bin: department.bin, name_kk: department.name, territory: 'none' };
    expect(await list('orgs')).toMatchObject([{ ...org, kind: 'department', department: null }]);
    const [surname, given_name, patronymic] = story.admin.name.split(' ');
    expect(await list('staff')).toMatchObject([
      { org: department.code, iin: story.admin.iin, surname, given_name, patronymic, active: true },
    ]);
    expect(await list('roles')).toMatchObject([{ iin: story.admin.iin, role: 'superadmin' }]);
    expect(await list('years')).toEqual([{ year: story.year, current: true }]);
  });

  it('changes nothing the second time', async () => {
    await init();
    const { code, document } = await init();
    expect(code).toBe(0);
    expect(document).toMatchObject({ outcome: 'unchanged', change: null, problems: [] });
  });

  it('shows in a dry run what it will do, and writes nothing', async () => {
    const dry = await init({}, '--dry-run');
    expect(dry.document).toMatchObject({ outcome: 'planned', change: null });
    const asked = await qabyl(['list', 'orgs', '--json'], { db: database.target, as: story.admin.iin });
    expect(asked.code).toBe(2);
    expect(parseDocument(asked, 'qabyl.error/1').problems[0]?.code).toBe('database-missing');
    const { document } = await init();
    expect([document.digest, document.summary, document.changes]).toEqual([
      dry.document.digest,
      dry.document.summary,
      dry.document.changes,
    ]);
  });

  it('switches the current year, and keeps the year before', async () => {
    await init();
    const asked = await init({ year: '2028-2029' });
    expect(asked.code).toBe(5);
    expect(asked.document).toMatchObject({
      outcome: 'needs-approval',
      approvals: [{ reason: 'year-switched', count: 1 }],
    });
    expect(await list('years')).toEqual([{ year: story.year, current: true }]);
    const { document } = await init({ year: '2028-2029' }, '--yes');
    expect(document).toMatchObject({ outcome: 'applied', summary: { add: 1, update: 1, unchanged: 1 } });
    expect(await list('years')).toEqual([
      { year: story.year, current: false },
      { year: '2028-2029', current: true },
    ]);
    await init({}, '--yes');
    expect(await list('years')).toEqual([
      { year: story.year, current: true },
      { year: '2028-2029', current: false },
    ]);
  });

  it('refuses a second department at the top', async () => {
    await init();
    const { code, document } = await init({ code: 'another', bin: '940140000385' });
    expect(code).toBe(3);
    expect(document.problems).toMatchObject([{ code: 'department-exists' }]);
    expect(document.problems[0]?.message).toContain(story.department.code);
    expect(await list('orgs')).toHaveLength(1);
  });

  it('lets nobody but the super-administrator go on with a database that is there', async () => {
    await playScenes(database.target, scenes.slice(0, 4));
    const admin = holder(story.department.code, 'admin');
    for (const iin of [admin, inventIin(1)]) {
      const { code, document } = await init({ 'admin-iin': iin, year: '2028-2029' });
      expect(code).toBe(4);
      expect(document.problems).toMatchObject([{ code: 'not-permitted' }]);
    }
    expect(await list('years')).toEqual([{ year: story.year, current: true }]);
  });

  it('says that it leaves the name and the BIN of a department as they are', async () => {
    await init();
    for (const changed of [{ bin: '940140000385' }, { department: 'Басқа бөлім' }]) {
      const { code, document } = await init(changed);
      expect(code).toBe(0);
      expect(document).toMatchObject({ outcome: 'unchanged', problems: [{ code: 'department-kept' }] });
      expect(document.problems[0]?.message).toContain(story.department.bin);
    }
  });

  it('tells all that is wrong at once', async () => {
    const wrong = {
      code: 'Ақжайлау 1',
      bin: '123',
      'admin-iin': '5',
      'admin-name': 'Никитина',
      year: '2027',
    };
    const { code, document } = await init(wrong);
    expect(code).toBe(2);
    expect(document.problems.map(problem => problem.code)).toEqual([
      'code-malformed',
      'bin-length',
      'iin-length',
      'name-one-part',
      'year-malformed',
    ]);
  });

  it.each([
    ['a BIN with another check digit', { bin: '940140000386' }, 'bin-check-digit'],
    ['a BIN that is never issued', { bin: '000813159890' }, 'bin-never-issued'],
    ['an IIN for a BIN', { bin: story.admin.iin }, 'bin-is-iin'],
    ['a BIN for an IIN', { 'admin-iin': story.department.bin }, 'iin-is-bin'],
    ['an IIN with another check digit', { 'admin-iin': mistype(inventIin(1)) }, 'iin-check-digit'],
    ['a code that looks like a BIN', { code: story.department.bin }, 'code-malformed'],
    ['a code with a capital letter', { code: 'School' }, 'code-malformed'],
    ['a year that ends too late', { year: '2027-2029' }, 'year-not-consecutive'],
    ['a patronymic in the second place', { 'admin-name': 'Ольга Андреевна Никитина' }, 'name-order'],
  ])('refuses %s', async (_, changed, code) => {
    const answer = await init(changed);
    expect(answer.code).toBe(2);
    expect(answer.document.problems.map(problem => problem.code)).toEqual([code]);
  });

  it.each(Object.keys(flags))('names --%s where nobody can be asked for it', async missing => {
    for (const value of [undefined, '', '  ']) {
      const given = Object.entries({ ...flags, [missing]: value });
      const words = given.flatMap(([name, text]) => (text === undefined ? [] : [`--${name}`, text]));
      const run = await qabyl(['init', ...words, '--json'], { db: database.target });
      expect(run.code).toBe(2);
      const [problem] = parseDocument(run, 'qabyl.change/1').problems;
      expect(problem).toMatchObject({ code: 'flag-missing' });
      expect(problem?.message).toContain(`--${missing}`);
    }
  });
});

describe('init of a file', () => {
  const given = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leaves no file and no folder behind a dry run or an error', async () => {
    const db = join(folder, 'жаңа', 'бума', 'x.db');
    expect((await qabyl(['init', ...given, '--dry-run'], { db })).code).toBe(0);
    expect(existsSync(join(folder, 'жаңа'))).toBe(false);
    expect((await qabyl(['init', ...given, '--bin', '123'], { db })).code).toBe(2);
    expect(existsSync(join(folder, 'жаңа'))).toBe(false);
    expect((await qabyl(['init', ...given], { db })).code).toBe(0);
    expect(statSync(db).mode & 0o777).toBe(0o600);
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const db = join(folder, 'notes.db');
    writeFileSync(db, 'Бұл дерекқор емес. '.repeat(100));
    const before = statSync(db).size;
    const run = await qabyl(['init', ...given, '--json'], { db });
    expect(parseDocument(run, 'qabyl.change/1').problems[0]?.code).toBe('database-not-a-database');
    expect(statSync(db).size).toBe(before);
    mkdirSync(join(folder, 'folder.db'));
    const other = await qabyl(['init', ...given, '--json'], { db: join(folder, 'folder.db') });
    expect(parseDocument(other, 'qabyl.change/1').problems[0]?.code).toBe('database-not-a-database');
  });
});
