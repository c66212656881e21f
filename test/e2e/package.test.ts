import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../support/databases.ts';
import { type Ended, project, start } from '../support/program.ts';

describe('the packed program', () => {
  let folder: string;
  let files: readonly string[];
  beforeAll(async () => {
    folder = temporaryFolder();
    // `npm test` has built it; building it again would pull the program away from under the other tests.
    const packed = await run(
      'npm',
      ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
      project,
    );
    expect(packed.code, packed.stderr).toBe(0);
    files = readPacked(packed.stdout);
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const archive = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? '';
    const installed = await run(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${archive}`],
      folder,
    );
    expect(installed.code, installed.stderr).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** npm needs a home; everything else of the developer's environment stays out. */
  async function run(command: string, args: readonly string[], cwd: string): Promise<Ended> {
    const env = {
      HOME: process.env.HOME ?? folder,
      QABYL_DB: join(folder, 'қабыл.db'),
      QABYL_AS: story.admin.iin,
    };
    const running = start(command, args, { cwd, env });
    running.child.stdin.end();
    return running.ended;
  }

  it('holds the program and nothing of its making', () => {
    expect(files).toContain('bin/qabyl.js');
    expect(files).toContain('dist/main.js');
    expect(files).toContain('LICENSE');
    expect(files.filter(name => /^(src|test|fixtures|node_modules)\/|\.(ts|map|db|env)$/.test(name))).toEqual(
      [],
    );
  });

  it('brings no development dependency with it', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'));
    const development = Object.keys(manifest.devDependencies).map(name => name.split('/')[0]);
    expect(installed).toContain('qabyl');
    expect(installed.filter(name => development.includes(name))).toEqual([]);
  });

  it('runs from an empty folder: version, init, import, list, readiness', async () => {
    const qabyl = (...argv: string[]) =>
      run(process.execPath, [join(folder, 'node_modules', 'qabyl', 'bin', 'qabyl.js'), ...argv], folder);
    expect(await qabyl('--version')).toMatchObject({ code: 0 });
    expect(await qabyl(...(scenes[0]?.argv ?? []))).toMatchObject({ code: 0 });
    const orgs = join(project, scenes[1]?.argv[1] ?? '');
    expect(await qabyl('import-orgs', orgs)).toMatchObject({ code: 0 });
    const list = await qabyl('list', 'orgs', '--json', '--lang', 'kk');
    expect(list.code).toBe(0);
    expect((JSON.parse(list.stdout) as { rows: unknown[] }).rows).toHaveLength(6);
    expect((await qabyl('check-readiness', '--lang', 'ru')).code).toBe(8);
    const far = await qabyl('list', 'orgs', '--json', '--db', 'postgres://qabyl@127.0.0.1:1/x');
    expect(far.code, far.stdout).toBe(7);
  });

  it('is found by npx', async () => {
    const { code, stdout } = await run('npx', ['--no-install', 'qabyl', '--version'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain(`qabyl ${manifest.version}`);
  });
});

/** npm 10 prints a list, npm 11 and later an object by name. */
function readPacked(stdout: string): string[] {
  const document = JSON.parse(stdout) as Record<string, { files: { path: string }[] }>;
  return Object.values(document).flatMap(one => one.files.map(file => file.path));
}
