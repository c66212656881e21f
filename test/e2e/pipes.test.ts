import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { temporaryFolder } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { program, runProgram, start, startProgram } from '../support/program.ts';

const as = story.admin.iin;
const org = story.department.code;
const MANY = 3000;
/** A run that waits for a person would last until the test's own limit. */
const SOON_MS = 20_000;

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = temporaryFolder();
  env = { QABYL_DB: join(folder, 'қабыл.db'), QABYL_AS: as };
  await runProgram(scenes[0]?.argv ?? [], { env });
  const file = join(folder, 'staff.csv');
  writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(MANY)));
  const run = await runProgram(['import-staff', file, '--org', org], { env });
  if (run.code !== 0) throw new Error(run.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('standard input that comes from a file', () => {
  it('is not written over by the rejects of the same command', async () => {
    const file = join(folder, 'bad.csv');
    writeFileSync(file, 'ЖСН;Тегі;Аты\n123;Ахметова;Әлия\n');
    const script = '"$@" < "$INPUT"; echo $?';
    const argv = ['import-staff', '-', '--org', org, '--rejects', file];
    const running = start('sh', ['-c', script, 'sh', process.execPath, program, ...argv], {
      env: { ...env, INPUT: file },
    });
    running.child.stdin.end();
    const { stdout } = await running.ended;
    expect(stdout).toBe('2\n');
    expect(readFileSync(file, 'utf8')).toContain('123;Ахметова');
  });
});

describe('a pipe', () => {
  it.each([
    ['a table', ['list', 'staff'], 'head -1'],
    ['CSV', ['list', 'staff', '--csv'], 'head -c 10'],
    ['JSON', ['list', 'staff', '--json'], 'head -2'],
    ['help', ['--help'], 'true'],
  ])('that is closed early ends %s quietly, exit 0', async (_, argv, reader) => {
    // the program's own exit code comes on the third stream, past the pipe
    const script = `{ "$@"; echo $? >&2; } | ${reader}`;
    const running = start('sh', ['-c', script, 'sh', process.execPath, program, ...argv], { env });
    running.child.stdin.end();
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr.trim().split('\n').at(-1)).toBe('0');
    expect(stderr).not.toMatch(/EPIPE|at .*\.js/);
  });

  it('for messages that is closed does not stop a change', async () => {
    const file = join(folder, 'more.csv');
    writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(1, 60)));
    const script = '{ "$@" 2>&3; echo $?; } 3>&1 1>&2 | true; exit 0';
    const argv = ['import-staff', file, '--org', org];
    const running = start('sh', ['-c', script, 'sh', process.execPath, program, ...argv], { env });
    running.child.stdin.end();
    await running.ended;
    const { stdout } = await runProgram(['list', 'staff', '--csv'], { env });
    expect(stdout).toContain(inventedIins(1, 60)[0]);
  });

  it('takes everything, however large it is', async () => {
    const { code, stdout } = await runProgram(['list', 'staff', '--json'], { env });
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(65_536 * 4);
    expect((JSON.parse(stdout) as { rows: unknown[] }).rows.length).toBeGreaterThan(MANY);
  });

  it('may be the file: - reads it', async () => {
    const input = STAFF_HEADER + staffLines(inventedIins(3, 61));
    const { code, stdout } = await runProgram(['import-staff', '-', '--org', org, '--json'], { env, input });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'applied', summary: { read: 3, add: 3 } });
  });

  it('that is empty is an empty file', async () => {
    const { code, stdout } = await runProgram(['import-staff', '-', '--org', org, '--json'], { env });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'rejected', change: null });
  });
});

describe('a run whose standard input stays open and silent', () => {
  it.each([
    ['what to list', ['list'], 'KIND'],
    ['the file', ['import-staff', '--org', org], 'FILE'],
    ['the organisation', ['import-staff', 'x.csv'], '--org'],
    ['the department', ['init'], '--department'],
    ['the school', ['review-territory'], '--school'],
    ['the number', ['show'], 'N'],
  ])('never waits for %s: exit 2, and the flag is named', async (_, argv, flag) => {
    const running = startProgram([...argv, '--json'], { env });
    const begin = performance.now();
    const { code, stdout } = await running.ended;
    expect(performance.now() - begin).toBeLessThan(SOON_MS);
    expect(code).toBe(2);
    const [problem] = (JSON.parse(stdout) as { problems: { code: string; message: string }[] }).problems;
    expect(problem?.code).toMatch(/^(flag|argument)-missing$/);
    expect(problem?.message).toContain(flag);
  });

  it('never waits for an approval: exit 5, nothing written', async () => {
    const file = join(folder, 'fewer.csv');
    const staying = `${as};Никитина;Ольга;басшы\n`;
    writeFileSync(file, STAFF_HEADER + staying + staffLines(inventedIins(MANY).slice(1)));
    const before = await runProgram(['history', '--json'], { env });
    const running = startProgram(['import-staff', file, '--org', org, '--sync'], { env });
    const { code } = await running.ended;
    expect(code).toBe(5);
    expect((await runProgram(['history', '--json'], { env })).stdout).toBe(before.stdout);
  });

  it('never waits for who acts', async () => {
    const running = startProgram(['list', 'orgs'], { env: { ...env, QABYL_AS: '' } });
    const { code, stderr } = await running.ended;
    expect(code).toBe(2);
    expect(stderr).toContain('QABYL_AS');
  });
});

describe('a backup through standard output', () => {
  const poured = async (script: string) => {
    const running = start('sh', ['-c', script, 'sh', process.execPath, program, 'backup', '-'], { env });
    running.child.stdin.end();
    return running.ended;
  };

  it('that nobody reads to its end is not called a backup, and ends quietly', async () => {
    const { code, stderr } = await poured('{ "$@"; echo $? >&2; } | head -c 10');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '0\n' });
  });

  it.runIf(process.platform === 'linux')('that finds no room is told to be a part: exit 7', async () => {
    const { code, stderr } = await poured('"$@" >/dev/full');
    expect(code).toBe(7);
    expect(stderr).toContain('not whole');
    expect(stderr).not.toMatch(/Keep this|Warning|[0-9a-f]{40}/u);
  });
});

describe('a stdout that takes nothing more', () => {
  // /dev/full is a device of Linux
  it.runIf(process.platform === 'linux')('is told in one sentence, exit 1', async () => {
    const running = start('sh', ['-c', '"$@" >/dev/full', 'sh', process.execPath, program, 'list', 'staff'], {
      env,
    });
    running.child.stdin.end();
    const { code, stderr } = await running.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('stdout');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
