import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl, type Run } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const as = story.admin.iin;

describe('a file that a flag writes', () => {
  let database: TestDatabase;
  let db: string;
  let staff: string;
  beforeAll(async () => {
    const sqlite = engines.find(({ engine }) => engine === 'sqlite');
    if (!sqlite) throw new Error('no SQLite among the engines');
    database = await sqlite.create();
    db = database.target;
    await playScenes(db, scenes.slice(0, 2));
    staff = join(database.folder, 'staff.csv');
    copyFileSync('fixtures/district/staff-school-3.csv', staff);
  });
  afterAll(() => database.drop());

  const run = (...argv: readonly string[]) => qabyl([...argv, '--json'], { db, as });

  it.each([
    { name: 'list', argv: ['list', 'orgs', '-o'] },
    { name: 'check-readiness', argv: ['check-readiness', '--output'] },
    { name: 'a saved plan', argv: ['import-orgs', 'fixtures/district/orgs.csv', '-n', '--save-plan'] },
  ])('is never the database: $name', async ({ argv }) => {
    const before = readFileSync(db);
    for (const target of [db, `${db}-wal`]) {
      const answer = await run(...argv, target);
      const codes = codesOf(answer);
      expect([answer.code, codes]).toEqual([2, ['output-in-use']]);
    }
    expect(readFileSync(db)).toEqual(before);
  });

  it('is never what the same command reads, however it is spelled', async () => {
    const before = readFileSync(staff);
    const argv = ['import-staff', staff, '--org', 'school-3', '-n'];
    for (const target of [['--save-plan', staff], [`--save-plan=${database.folder}/x/../staff.csv`]]) {
      const answer = await run(...argv, ...target);
      const codes = codesOf(answer);
      expect([answer.code, codes]).toEqual([2, ['output-in-use']]);
    }
    expect(readFileSync(staff)).toEqual(before);
  });

  it('may be an older file of the same name', async () => {
    const file = join(database.folder, 'orgs.csv');
    writeFileSync(file, 'older');
    expect((await qabyl(['list', 'orgs', '--csv', '-o', file], { db, as })).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('school-3');
  });
});

function codesOf(run: Run): string[] {
  const document = parseDocument(run);
  return 'problems' in document ? document.problems.map(({ code }) => code) : [];
}
