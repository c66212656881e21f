import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../support/databases.ts';
import { program, runProgram, start } from '../support/program.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes Node take itself for another version. */
const asNode = (version: string) =>
  `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`;

describe('the program on a Node', () => {
  it.each(['20.19.5', '22.11.0', '18.0.0', '16.20.2'])(
    '%s, too old, says so in one sentence and ends with 2',
    async version => {
      const { code, stdout, stderr } = await runProgram(['list', 'orgs'], {
        node: ['--import', asNode(version)],
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain('22.12');
      expect(stderr).toContain(version);
    },
  );

  it('that knows no `await` outside of functions can read it, and so refuse itself', () => {
    expect(() => new Script(readFileSync(program, 'utf8'))).not.toThrow();
  });

  it.each(['22.12.0', '23.0.0', '24.0.0', '100.0.0'])('%s, new enough, runs', async version => {
    const { code } = await runProgram(['--version'], { node: ['--import', asNode(version)] });
    expect(code).toBe(0);
  });
});

describe('the program', () => {
  it('runs by npx in the checkout', async () => {
    const running = start('npx', ['--no-install', 'qabyl', '--version'], { env: { HOME: folder } });
    running.child.stdin.end();
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    expect(stdout).toBe(`qabyl ${manifest.version} (schema 0001-first-season)\n`);
  });

  it('runs from a folder whose name has blanks and Kazakh letters, with a database there', async () => {
    const cwd = join(folder, 'Ақжайлау ауданы — 2027 жыл');
    mkdirSync(cwd);
    const env = { QABYL_DB: 'деректер қоры.db' };
    const init = await runProgram(scenes[0]?.argv ?? [], { cwd, env });
    expect(init).toMatchObject({ code: 0 });
    expect(init.stderr).toContain(join(cwd, 'деректер қоры.db'));
    const list = await runProgram(['list', 'orgs', '--as', story.admin.iin], { cwd, env });
    expect(list.code).toBe(0);
    expect(list.stdout).toContain(story.department.name);
  });

  it.each([
    ['is not set', {}],
    ['is empty', { HOME: '' }],
  ])('runs where HOME %s', async (_, env) => {
    const bare = { QABYL_DB: join(folder, 'bare.db'), ...env };
    const running = start('env', ['-u', 'HOME', process.execPath, program, ...(scenes[0]?.argv ?? [])], {
      env: bare,
    });
    running.child.stdin.end();
    expect(await running.ended).toMatchObject({ code: 0 });
    const list = await runProgram(['list', 'orgs', '--as', story.admin.iin], { env: bare });
    expect(list).toMatchObject({ code: 0 });
  });

  it('runs in a folder that was removed', async () => {
    const script = 'mkdir "$1" && cd "$1" && rmdir "$1" && exec "$2" "$3" list orgs --as "$4" --db "$5"';
    const gone = join(folder, 'gone');
    const argv = [
      '-c',
      script,
      'sh',
      gone,
      process.execPath,
      program,
      story.admin.iin,
      join(folder, 'no.db'),
    ];
    const running = start('sh', argv, { cwd: folder });
    running.child.stdin.end();
    const { code, stderr } = await running.ended;
    expect(code).toBe(2);
    expect(stderr).toContain(join(folder, 'no.db'));
  });

  it.each([
    ['40', 40],
    ['1', 40],
    ['many', 80],
    ['100000', 110],
  ])('keeps its help within the terminal, COLUMNS=%s', async (COLUMNS, width) => {
    for (const argv of [['--help'], ['import-staff', '--help']]) {
      const { code, stdout } = await runProgram(argv, { env: { COLUMNS } });
      expect(code).toBe(0);
      // What is to be pasted, and a word that has no blank to break at, stay whole.
      const whole = /^ +qabyl |^\S+ qabyl |^ *\S+$/;
      const prose = stdout.split('\n').filter(line => !whole.test(line));
      expect(prose.filter(line => line.length > width)).toEqual([]);
    }
  });
});

describe('what is loaded', () => {
  /** Prints the name of each module as it is loaded. */
  const TELL = `data:text/javascript,import{registerHooks}from"node:module";registerHooks({load(u,c,n){const l=n(u,c);process.stderr.write("LOAD "+u+" "+String(l.source??"").includes("new Kysely(")+"\\n");return l}})`;
  const loaded = async (argv: readonly string[]) => {
    const { stderr } = await runProgram(argv, { node: ['--import', TELL] });
    return stderr.split('\n').filter(line => line.startsWith('LOAD '));
  };
  const heavy = /zod|kysely|inquirer|sqlite|postgres|savepoint|csv|migrator| true$/;

  it.each([
    ['--help', ['--help']],
    ['--version', ['--version']],
    ['help in Kazakh', ['--help', '--lang', 'kk']],
    ["a command's help", ['import-staff', '--help']],
    ['a wrong option', ['list', '--fast']],
    ['a house list', ['explain-houses', '1-45']],
  ])('%s needs no database, no prompts and no schemas', async (_, argv) => {
    const modules = await loaded(argv);
    expect(modules.length).toBeGreaterThan(3);
    expect(modules.filter(line => heavy.test(line))).toEqual([]);
  });

  it('a command on a file database loads no PostgreSQL, and no prompts', async () => {
    const env = { QABYL_DB: join(folder, 'loaded.db') };
    await runProgram(scenes[0]?.argv ?? [], { env });
    const { stderr, code } = await runProgram(['list', 'orgs', '--as', story.admin.iin], {
      env,
      node: ['--import', TELL],
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/LOAD .*sqlite/);
    expect(stderr).not.toMatch(/LOAD .*(postgres|inquirer|zod)/);
  });

  it('one language is loaded and not three', async () => {
    const catalogues = (await loaded(['--help'])).filter(line => /catalogue/.test(line));
    expect(catalogues).toHaveLength(1);
  });
});
