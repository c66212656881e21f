import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { temporaryFolder } from '../support/databases.ts';
import { runProgram, startProgram } from '../support/program.ts';
import { startTlsServer, type TlsServer } from '../support/tls-server.ts';

const argv = ['assign-role', '--org', story.department.code, '--role', 'admin', '--staff', story.admin.iin];
let server: TlsServer;
let home: string;
let db: string;
let whole: string;
beforeAll(async () => {
  server = await startTlsServer();
  home = temporaryFolder();
  db = `postgres://${server.user}@localhost:${server.port}/postgres`;
  whole = db.replace('@', `:${encodeURIComponent(server.password)}@`);
  const pgpass = join(home, '.pgpass');
  writeFileSync(pgpass, `*:*:*:${server.user}:${server.password.replace(/[\\:]/g, '\\$&')}\n`);
  chmodSync(pgpass, 0o600);
  mkdirSync(join(home, '.config', 'qabyl'), { recursive: true });
  const profiles = { server: { db: whole } };
  writeFileSync(join(home, '.config', 'qabyl', 'config.json'), JSON.stringify({ profiles }), { mode: 0o600 });
  const made = await runProgram(scenes[0]?.argv ?? [], { env: { HOME: home, QABYL_DB: db } });
  expect(made.code, made.stderr).toBe(0);
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const nowhere = (text: string) => {
  for (const form of [
    server.password,
    encodeURIComponent(server.password),
    'сөз:42',
    encodeURIComponent('сөз'),
  ])
    expect(text).not.toContain(form);
};

/** What others see of a program at work: its line in the list of processes, and its sessions on the server. */
async function seenFromOutside(pid: number, watcher: pg.Client): Promise<string> {
  const process = existsSync(`/proc/${pid}`)
    ? readFileSync(`/proc/${pid}/comm`, 'utf8') + readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : execFileSync('ps', ['-ww', '-o', 'comm=', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  const sessions = await watcher.query(`select row_to_json(a)::text as seen from pg_stat_activity as a`);
  return process + sessions.rows.map(({ seen }) => String(seen)).join('\n');
}

describe('the built program and the password of a server that asks for it', () => {
  it.each([
    ['its password file', () => ({ HOME: home, QABYL_DB: db })],
    ['a profile', () => ({ HOME: home, QABYL_PROFILE: 'server' })],
    ['the variable of libpq', () => ({ QABYL_DB: db, PGPASSWORD: server.password })],
    ['the address in a variable', () => ({ QABYL_DB: whole })],
  ])('take it from %s, and show it to nobody while they work', async (_, env) => {
    const [admin, watcher] = [new pg.Client(whole), new pg.Client(whole)];
    await admin.connect();
    await watcher.connect();
    try {
      // Whoever waits for another writer can be looked at.
      await admin.query('begin');
      await admin.query('select 1 from write_lock where id = 1 for update');
      const running = startProgram([...argv, '--dry-run', '--debug', '--wait', '50s'], {
        env: { ...env(), QABYL_AS: story.admin.iin },
      });
      running.child.stdin.end();
      let waits = false;
      while (!waits && running.child.exitCode === null) {
        // The server pauses, not the test: its view of the sessions is taken afresh outside a transaction only.
        const found = await watcher.query(
          `select 1 from pg_sleep(0.02), pg_stat_activity where application_name = 'qabyl assign-role'`,
        );
        waits = found.rows.length > 0;
      }
      const seen = await seenFromOutside(running.child.pid ?? 0, watcher);
      expect(seen).toContain('qabyl assign-role');
      expect(seen).toContain('--dry-run');
      nowhere(seen);
      await admin.query('rollback');
      const ended = await running.ended;
      expect(ended.code, ended.stderr).toBe(0);
      nowhere(ended.stdout + ended.stderr);
    } finally {
      await admin.end();
      await watcher.end();
    }
  });

  it('refuse it in an argument, before anything is connected to', async () => {
    for (const given of [['--db', whole], [`--db=${whole}`], ['--db', `${db}?password=${server.password}`]]) {
      const ended = await runProgram([...argv, ...given, '--debug', '--json']);
      expect(ended.code).toBe(2);
      expect(ended.stdout).toContain('password-in-flag');
      nowhere(ended.stdout + ended.stderr);
    }
  });

  it('name the ways where nobody can be asked, and go on in no other way', async () => {
    const ended = await runProgram(['list', 'orgs'], { env: { QABYL_DB: db, QABYL_AS: story.admin.iin } });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('~/.pgpass');
  });
});
