import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { carryOut } from '../../src/change/carry-out.ts';
import type { Database } from '../../src/db/database.ts';
import { databaseVersion, migrate, requireCurrentSchema } from '../../src/db/migrate.ts';
import { type Migrations, migrations } from '../../src/db/migrations/migrations.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { readTarget } from '../../src/db/target.ts';
import { door, operation, request } from '../change/small-change.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'init' };
const makesAndFails: Migrations = {
  ...migrations,
  '0002-half-made': async (db, dialect) => {
    await dialect.run(db, 'create table half_made (id integer primary key)');
    await dialect.run(db, 'insert into no_such_table values (1)');
  },
};
const makes: Migrations = {
  ...migrations,
  '0002-whole': (db, dialect) => dialect.run(db, 'create table whole (id integer primary key)'),
};

describe.each(engines)('the schema on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database | null = null;
  beforeEach(async () => {
    place = await create();
  });
  afterEach(async () => {
    await database?.close();
    database = null;
    await place.drop();
  });

  const open = async (make = false) => {
    database = await openDatabase(readTarget(place.target, '/'), { create: make, program: 'qabyl init' });
    return database;
  };
  const bring = (db: Database, known?: Migrations) => db.write(turn, tx => migrate(tx, db, known));
  const list = () => qabyl(['list', 'orgs', '--json'], { db: place.target, as: story.admin.iin });
  const codes = (stdout: string) =>
    (JSON.parse(stdout) as { problems: { code: string }[] }).problems.map(p => p.code);
  const init = () => qabyl([...(scenes[0]?.argv ?? []), '--json'], { db: place.target });

  it('is made once; a second time there is nothing to do', async () => {
    const db = await open(true);
    expect(await bring(db)).toBe(true);
    expect(await bring(db)).toBe(false);
    expect(await databaseVersion(db.kysely, db.dialect)).toBe('0001-first-season');
  });

  it('leaves nothing behind when the first migrations fail in their middle, and says what failed', async () => {
    const db = await open(true);
    await expect(bring(db, makesAndFails)).rejects.toThrow(/no_such_table/);
    for (const table of ['half_made', 'org', 'schema_migration'])
      expect(await db.dialect.hasTable(db.kysely, table), table).toBe(false);
    expect(await bring(db)).toBe(true);
  });

  it('stays as it was when an upgrade fails, its rows too', async () => {
    await playScenes(place.target, scenes.slice(0, 1));
    const before = await list();
    const db = await open();
    await expect(bring(db, makesAndFails)).rejects.toThrow(/no_such_table/);
    expect(await db.dialect.hasTable(db.kysely, 'half_made')).toBe(false);
    expect(await databaseVersion(db.kysely, db.dialect)).toBe('0001-first-season');
    expect(await list()).toEqual(before);
    expect(await bring(db, makes)).toBe(true);
    expect(await db.dialect.hasTable(db.kysely, 'whole')).toBe(true);
  });

  it('that is newer than the program is refused, by readers and by writers, and left as it is', async () => {
    await playScenes(place.target, scenes.slice(0, 1));
    const db = await open();
    await bring(db, makes);
    for (const answer of [await list(), await init()]) {
      expect(answer.code).toBe(2);
      expect(codes(answer.stdout)).toEqual(['database-newer']);
    }
    expect(await databaseVersion(db.kysely, db.dialect)).toBe('0002-whole');
  });

  it('that is older asks for init, whose upgrade is a change of its own and keeps every row', async () => {
    await playScenes(place.target, scenes.slice(0, 1));
    const db = await open();
    await expect(requireCurrentSchema(db, makes)).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ code: 'database-older' }],
    });
    const upgrade = await carryOut(
      db,
      { ...request(operation([])), command: 'init', prepare: tx => migrate(tx, db, makes) },
      door,
    );
    expect(upgrade).toMatchObject({ outcome: 'applied', change: 2 });
    await requireCurrentSchema(db, makes);
    const current = await db.kysely.selectFrom('org').selectAll().execute();
    expect(current.map(org => org.code)).toEqual([story.department.code]);
  });

  it('that init never made is missing, and init is what to run', async () => {
    await open(true);
    const answer = await list();
    expect(answer.code).toBe(2);
    expect(codes(answer.stdout)).toEqual(['database-missing']);
    expect(answer.stdout).toContain('qabyl init');
  });

  it('is one when two init come at once', async () => {
    const answers = await Promise.all([init(), init(), init()]);
    expect(answers.map(answer => answer.code)).toEqual([0, 0, 0]);
    const outcomes = answers.map(answer => (JSON.parse(answer.stdout) as { outcome: string }).outcome);
    expect(outcomes.toSorted()).toEqual(['applied', 'unchanged', 'unchanged']);
    expect((await list()).code).toBe(0);
  });

  it('is not made by a dry run', async () => {
    const answer = await qabyl([...(scenes[0]?.argv ?? []), '--dry-run', '--json'], { db: place.target });
    expect(answer.code).toBe(0);
    expect((JSON.parse(answer.stdout) as { outcome: string }).outcome).toBe('planned');
    expect(codes((await list()).stdout)).toEqual(['database-missing']);
  });
});
