import { rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { readTarget } from '../../src/db/target.ts';
import { temporaryFolder } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';
import {
  certificate,
  startCertificateServer,
  startTlsServer,
  type TlsServer,
} from '../support/tls-server.ts';

const as = story.admin.iin;
const root = `sslrootcert=${certificate('authority.pem')}`;
let tls: TlsServer;
let folder: string;
beforeAll(async () => {
  tls = await startTlsServer();
  folder = temporaryFolder();
  const made = await qabyl([...(scenes[0]?.argv ?? [])], { db: url('localhost'), env: password() });
  expect(made.code, made.stderr).toBe(0);
});
afterAll(async () => {
  await tls.stop();
  rmSync(folder, { recursive: true, force: true });
});

const url = (host: string, ...parameters: string[]) =>
  `postgres://${tls.user}@${host}:${tls.port}/postgres?${parameters.join('&')}`;
const password = () => ({ PGPASSWORD: tls.password });

async function ask(db: string, env: Record<string, string> = password()) {
  const run = await qabyl(['list', 'orgs', '--json'], { db, as, env });
  const { problems = [] } = JSON.parse(run.stdout) as {
    problems?: { code: string; message: string; fix: string }[];
  };
  const [first] = problems;
  return { code: run.code, problem: first?.code, message: first?.message ?? '', fix: first?.fix ?? '' };
}

/** Addresses of this machine that are not its loopback: `0.0.0.0` leads back to it everywhere, a network card where there is one. */
const cards = Object.values(networkInterfaces())
  .flatMap(list => list ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address }) => address);
const outside = ['0.0.0.0', ...cards.slice(0, 1)];

describe('a server with TLS', () => {
  it.each([
    ['localhost', ['sslmode=verify-full', root], true],
    ['127.0.0.1', ['sslmode=verify-full', root], true],
    ['localhost', [root], true],
    ['localhost', ['sslmode=require', root], true],
    ['localhost', ['sslmode=verify-full', 'sslnegotiation=direct', root], true],
    ['localhost', ['sslmode=no-verify'], true],
    ['localhost', [], false],
    ['localhost', ['sslmode=prefer'], false],
    ['0.0.0.0', [root], true],
    ['0.0.0.0', ['sslmode=verify-ca', root], true],
    ['0.0.0.0', ['sslmode=no-verify'], true],
    ['0.0.0.0', ['sslmode=disable'], false],
  ])('answers at %s with %j; over TLS: %s', async (host, parameters, overTls) => {
    const login = { env: password(), home: folder, platform: process.platform, askPassword: null };
    const target = readTarget(url(host, ...parameters), folder);
    const database = await openDatabase(target, { create: false, program: 'qabyl test', login });
    const asked = CompiledQuery.raw('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
    const { rows } = await database.kysely.executeQuery(asked);
    await database.close();
    expect(rows).toEqual([{ ssl: overTls }]);
    expect(await ask(url(host, ...parameters))).toMatchObject({ code: 0 });
  });

  it.each([
    ['PGSSLROOTCERT', 'localhost', { PGSSLMODE: 'verify-full' }],
    ['PGSSLROOTCERT', '0.0.0.0', {}],
  ])('is verified with the authority that %s names, at %s', async (_, host, env) => {
    const more = { ...password(), ...env };
    expect(await ask(url(host), more)).toMatchObject({ code: 7, problem: 'tls-not-verified' });
    const known = { ...more, PGSSLROOTCERT: certificate('authority.pem') };
    expect(await ask(url(host), known)).toMatchObject({ code: 0 });
  });

  it.each(outside)('is not believed at %s when nobody that is known vouches for it', async host => {
    for (const parameters of [[], ['sslmode=prefer'], ['sslmode=require'], ['sslmode=verify-ca']])
      for (const env of [password(), { ...password(), PGSSLMODE: 'disable' }]) {
        const answer = await ask(url(host, ...parameters), env);
        expect(answer).toMatchObject({ code: 7, problem: 'tls-not-verified' });
        expect(answer.message).toContain('no authority that is known');
        expect(answer.fix).toContain('sslrootcert=/path/ca.pem');
        expect(answer.fix).toContain('sslmode=disable');
      }
  });

  it.each(cards)('is not believed at %s, which its certificate does not name', async host => {
    const answer = await ask(url(host, root));
    expect(answer).toMatchObject({ code: 7, problem: 'tls-not-verified' });
    expect(answer.message).toContain(`“${host}”: its certificate is for another name`);
    expect(await ask(url(host, 'sslmode=verify-ca', root))).toMatchObject({ code: 0 });
  });

  it('is not believed when another authority is named', async () => {
    const other = `sslrootcert=${certificate('self-signed.pem')}`;
    for (const mode of ['verify-ca', 'verify-full', 'require'])
      expect(await ask(url('localhost', `sslmode=${mode}`, other))).toMatchObject({
        ...{ code: 7, problem: 'tls-not-verified' },
      });
  });

  it("is not believed when the machine's own authorities are asked", async () => {
    for (const parameters of [['sslrootcert=system'], ['sslmode=verify-ca', 'sslrootcert=system']])
      expect(await ask(url('localhost', ...parameters))).toMatchObject({
        code: 7,
        problem: 'tls-not-verified',
      });
  });

  it('is shown the certificate of the operator', async () => {
    const own = [`sslcert=${certificate('client.pem')}`, `sslkey=${certificate('client.key')}`];
    expect(await ask(url('localhost', root, ...own))).toMatchObject({ code: 0 });
  });

  it.each([
    ['sslrootcert', () => ['sslrootcert=/nonexistent/ca.pem']],
    ['sslrootcert', () => [`sslrootcert=${file('no certificate')}`]],
    ['sslcert', () => ['sslcert=/nonexistent/c.pem', `sslkey=${certificate('client.key')}`]],
    ['sslkey', () => [`sslcert=${certificate('client.pem')}`, `sslkey=${certificate('server.key')}`]],
    ['sslkey', () => [`sslcert=${certificate('client.pem')}`, `sslkey=${file('no key')}`]],
  ])('is not connected to with a wrong file of %s, which is named', async (option, parameters) => {
    const answer = await ask(
      url('localhost', 'sslmode=verify-full', root, ...parameters()).replace(root, ''),
    );
    expect(answer).toMatchObject({ code: 2, problem: 'tls-file-unreadable' });
    expect(answer.message).toContain(`(${option})`);
  });

  it.each([
    ['sslcert', 'sslkey', certificate('client.pem')],
    ['sslkey', 'sslcert', certificate('client.key')],
  ])('is not connected to with %s but no %s', async (given, missing, path) => {
    const answer = await ask(url('localhost', root, `${given}=${path}`));
    expect(answer).toMatchObject({ code: 2, problem: 'flag-needs' });
    expect(answer.message).toBe(`${given} means nothing without ${missing}.`);
  });

  it('is not connected to with a mode that nobody knows', async () => {
    const answer = await ask(url('localhost', 'sslmode=strict'));
    expect(answer).toMatchObject({ code: 2, problem: 'tls-mode-unknown' });
    expect(answer.message).toContain('sslmode=strict');
  });

  const file = (text: string) => {
    const path = join(folder, 'file.pem');
    writeFileSync(path, text);
    return path;
  };
});

describe('a certificate', () => {
  let server: Server | null = null;
  afterEach(() => void server?.close());

  it.each([
    ['expired', 'has expired', 'renew'],
    ['other-name', 'is for another name', 'stands in the certificate'],
    ['self-signed', 'no authority that is known', 'sslrootcert='],
  ])('that is %s is not believed, and no password is sent', async (name, why, remedy) => {
    const fake = await startCertificateServer(name);
    server = fake.server;
    const target = `postgres://qabyl:Pa55w0rd@localhost:${fake.port}/qabyl`;
    const answer = await ask(`${target}?sslmode=verify-full&${root}`);
    expect(answer).toMatchObject({ code: 7, problem: 'tls-not-verified' });
    expect(answer.message).toContain(why);
    expect(answer.fix).toContain(remedy);
    expect(answer.message + answer.fix).not.toContain('Pa55w0rd');
  });
});

describe('a server without TLS', () => {
  it('is not spoken to unless it is local or the URL says so', async () => {
    const plain = new URL(inject('postgres'));
    plain.hostname = '0.0.0.0';
    const refused = await ask(plain.href);
    expect(refused).toMatchObject({ code: 7, problem: 'tls-not-offered' });
    expect(refused.fix).toContain('sslmode=disable');
    expect(await ask(`${plain.href}?sslmode=prefer`)).toMatchObject({ problem: 'tls-not-offered' });
    expect(await ask(`${plain.href}?sslmode=disable`)).not.toMatchObject({ code: 7 });
  });
});
