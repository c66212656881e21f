import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, forCommandLine, type TestDatabase } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';

const as = story.admin.iin;
const initArgv = scenes[0]?.argv ?? [];

async function ask(db: string, argv: readonly string[] = ['list', 'orgs']) {
  const answer = await qabyl([...argv, '--json'], { db, as });
  const document = JSON.parse(answer.stdout) as { problems?: { code: string; message: string }[] };
  return { code: answer.code, problem: document.problems?.[0], all: answer.stdout + answer.stderr };
}

describe('a database file', () => {
  let place: TestDatabase;
  const [sqlite] = engines;
  beforeEach(async () => {
    if (sqlite) place = await sqlite.create();
  });
  afterEach(() => place.drop());

  it('that does not exist is missing; reading it does not make it', async () => {
    const answer = await ask(place.target);
    expect(answer).toMatchObject({ code: 2, problem: { code: 'database-missing' } });
    expect(answer.all).toContain('qabyl init');
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it.each([
    ['a letter', 'not-a-database', 2, 'Құрметті әріптестер!\n'.repeat(400)],
    ['a table', 'not-a-database', 2, 'ЖСН;Тегі\n850101300123;Серікова\n'],
    ['the beginning of a database', 'damaged', 7, 'SQLite format 3\0'.padEnd(200, 'x')],
  ])('that is %s is %s, for a reader and for init, and stays as it was', async (_, what, code, text) => {
    const file = join(place.folder, 'хат.db');
    writeFileSync(file, text);
    for (const argv of [['list', 'orgs'], initArgv]) {
      const answer = await ask(file, argv);
      expect(answer).toMatchObject({ code, problem: { code: `database-${what}` } });
      expect(answer.problem?.message).toContain(file);
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(place.folder)).toEqual(['хат.db']);
  });

  it('that is a folder is not a database', async () => {
    for (const argv of [['list', 'orgs'], initArgv])
      expect(await ask(place.folder, argv)).toMatchObject({
        code: 2,
        problem: { code: 'database-not-a-database' },
      });
  });

  it('that is empty is a database that init has not made', async () => {
    writeFileSync(place.target, '');
    expect(await ask(place.target)).toMatchObject({ code: 2, problem: { code: 'database-missing' } });
    expect(statSync(place.target).size).toBe(0);
    expect((await ask(place.target, initArgv)).code).toBe(0);
  });

  it('that belongs to another program is refused, and stays as it was to the byte', async () => {
    const other = new BetterSqlite(place.target);
    other.exec('create table bookmark (url text)');
    other.close();
    const before = readFileSync(place.target);
    for (const argv of [['list', 'orgs'], initArgv, [...initArgv, '--dry-run']]) {
      const answer = await ask(place.target, argv);
      expect(answer).toMatchObject({ code: 2, problem: { code: 'database-foreign' } });
      expect(answer.problem?.message).toContain(place.target);
    }
    expect(readFileSync(place.target).equals(before)).toBe(true);
    expect(readdirSync(place.folder)).toHaveLength(1);
  });

  it('that keeps its texts otherwise than in UTF-8 is refused, and stays as it was to the byte', async () => {
    const other = new BetterSqlite(place.target);
    other.exec(`pragma encoding = 'UTF-16le'; create table gone (text text); drop table gone`);
    other.close();
    const before = readFileSync(place.target);
    for (const argv of [['list', 'orgs'], initArgv]) {
      const answer = await ask(place.target, argv);
      expect(answer).toMatchObject({ code: 2, problem: { code: 'database-encoding' } });
      expect(answer.problem?.message).toContain('UTF-16le');
    }
    expect(readFileSync(place.target).equals(before)).toBe(true);
  });

  it('that is empty is not written to by a dry run', async () => {
    writeFileSync(place.target, '');
    expect((await ask(place.target, [...initArgv, '--dry-run'])).code).toBe(0);
    expect(statSync(place.target).size).toBe(0);
  });

  it('is made with its folders, for its owner alone', async () => {
    const file = join(place.folder, 'терең', 'folder with blanks', 'база.db');
    expect((await ask(file, initArgv)).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect((await ask(`sqlite:${file}`)).code).toBe(0);
  });

  it('cannot be made under a file', async () => {
    writeFileSync(join(place.folder, 'file'), '');
    const answer = await ask(join(place.folder, 'file', 'qabyl.db'), initArgv);
    expect(answer).toMatchObject({ code: 7, problem: { code: 'database-refused' } });
  });

  it('is not left behind by an init whose answers were wrong', async () => {
    const wrong = initArgv.map(word => (word === story.department.bin ? '000813159890' : word));
    expect((await ask(place.target, wrong)).code).toBe(2);
    expect((await ask(place.target, [...initArgv, '--dry-run'])).code).toBe(0);
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it('is kept by an init that is told no at once and by a second one', async () => {
    expect((await ask(place.target, initArgv)).code).toBe(0);
    const other = initArgv.map(word => (word === story.department.code ? 'other' : word));
    expect(await ask(place.target, other)).toMatchObject({ code: 3, problem: { code: 'department-exists' } });
    expect(existsSync(place.target)).toBe(true);
    expect((await ask(place.target)).code).toBe(0);
  });

  it('is not named by nothing', async () => {
    const answer = await qabyl(['list', 'orgs', '--json', '--db', ''], { as });
    expect([answer.code, JSON.parse(answer.stdout).problems[0].code]).toEqual([2, 'flag-invalid']);
  });

  it.each([
    'mysql://localhost/qabyl',
    'https://example.kz/qabyl.db',
    ':memory:',
    'sqlite:',
    'postgres://qabyl@host:порт/x',
  ])('is not named by “%s”', async target => {
    const answer = await qabyl(['list', 'orgs', '--json', '--db', target], { as });
    expect([answer.code, JSON.parse(answer.stdout).problems[0].code]).toEqual([2, 'target-malformed']);
  });

  it.each([
    'postgres:/qabyl:Pa55@host/x',
    'postgresql//qabyl:Pa55@host/x',
    'postgres:qabyl:Pa 55@host',
    'jdbc:postgresql://host/x?user=qabyl&password=Pa55@',
    'jdbc:postgresql:Pa55@host',
    'mysql://qabyl:Pa 55@host/x',
    'host=db.example.kz user=qabyl password=Pa55',
    "dbname = x password = 'Pa 55'",
    'postgres://qabyl:Pa 55@host:порт/x',
    'postgres://qa byl:Pa 55@host:порт/x',
    ' x/../postgres://qabyl:Pa55@host/x',
  ])('is not named by “%s”, and no folder is: no password is shown', async target => {
    for (const argv of [['list', 'orgs'], initArgv, ['doctor']])
      for (const more of [['--json'], ['--debug']]) {
        const answer = await qabyl([...argv, ...more], { as, cwd: place.folder, db: target });
        expect(answer.code).toBe(2);
        expect(answer.stdout + answer.stderr).not.toMatch(/Pa ?55|55/u);
        if (more.includes('--json')) expect(answer.stdout).toContain('target-malformed');
      }
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it('is named without the blanks around it', async () => {
    expect((await ask(` ${place.target}\n`, initArgv)).code).toBe(0);
    expect((await ask(place.target)).code).toBe(0);
    const secret = ' postgres://qabyl:Pa55@127.0.0.1:1/x?sslmode=disable ';
    for (const argv of [['list', 'orgs'], initArgv]) {
      const answer = await qabyl([...argv, '--json'], { as, cwd: place.folder, db: secret });
      expect([answer.code, JSON.parse(answer.stdout).problems[0].code]).toEqual([7, 'database-unreachable']);
      expect(answer.stdout + answer.stderr).not.toContain('Pa55');
    }
    const given = await qabyl(['list', 'orgs', '--json', '--db', secret.replace('a5', 'a 5')], { as });
    expect([given.code, JSON.parse(given.stdout).problems[0].code]).toEqual([2, 'password-in-flag']);
    expect(given.stdout + given.stderr).not.toContain('55');
  });

  it('is looked for from the folder of work, and named in full', async () => {
    mkdirSync(join(place.folder, 'sub'));
    const answer = await qabyl(['list', 'orgs', '--db', '../x.db'], { as, cwd: join(place.folder, 'sub') });
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain(join(place.folder, 'x.db'));
  });
});

describe('a PostgreSQL server', () => {
  const server = () => new URL(inject('postgres'));
  const secret = 'құпия-Pa55@w0rd';
  let silent: Server | null = null;
  afterEach(() => void silent?.close());

  const changed = (change: (url: URL) => void): string => {
    const url = server();
    change(url);
    return url.href;
  };

  it.each([
    [
      'where nobody listens',
      'database-unreachable',
      (url: URL) => {
        url.port = '1';
      },
    ],
    [
      'that refuses the password',
      'password-refused',
      (url: URL) => {
        url.password = secret;
      },
    ],
    [
      'that does not know the database',
      'database-unreachable',
      (url: URL) => {
        url.password = server().password;
        url.pathname = '/жоқ';
      },
    ],
    [
      'that does not know the user',
      'password-refused',
      (url: URL) => {
        url.username = 'nobody';
      },
    ],
    [
      'whose name does not exist',
      'database-unreachable',
      (url: URL) => {
        url.hostname = 'db.invalid';
      },
    ],
  ])('%s cannot be reached: exit 7, try again, no password shown', async (_, code, change) => {
    const target = changed(url => {
      url.password = secret;
      change(url);
    });
    for (const argv of [['list', 'orgs'], initArgv]) {
      const answer = await ask(target, argv);
      expect(answer).toMatchObject({ code: 7, problem: { code } });
      expect(answer.problem?.message).toContain(':***@');
      for (const shown of [secret, encodeURIComponent(secret), 'w0rd'])
        expect(answer.all).not.toContain(shown);
    }
  });

  it('that never answers is given up after the time to connect', async () => {
    const listening = createServer();
    silent = listening;
    await new Promise<void>(resolve => {
      listening.listen(0, '127.0.0.1', resolve);
    });
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const start = performance.now();
    const answer = await ask(`postgres://qabyl@127.0.0.1:${address.port}/qabyl?connect_timeout=1`);
    expect(answer).toMatchObject({ code: 7, problem: { code: 'database-unreachable' } });
    expect(performance.now() - start).toBeLessThan(9000);
  });

  it.each([
    ['postgres://qabyl:пароль@127.0.0.1:1/x', 'пароль'],
    ['postgres://qabyl:a@bPa55@127.0.0.1:1/x', 'bPa55'],
    ['postgres://qabyl:Pa55/w@127.0.0.1:1/x', 'Pa55'],
    ['postgres://127.0.0.1:1/x?user=qabyl&password=Pa55', 'Pa55'],
  ])(
    'does not have its password shown by an error or kept by the command line: %s',
    async (target, shown) => {
      const answer = await qabyl(['list', 'orgs', '--db', target, '--debug'], { as });
      expect([2, 7]).toContain(answer.code);
      expect(answer.stdout + answer.stderr).not.toContain(shown);
    },
  );
});

describe.each(engines)('the history on $engine', ({ engine, create }) => {
  it('does not keep a password: one in the command line is refused, with nothing read or written', async () => {
    const place = await create();
    const { db, env } = forCommandLine(place.target);
    if (engine === 'postgres') {
      const refused = await qabyl([...initArgv, '--db', place.target], {});
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain(`${db.replace('@', ':***@')} stands in the command line`);
      expect(await ask(place.target)).toMatchObject({ code: 2, problem: { code: 'database-missing' } });
    }
    expect((await qabyl([...initArgv, '--db', db], { env })).code).toBe(0);
    const answer = await qabyl(['history', '--json'], { db: place.target, as });
    expect(answer.code).toBe(0);
    expect(answer.stdout).toContain(db);
    expect(answer.stdout).not.toContain(':qabyl@');
    await place.drop();
  });
});
