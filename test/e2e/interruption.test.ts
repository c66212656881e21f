import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { workbook } from '../bench/workbook.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { type Running, runProgram, startProgram } from '../support/program.ts';

const as = story.admin.iin;
const org = story.department.code;

describe.each(engines)('an import in the middle on $engine', ({ create }) => {
  let place: TestDatabase;
  let env: Record<string, string>;
  let running: Running | null = null;
  beforeEach(async () => {
    place = await create();
    env = { QABYL_DB: place.target, QABYL_AS: as };
    expect((await runProgram(scenes[0]?.argv ?? [], { env })).code).toBe(0);
  });
  afterEach(async () => {
    running?.child.kill('SIGKILL');
    await running?.ended;
    running = null;
    await place.drop();
  });

  /**
   * Starts an import that has taken thousands of rows, not to the end: what it reads from is a pipe that holds no
   * more than a small part of what was put into it.
   */
  async function halfway(more: readonly string[] = []): Promise<Running> {
    running = startProgram(['import-staff', '-', '--org', org, ...more], { env });
    const { stdin } = running.child;
    await new Promise<void>(taken => {
      stdin.write(STAFF_HEADER + staffLines(inventedIins(30_000)), () => taken());
    });
    return running;
  }

  async function nothingWritten(): Promise<void> {
    const history = await runProgram(['history', '--json'], { env });
    expect((JSON.parse(history.stdout) as { changes: unknown[] }).changes).toHaveLength(1);
    const staff = await runProgram(['list', 'staff', '--json'], { env });
    expect((JSON.parse(staff.stdout) as { rows: unknown[] }).rows).toMatchObject([{ iin: as }]);
  }

  it('is ended by Ctrl-C within a second: exit 130, nothing written, and it says so', async () => {
    const { child, ended } = await halfway();
    const begin = performance.now();
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    const took = performance.now() - begin;
    expect(code).toBe(130);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/nothing was written/);
    expect(took).toBeLessThan(1000);
    await nothingWritten();
  });

  it('is ended by Ctrl-C while it reads a large file', async () => {
    const file = join(place.folder, 'барлығы.csv');
    writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(150_000)));
    running = startProgram(['import-staff', file, '--org', org, '--lang', 'en'], { env });
    await running.said(/;/);
    const begin = performance.now();
    running.child.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(stderr).toMatch(/nothing was written/);
    await nothingWritten();
  });

  it('takes two signals at once for one Ctrl-C, as when npm hands on what the terminal has sent already', async () => {
    const { child, ended } = await halfway();
    child.kill('SIGINT');
    setImmediate(() => child.kill('SIGINT'));
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/nothing was written/);
    await nothingWritten();
  });

  it('is ended by Ctrl-C while it reads a workbook', async () => {
    const file = join(place.folder, 'кітап.xlsx');
    const lines = staffLines(inventedIins(20_000)).trimEnd().split('\n');
    writeFileSync(file, workbook([STAFF_HEADER.trimEnd(), ...lines].map(line => line.split(';'))));
    running = startProgram(['import-staff', file, '--org', org, '--lang', 'en'], { env });
    await running.said(/Columns/);
    running.child.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/nothing was written/);
    await nothingWritten();
  });

  it('answers Ctrl-C as JSON where JSON was asked for', async () => {
    const { child, ended } = await halfway(['--json']);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'qabyl.change/1',
      outcome: 'failed',
      change: null,
      problems: [{ code: 'interrupted' }],
    });
  });

  it('that is killed leaves the database whole, and the next run works', async () => {
    const { child, ended } = await halfway();
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    await nothingWritten();
    const input = STAFF_HEADER + staffLines(inventedIins(10));
    const next = await runProgram(['import-staff', '-', '--org', org, '--json'], { env, input });
    expect(next.code, next.stdout).toBe(0);
    expect(JSON.parse(next.stdout)).toMatchObject({ outcome: 'applied', change: 2, summary: { add: 10 } });
  });

  it('is waited for by a second process, which names it when it gives up', async () => {
    const file = join(place.folder, 'барлығы.csv');
    writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(150_000)));
    running = startProgram(['import-staff', file, '--org', org, '--lang', 'en'], { env });
    await running.said(/;/);
    const input = STAFF_HEADER + staffLines(inventedIins(1, 60));
    const second = await runProgram(['import-staff', '-', '--org', org, '--wait', '100ms'], { env, input });
    expect(second.code).toBe(7);
    expect(second.stderr).toContain('import-staff');
  });

  it('and another at the same time both land', async () => {
    const runs = [60, 61, 62].map(year =>
      runProgram(['import-staff', '-', '--org', org, '--json'], {
        env,
        input: STAFF_HEADER + staffLines(inventedIins(500, year)),
      }),
    );
    const answers = (await Promise.all(runs)).map(({ code, stdout }) => {
      const { outcome, change } = JSON.parse(stdout) as { outcome: string; change: number };
      return { code, outcome, change };
    });
    expect(answers.toSorted((a, b) => a.change - b.change)).toEqual(
      [2, 3, 4].map(change => ({ code: 0, outcome: 'applied', change })),
    );
    const staff = await runProgram(['list', 'staff', '--json'], { env });
    expect((JSON.parse(staff.stdout) as { rows: unknown[] }).rows).toHaveLength(1501);
  });
});
