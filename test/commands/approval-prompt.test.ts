import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const { code: department } = story.department;
const as = holder(department, 'superadmin');
const admin = holder(department, 'admin');
const revoke = ['assign-role', '--org', department, '--role', 'admin', '--staff', admin, '--revoke'];
const last = <T>(list: readonly T[]) => list.at(-1);

describe.each(engines)('what a person would miss on $engine', ({ create }) => {
  let database: TestDatabase;
  let db: string;
  beforeEach(async () => {
    database = await create();
    db = database.target;
    await playScenes(db, scenes.slice(0, 4));
  });
  afterEach(() => database.drop());
  const roles = async () => {
    const run = await qabyl(['list', 'roles', '--org', department, '--json'], { db, as });
    return parseDocument(run, 'qabyl.list/1').rows.length;
  };

  it.each(LANGUAGES)('is shown and asked about in %s; no means that nothing is written', async language => {
    const { prompts } = await loadCatalogue(language);
    const run = await qabyl([...revoke, '--lang', language], { db, as, answers: [false] });
    expect(run).toMatchObject({ code: 5, stdout: '', asked: [prompts.approve] });
    // The plan is seen before the question is answered.
    expect(run.stderr).toContain(admin);
    expect(await roles()).toBe(2);
  });

  it('is done when the person says yes', async () => {
    const run = await qabyl(revoke, { db, as, answers: [true] });
    expect(run.code, run.stderr).toBe(0);
    expect(run.asked).toHaveLength(1);
    expect(await roles()).toBe(1);
  });

  it('is not asked about with --yes, nor in a dry run', async () => {
    const plan = await qabyl([...revoke, '--dry-run'], { db, as, answers: [] });
    expect(plan).toMatchObject({ code: 0, asked: [] });
    expect(await roles()).toBe(2);
    const run = await qabyl([...revoke, '--yes'], { db, as, answers: [] });
    expect(run).toMatchObject({ code: 0, asked: [] });
    expect(await roles()).toBe(1);
  });

  it('needs --yes where nobody can be asked', async () => {
    for (const run of [
      await qabyl(revoke, { db, as }),
      await qabyl([...revoke, '--no-input'], { db, as, answers: [] }),
    ]) {
      expect(run).toMatchObject({ code: 5, asked: [] });
      expect(run.stderr).toContain('--yes');
    }
    const json = await qabyl([...revoke, '--json'], { db, as });
    expect(json.stderr).toBe('');
    const document = parseDocument(json, 'qabyl.change/1');
    expect(document).toMatchObject({ outcome: 'needs-approval', change: null });
    expect(document.approvals).toEqual([{ reason: 'role-revoked', count: 1 }]);
    expect(last(document.problems)?.code).toBe('approval-needed');
    expect(await roles()).toBe(2);
  });

  it('is asked about with --json too, and stdout stays one document', async () => {
    const no = await qabyl([...revoke, '--json'], { db, as, answers: [false] });
    expect(parseDocument(no, 'qabyl.change/1').outcome).toBe('needs-approval');
    const yes = await qabyl([...revoke, '--json'], { db, as, answers: [true] });
    expect(parseDocument(yes, 'qabyl.change/1').outcome).toBe('applied');
    expect(yes.asked).toHaveLength(1);
    expect(yes.stderr).toContain(admin);
  });

  it('is asked about even with --quiet, with the plan', async () => {
    const run = await qabyl([...revoke, '--quiet'], { db, as, answers: [true] });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain(admin);
  });

  it('is not done when the data have moved while the person was thinking', async () => {
    const other = [
      'assign-role',
      '--org',
      department,
      '--role',
      'admin',
      '--staff',
      admin,
      '--revoke',
      '--yes',
    ];
    const run = await qabyl(revoke, {
      db,
      as,
      answers: [true],
      whenAsked: async () => {
        expect((await qabyl(other, { db, as })).code).toBe(0);
      },
    });
    // The role is gone already: nobody is told that it was this command.
    expect([3, 5]).toContain(run.code);
    const history = await qabyl(['history', '--json'], { db, as });
    const { changes } = parseDocument(history, 'qabyl.history/1');
    expect(changes.filter(change => change.argv.includes('--revoke'))).toHaveLength(1);
  });
});
