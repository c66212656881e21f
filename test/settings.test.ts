import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../fixtures/story.ts';
import type { Environment } from '../src/environment.ts';
import { configurationFile, dataFolder } from '../src/settings.ts';
import { temporaryFolder } from './support/databases.ts';
import { qabyl } from './support/run.ts';

const as = story.admin.iin;
const initArgv = scenes[0]?.argv ?? [];

describe('the folders of the platform', () => {
  const facts = (platform: NodeJS.Platform, home: string, env: Environment['env'] = {}) =>
    ({ platform, home, env }) as Environment;
  it.each([
    ['linux', '/home/a', {}, '/home/a/.local/share/qabyl', '/home/a/.config/qabyl/config.json'],
    ['linux', '/home/a', { XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c' }, '/d/qabyl', '/c/qabyl/config.json'],
    // the specification: empty is as unset, and a path that is not absolute is ignored
    [
      'linux',
      '/home/a',
      { XDG_DATA_HOME: '', XDG_CONFIG_HOME: 'rel/c' },
      '/home/a/.local/share/qabyl',
      '/home/a/.config/qabyl/config.json',
    ],
    [
      'darwin',
      '/Users/Айгүл',
      { XDG_DATA_HOME: '/d' },
      '/Users/Айгүл/Library/Application Support/qabyl',
      '/Users/Айгүл/Library/Application Support/qabyl/config.json',
    ],
    ['win32', '/Users/a', { LOCALAPPDATA: '/L', APPDATA: '/R' }, '/L/qabyl', '/R/qabyl/config.json'],
    ['win32', '/Users/a', {}, '/Users/a/AppData/Local/qabyl', '/Users/a/AppData/Roaming/qabyl/config.json'],
  ] as const)('%s with the home %s and %o', (platform, home, env, data, configuration) => {
    expect(dataFolder(facts(platform, home, env))).toBe(data);
    expect(configurationFile(facts(platform, home, env))).toBe(configuration);
  });
});

describe('the settings', () => {
  let folder: string;
  let config: string;
  let env: Record<string, string>;
  beforeEach(() => {
    folder = temporaryFolder();
    config = join(folder, 'c', 'qabyl', 'config.json');
    env = { XDG_CONFIG_HOME: join(folder, 'c'), XDG_DATA_HOME: join(folder, 'd') };
    mkdirSync(dirname(config), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const configure = (content: unknown, mode = 0o600) => {
    writeFileSync(config, typeof content === 'string' ? content : JSON.stringify(content));
    chmodSync(config, mode);
  };
  /** The database that a command looks for: no such file exists, so it is named as missing. */
  const lookedFor = async (argv: readonly string[] = [], more: Record<string, string> = {}) => {
    const run = await qabyl(['list', 'orgs', '--as', as, '--json', ...argv], {
      env: { ...env, ...more },
      cwd: folder,
    });
    const { problems } = JSON.parse(run.stdout) as { problems: { code: string; message: string }[] };
    const [first] = problems;
    return { code: run.code, stderr: run.stderr, problem: first?.code, message: first?.message ?? '' };
  };

  it.each([
    { strongest: 'the flag', argv: ['--db', 'flag.db', '--profile', 'p'], variable: true, found: 'flag.db' },
    { strongest: 'the variable', argv: ['--profile', 'p'], variable: true, found: 'variable.db' },
    { strongest: 'the profile', argv: ['--profile', 'p'], variable: false, found: 'profile.db' },
    { strongest: 'the file', argv: [], variable: false, found: 'file.db' },
  ])('$strongest wins over what is weaker', async ({ argv, variable, found }) => {
    configure({ db: 'file.db', profiles: { p: { db: 'profile.db' } } });
    const answer = await lookedFor(argv, variable ? { QABYL_DB: 'variable.db' } : {});
    expect(answer.problem).toBe('database-missing');
    expect(answer.message).toContain(join(folder, found));
  });

  it('an empty variable is as none', async () => {
    configure({ db: 'file.db', profiles: { p: { db: 'profile.db' } } });
    const answer = await lookedFor([], { QABYL_DB: '', QABYL_PROFILE: '' });
    expect(answer.message).toContain(join(folder, 'file.db'));
  });

  it('a profile named by a variable gives what it has, and leaves the rest to the file', async () => {
    configure({ db: 'file.db', year: '2031-2032', profiles: { p: { as } } });
    const answer = await lookedFor([], { QABYL_PROFILE: 'p' });
    expect(answer.message).toContain(join(folder, 'file.db'));
  });

  it('without any of them, the database is in the data folder of the platform', async () => {
    const answer = await lookedFor();
    expect(answer.message).toContain(join(folder, 'd', 'qabyl', 'qabyl.db'));
  });

  it('who acts and the year come from the same places', async () => {
    configure({ db: 'file.db', as, year: '2031-2032', profiles: { p: { year: story.year } } });
    expect((await qabyl([...initArgv], { env, cwd: folder })).code).toBe(0);
    const plain = await qabyl(['list', 'streets', '--json'], { env, cwd: folder });
    expect(JSON.parse(plain.stdout).problems[0].code).toBe('year-unknown');
    const profile = await qabyl(['list', 'streets', '--json', '--profile', 'p'], { env, cwd: folder });
    expect(profile.code).toBe(0);
    const other = await qabyl(['list', 'orgs', '--json', '--as', '850101300123'], { env, cwd: folder });
    expect(other.code).not.toBe(0);
  });

  it.each(['q', 'toString', '__proto__', 'constructor', ''])(
    'a profile “%s” that the file does not have is refused with those it has',
    async name => {
      configure({ profiles: { ауыл: {}, қала: {} } });
      const answer = await lookedFor(['--profile', name]);
      expect(answer).toMatchObject({ code: 2, problem: 'profile-unknown' });
    },
  );

  it('a profile is refused where there is no file at all', async () => {
    expect(await lookedFor(['--profile', 'q'])).toMatchObject({ code: 2, problem: 'profile-unknown' });
  });

  it.each([
    ['is no JSON', '{ db: 1 }'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['has a value of the wrong kind', '{"year": 2027}'],
    ['has a word it does not know', '{"database": "x.db"}'],
    ['has a profile with a word it does not know', '{"profiles": {"p": {"pasword": "x"}}}'],
  ])('a configuration that %s is refused by its name, and no command runs without it', async (_, text) => {
    configure(text);
    const answer = await lookedFor(['--db', 'flag.db']);
    expect(answer).toMatchObject({ code: 2, problem: 'config-unreadable' });
    expect(answer.message).toContain(config);
  });

  it('a configuration that is a folder is refused by its name', async () => {
    mkdirSync(config);
    expect(await lookedFor()).toMatchObject({ code: 2, problem: 'config-unreadable' });
  });

  it('help and version need no configuration', async () => {
    configure('broken');
    expect((await qabyl(['--version'], { env })).code).toBe(0);
    expect((await qabyl(['list', '--help'], { env })).code).toBe(0);
  });

  it.each([
    { mode: 0o600, password: true, warned: false },
    { mode: 0o644, password: true, warned: true },
    { mode: 0o640, password: true, warned: true },
    { mode: 0o644, password: false, warned: false },
  ])('a file of mode $mode with a password ($password) is warned of: $warned', async facts => {
    const user = facts.password ? 'qabyl:Pa55w0rd' : 'qabyl';
    configure({ db: `postgres://${user}@127.0.0.1:1/x` }, facts.mode);
    const run = await qabyl(['list', 'orgs', '--as', as], { env });
    expect(run.code).toBe(7);
    expect(run.stderr.includes(`chmod 600 "${config}"`)).toBe(facts.warned);
    expect(run.stderr).not.toContain('Pa55w0rd');
  });

  it('a password in a flag is refused with the ways to give one; one in a variable is taken', async () => {
    const db = 'postgres://qabyl:Pa55w0rd@127.0.0.1:1/x';
    const flag = await qabyl(['list', 'orgs', '--as', as, '--db', db], { env });
    const variable = await qabyl(['list', 'orgs', '--as', as], { env: { ...env, QABYL_DB: db } });
    expect([flag.code, flag.stdout, flag.stderr.includes('command line')]).toEqual([2, '', true]);
    for (const way of ['PGPASSFILE', '~/.pgpass', 'profile', 'QABYL_DB', 'terminal'])
      expect(flag.stderr).toContain(way);
    expect([variable.code, variable.stderr.includes('command line')]).toEqual([7, false]);
    expect(flag.stderr + variable.stderr).not.toContain('Pa55w0rd');
  });

  it.each([
    'postgres://127.0.0.1:1/x?password=Pa55w0rd',
    'postgresql://127.0.0.1:1/x?sslmode=disable&password=Pa55w0rd',
    'postgres://127.0.0.1:1/x?sslpassword=Pa55w0rd',
    'POSTGRES://qabyl:Pa55w0rd@127.0.0.1:1/x',
    'postgres://qabyl:Pa55/w0rd@127.0.0.1:1/x',
  ])('a password in a flag is refused wherever it stands: %s', async db => {
    for (const argv of [['--db', db], [`--db=${db}`]])
      for (const json of [[], ['--json']]) {
        const run = await qabyl(['list', 'orgs', '--as', as, ...argv, ...json], { env });
        expect(run.code).toBe(2);
        expect(run.stdout + run.stderr).not.toMatch(/Pa55|w0rd/);
      }
  });

  it('a password in a profile that is not in use is warned of too', async () => {
    configure({ db: 'file.db', profiles: { p: { db: 'postgres://a:Pa55w0rd@127.0.0.1:1/x' } } }, 0o644);
    expect((await lookedFor()).stderr).toContain('chmod 600');
  });

  it('a password given as a parameter is one too', async () => {
    configure({ db: 'postgres://127.0.0.1:1/x?password=Pa55w0rd' }, 0o644);
    const answer = await lookedFor();
    expect(answer.stderr).toContain('chmod 600');
    expect(answer.message + answer.stderr).not.toContain('Pa55w0rd');
  });
});
