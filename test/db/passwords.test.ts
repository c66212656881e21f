import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { temporaryFolder } from '../support/databases.ts';
import { qabyl, type Run } from '../support/run.ts';
import { startTlsServer, type TlsServer } from '../support/tls-server.ts';

const as = story.admin.iin;
const list = ['list', 'orgs', '--json'];
let server: TlsServer;
let folder: string;
/** the server without its password */
let db: string;
/** the same with it, as a profile or a variable may hold it */
let whole: string;
beforeAll(async () => {
  server = await startTlsServer();
  folder = temporaryFolder();
  db = `postgres://${server.user}@localhost:${server.port}/postgres`;
  whole = withPassword(server.password);
  const made = await qabyl([...(scenes[0]?.argv ?? [])], { db: whole });
  expect(made.code, made.stderr).toBe(0);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const withPassword = (password: string) => db.replace('@', `:${encodeURIComponent(password)}@`);
const problemOf = (run: Run) =>
  (JSON.parse(run.stdout) as { problems: { code: string; fix: string }[] }).problems[0];

/** A password file for the server. */
function passwordFile(mode: number, password = server.password): string {
  const file = join(folder, 'pgpass');
  rmSync(file, { force: true });
  writeFileSync(file, `localhost:*:*:${server.user}:${password.replace(/[\\:]/g, '\\$&')}\n`);
  chmodSync(file, mode);
  return file;
}

describe('a password', () => {
  it('comes from the address, the variable, or a password file', async () => {
    const PGPASSFILE = passwordFile(0o600);
    expect((await qabyl(list, { db: whole, as })).code).toBe(0);
    expect((await qabyl(list, { db, as, env: { PGPASSWORD: server.password } })).code).toBe(0);
    expect((await qabyl(list, { db, as, env: { PGPASSFILE } })).code).toBe(0);
    expect((await qabyl([...list, '--db', `${db}?passfile=${PGPASSFILE}`], { as })).code).toBe(0);
  });

  it('in the address wins over the variable, and the variable over the file', async () => {
    const PGPASSFILE = passwordFile(0o600, 'wrong');
    const env = { PGPASSWORD: server.password, PGPASSFILE };
    expect((await qabyl(list, { db, as, env })).code).toBe(0);
    expect((await qabyl(list, { db: whole, as, env: { PGPASSWORD: 'wrong' } })).code).toBe(0);
    expect((await qabyl(list, { db: withPassword('wrong'), as, env })).code).toBe(7);
  });

  it('in a profile of the configuration file is taken', async () => {
    mkdirSync(join(folder, 'qabyl'), { recursive: true });
    const file = join(folder, 'qabyl', 'config.json');
    writeFileSync(file, JSON.stringify({ profiles: { server: { db: whole } } }), { mode: 0o600 });
    const run = await qabyl([...list, '--profile', 'server'], { as, env: { XDG_CONFIG_HOME: folder } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  it('in a file that others may read is not taken, and it says how to close the file', async () => {
    const PGPASSFILE = passwordFile(0o644);
    const run = await qabyl(list, { db, as, env: { PGPASSFILE } });
    expect(run.code).toBe(2);
    expect(problemOf(run)).toMatchObject({
      ...{ code: 'password-file-open', fix: `Close it to others: chmod 600 "${PGPASSFILE}"` },
    });
  });

  it('that nobody knows is one problem that names the ways, where nobody can be asked', async () => {
    for (const argv of [list, [...list, '--no-input']]) {
      const run = await qabyl(argv, { db, as });
      expect(run.code).toBe(2);
      const { code, fix } = problemOf(run) ?? { code: '', fix: '' };
      expect(code).toBe('password-missing');
      for (const way of ['~/.pgpass', 'PGPASSFILE', 'profile', 'chmod 600', 'terminal'])
        expect(fix).toContain(way);
    }
  });

  it.each(LANGUAGES)('is asked for in a terminal, once, without being shown: %s', async language => {
    const { prompts } = await loadCatalogue(language);
    const run = await qabyl(['check-readiness', '--lang', language], { db, as, answers: [server.password] });
    expect(run.code, run.stderr).toBe(8);
    expect(run.asked).toEqual([prompts.password(db)]);
    expect(run.stdout + run.stderr).not.toContain(server.password);
  });

  it('that was asked for leaves no connection open that is without it', async () => {
    const lines = () => process.getActiveResourcesInfo().filter(name => name === 'TCPSocketWrap').length;
    const before = lines();
    const run = await qabyl(list, { db, as, answers: [server.password] });
    expect(run.code, run.stderr).toBe(0);
    // What is closed is let go of at the end of a turn.
    await nextTurn();
    expect(lines()).toBe(before);
  });

  it('that is typed wrong is refused, and not asked for again', async () => {
    const run = await qabyl(list, { db, as, answers: ['wrong one'] });
    expect(run.code).toBe(7);
    expect(problemOf(run)).toMatchObject({ code: 'password-refused' });
    expect(run.stdout + run.stderr).not.toContain('wrong one');
  });
});

describe('a password is nowhere in what is kept or shown', () => {
  const nowhere = (text: string) => {
    for (const form of [
      server.password,
      encodeURIComponent(server.password),
      'сөз:42',
      encodeURIComponent('сөз'),
    ])
      expect(text).not.toContain(form);
  };

  it('through a change, its plan, its history and a backup', async () => {
    const plan = join(folder, 'plan.json');
    const role = ['assign-role', '--org', story.department.code, '--role', 'admin', '--staff', as];
    const ways = [
      { db: whole },
      { db, env: { PGPASSWORD: server.password } },
      { db, env: { PGPASSFILE: passwordFile(0o600) } },
    ];
    for (const way of ways)
      for (const argv of [
        [...role, '--dry-run', '--save-plan', plan, '--debug'],
        [...role, '--yes', '--debug'],
        [...role, '--revoke', '--yes', '--json', '--debug'],
        ['history', '--json', '--debug'],
        ['show', '2', '--json', '--debug'],
        ['show', '2', '--debug'],
        ['list', 'orgs', '--year', 'wrong', '--debug'],
      ]) {
        const run = await qabyl(argv, { ...way, as });
        expect(run.code, `${argv.join(' ')}\n${run.stderr}`).toBeLessThan(4);
        nowhere(run.stdout + run.stderr);
      }
    nowhere(readFileSync(plan, 'utf8'));
    const backup = join(folder, 'copy.backup');
    expect((await qabyl(['backup', backup], { db: whole, as })).code).toBe(0);
    nowhere(readFileSync(backup, 'latin1'));
    nowhere(readFileSync(backup, 'utf8'));
  });

  it.each([
    ['refused by the server', () => ({ db: withPassword('сөз:42') })],
    ['refused by the server, from the variable', () => ({ db, env: { PGPASSWORD: 'сөз:42' } })],
    ['on its way to nobody', () => ({ db: whole.replace(`:${server.port}`, ':1') })],
    [
      'for a database that is not there',
      () => ({ db: whole.replace('/postgres?', '/жоқ?').replace(/postgres$/, 'жоқ') }),
    ],
    ['for a server that has no TLS words', () => ({ db: `${whole}?sslmode=strict` })],
  ])('when it is %s', async (_, way) => {
    for (const more of [['--debug'], ['--debug', '--json']]) {
      const run = await qabyl(['list', 'orgs', ...more], { ...way(), as });
      expect([2, 7]).toContain(run.code);
      nowhere(run.stdout + run.stderr);
    }
  });
});
