import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { readTarget } from '../../src/db/target.ts';
import { createSqlite, engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { Logins } from '../support/logins.ts';
import { lookInside } from '../support/look-inside.ts';
import { inventBin, mistype } from '../support/people.ts';
import { makeRegion, personAt } from '../support/region.ts';
import { qabyl, type RunOptions } from '../support/run.ts';

const head = personAt('region', 'superadmin');
const near = personAt('near', 'superadmin');
const clerk = personAt('near', 'nobody');
const postgres = engines.filter(({ engine }) => engine === 'postgres');

const codesOf = (run: { stdout: string }) =>
  (JSON.parse(run.stdout) as { problems: { code: string }[] }).problems.map(({ code }) => code);

describe.each(postgres)('logins on $engine', ({ create }) => {
  let database: TestDatabase;
  let logins: Logins;
  beforeEach(async () => {
    database = await create();
    await makeRegion(database);
    logins = new Logins(database.target, head);
  });
  afterEach(async () => {
    await database.drop();
    await logins.drop();
  });

  const run = (db: string, argv: readonly string[], options: RunOptions = {}) =>
    qabyl([...argv, '--json', '--lang', 'en'], { db, clock: () => new Date(), ...options });
  const byHead = (...argv: string[]) => run(database.target, argv, { as: head });

  it('a login that is tied to nobody may do nothing, and is told how it is tied', async () => {
    const name = await logins.make();
    for (const argv of [['list', 'orgs'], ['history'], ['check-readiness']]) {
      const ended = await run(logins.url(name), argv);
      expect([ended.code, ...codesOf(ended)]).toEqual([4, 'login-without-access']);
      expect(ended.stdout).toContain(`qabyl grant-access --staff IIN --login ${name}`);
    }
  });

  it('a login that is tied acts for its employee, without --as, and for nobody else', async () => {
    const db = await logins.of(near);
    const listed = parseDocument(await run(db, ['list', 'staff']), 'qabyl.list/1');
    expect(new Set(listed.rows.map(row => ('org' in row ? row.org : '')))).toEqual(new Set(['near']));
    expect((await run(db, ['list', 'staff'], { as: near })).code).toBe(0);
    const other = await run(db, ['list', 'staff'], { as: head });
    expect([other.code, ...codesOf(other)]).toEqual([4, 'as-somebody-else']);
    const wrong = await run(db, ['list', 'staff'], { as: mistype(near) });
    expect([wrong.code, ...codesOf(wrong)]).toEqual([2, 'iin-check-digit']);
    const history = parseDocument(await byHead('history', '--command', 'grant-access'), 'qabyl.history/1');
    expect(history.changes).toMatchObject([{ command: 'grant-access', actor: head, org: 'near' }]);
  });

  it('what is written by it is written in its name', async () => {
    const db = await logins.of(near);
    const argv = ['assign-role', '--org', 'near', '--role', 'executor', '--staff', clerk];
    expect((await run(db, argv)).code).toBe(0);
    const { changes } = parseDocument(await byHead('history', '--limit', '1'), 'qabyl.history/1');
    expect(changes).toMatchObject([{ command: 'assign-role', actor: near }]);
    expect((await byHead('verify-history')).code).toBe(0);
  });

  it('is refused for what cannot be tied', async () => {
    const name = await logins.make();
    const grant = (...more: string[]) => byHead('grant-access', ...more);
    expect(codesOf(await grant('--staff', clerk, '--login', 'жоқ'))).toEqual(['login-missing']);
    expect(codesOf(await grant('--staff', clerk, '--login', 'qabyl'))).toEqual(['login-unusable']);
    expect(codesOf(await grant('--staff', clerk, '--login', 'pg_monitor'))).toEqual(['login-unusable']);
    expect(codesOf(await grant('--staff', mistype(clerk), '--login', name))).toEqual(['iin-check-digit']);
    expect(codesOf(await grant('--staff', clerk, '--login', name, '--org', 'far'))).toEqual([
      'staff-unknown',
    ]);
    expect((await grant('--staff', clerk, '--login', name)).code).toBe(0);
    const again = parseDocument(await grant('--staff', clerk, '--login', name), 'qabyl.change/1');
    expect(again.outcome).toBe('unchanged');
    const other = await grant('--staff', personAt('near', 'admin'), '--login', name);
    expect([other.code, ...codesOf(other)]).toEqual([3, 'login-of-another']);
  });

  it('asks on a terminal for who and for the login, and names the flag elsewhere', async () => {
    const name = await logins.make();
    const asked = await qabyl(['grant-access', '--lang', 'en'], {
      db: database.target,
      as: head,
      answers: [clerk, name],
    });
    expect(asked).toMatchObject({
      code: 0,
      asked: ['IIN of the employee:', 'Login of the database server:'],
    });
    const elsewhere = await byHead('grant-access', '--staff', clerk);
    expect([elsewhere.code, ...codesOf(elsewhere)]).toEqual([2, 'flag-missing']);
    expect(elsewhere.stdout).toContain('--login');
    const revoked = await qabyl(['revoke-access', '--lang', 'en'], {
      db: database.target,
      as: head,
      answers: [name, true],
    });
    expect(revoked).toMatchObject({ code: 0 });
    expect(revoked.asked[0]).toBe('Login of the database server:');
  });

  it('a dry run ties nothing', async () => {
    const name = await logins.make();
    expect((await byHead('grant-access', '--staff', clerk, '--login', name, '--dry-run')).code).toBe(0);
    expect(codesOf(await run(logins.url(name), ['list', 'staff']))).toEqual(['login-without-access']);
  });

  it('is revoked with approval, and given again by undo', async () => {
    const db = await logins.of(clerk);
    const [row] = parseDocument(await byHead('list', 'logins'), 'qabyl.list/1').rows;
    const name = row && 'login' in row ? row.login : '';
    expect((await byHead('revoke-access', '--login', name)).code).toBe(5);
    expect((await run(db, ['list', 'staff'])).code).toBe(0);
    const revoked = parseDocument(await byHead('revoke-access', '--login', name, '--yes'), 'qabyl.change/1');
    expect(codesOf(await run(db, ['list', 'staff']))).toEqual(['login-without-access']);
    const session = await lookInside(db);
    await expect(session.rows('select * from org')).rejects.toThrow(/permission denied/);
    await session.close();
    expect(codesOf(await byHead('revoke-access', '--login', name, '--yes'))).toEqual(['access-not-held']);
    expect((await byHead('undo', String(revoked.change))).code).toBe(0);
    expect((await run(db, ['list', 'staff'])).code).toBe(0);
  });

  it('ends with the employment', async () => {
    const db = await logins.of(clerk);
    const { writeFileSync } = await import('node:fs');
    const rest = (['superadmin', 'admin', 'director', 'executor'] as const).map(
      office => `${personAt('near', office)},Тегі Аты`,
    );
    writeFileSync(`${database.folder}/rest.csv`, ['iin,full_name', ...rest].join('\n'));
    const argv = ['import-staff', 'rest.csv', '--org', 'near', '--sync', '--yes'];
    const left = parseDocument(
      await run(database.target, argv, { as: head, cwd: database.folder }),
      'qabyl.change/1',
    );
    expect(left.changes.map(({ kind }) => kind).toSorted()).toEqual(['login', 'staff']);
    expect(codesOf(await run(db, ['list', 'staff']))).toEqual(['login-without-access']);
    expect((await byHead('undo', String(left.change), '--yes')).code).toBe(0);
    expect((await run(db, ['list', 'staff'])).code).toBe(0);
  });

  it('whoever dismisses themselves with others does so to the end', async () => {
    const { writeFileSync } = await import('node:fs');
    const db = await logins.of(near);
    writeFileSync(`${database.folder}/one.csv`, `iin,full_name\n${personAt('near', 'director')},Тегі Аты\n`);
    const argv = [
      'import-staff',
      'one.csv',
      '--org',
      'near',
      '--sync',
      '--yes',
      '--allow-removals=4',
      '--allow-changes=4',
    ];
    const left = parseDocument(await run(db, argv, { cwd: database.folder }), 'qabyl.change/1');
    expect(left).toMatchObject({ outcome: 'applied', problems: [] });
    expect(codesOf(await run(db, ['list', 'staff']))).toEqual(['login-without-access']);
    expect((await byHead('verify-history')).code).toBe(0);
  });

  it('takes back no change of which it sees only a part', async () => {
    const both = parseDocument(await byHead('history', '--command', 'import-staff'), 'qabyl.history/1');
    const number = String(both.changes[0]?.change);
    const undone = await run(await logins.of(near), ['undo', number, '--yes']);
    expect([undone.code, ...codesOf(undone)]).toEqual([4, 'not-permitted']);
  });

  it('whoever must wait for another login is told who writes, since when, and with what', async () => {
    const waiter = await logins.of(clerk);
    const holder = await openDatabase(readTarget(await logins.of(near), '/'), {
      create: false,
      program: 'qabyl import-staff',
    });
    const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'import-staff' };
    const waiting = await holder.write(turn, async () =>
      run(waiter, ['review-territory', '--school', 'near', '--confirm', '--wait', '0']),
    );
    await holder.close();
    expect([waiting.code, ...codesOf(waiting)]).toEqual([7, 'database-locked']);
    expect(waiting.stdout).toMatch(/operator_\w+ .*\(qabyl import-staff\) since \d{4}-\d\d-\d\dT\d\d:\d\d/);
  });

  it('who reads at the top sees what happened to organisations that are gone', async () => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(
      `${database.folder}/new.csv`,
      `code,kind,bin,name_kk,name_ru,department\nbrief,school,${inventBin(3)},Жаңа,Новая,district\n`,
    );
    const db = await logins.of(personAt('region', 'superadmin'));
    const made = parseDocument(
      await run(db, ['import-orgs', 'new.csv'], { cwd: database.folder }),
      'qabyl.change/1',
    );
    expect((await run(db, ['undo', String(made.change), '--yes'])).code).toBe(0);
    expect((await run(db, ['verify-history'])).code).toBe(0);
    expect((await run(db, ['show', String(made.change)])).code).toBe(0);
    expect((await run(await logins.of(near), ['verify-history'])).code).toBe(4);
  });

  it('a profile of somebody else is no way around: the variable is refused too', async () => {
    const db = await logins.of(clerk);
    const ended = await run(db, ['history'], { env: { QABYL_AS: head } });
    expect([ended.code, ...codesOf(ended)]).toEqual([4, 'as-somebody-else']);
  });
});

describe('logins on sqlite', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createSqlite();
    await makeRegion(database);
  });
  afterAll(() => database.drop());

  it('there are none, and that is said', async () => {
    const argv = ['grant-access', '--staff', clerk, '--login', 'gulnara', '--json'];
    const ended = await qabyl(argv, { db: database.target, as: head });
    expect([ended.code, ...codesOf(ended)]).toEqual([2, 'access-needs-server']);
    const listed = await qabyl(['list', 'logins', '--json'], { db: database.target, as: head });
    expect(parseDocument(listed, 'qabyl.list/1').rows).toEqual([]);
  });
});
