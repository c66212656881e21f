import { existsSync, readdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { createSqlite, engines, type TestDatabase } from '../support/databases.ts';
import { everything } from '../support/everything.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { lookInside } from '../support/look-inside.ts';
import { type Ended, program, type Running, runProgram, start, startProgram } from '../support/program.ts';

const as = story.admin.iin;
const org = 'school-1';
/** Kills of each kind on each database. */
const KILLS = 4;
const PEOPLE = 20_000;

describe.each(engines)('backups of $engine', ({ engine, create }) => {
  let place: TestDatabase;
  let env: Record<string, string>;
  let kept: string;
  beforeAll(async () => {
    place = await create();
    env = { QABYL_DB: place.target, QABYL_AS: as };
    for (const { argv } of scenes.slice(0, 2)) await done(argv);
    await done(['import-staff', '-', '--org', org], STAFF_HEADER + staffLines(inventedIins(PEOPLE)));
    kept = join(place.folder, 'kept.gz');
    await done(['backup', kept]);
  }, 180_000);
  afterAll(() => place.drop());

  async function done(argv: readonly string[], input = ''): Promise<Ended> {
    const ended = await runProgram(argv, { env, input });
    expect(ended.code, `${argv.join(' ')}\n${ended.stderr}`).toBe(0);
    return ended;
  }

  /** Whether a file is a whole backup: restoring it checks the whole history. */
  async function isWhole(file: string): Promise<boolean> {
    const other = await createSqlite();
    try {
      return (await runProgram(['restore', file], { env: { QABYL_DB: other.target } })).code === 0;
    } finally {
      await other.drop();
    }
  }

  /** What a killed program has left of its own beside its file. */
  function sweep(folder: string): void {
    for (const name of readdirSync(folder))
      if (/^\.qabyl-.*\.new/.test(name)) rmSync(join(folder, name), { force: true });
  }

  it('taken while another process imports are whole, every one', async () => {
    let isOver = false;
    const importing = (async () => {
      for (const year of [71, 72, 73, 74, 75, 76])
        await done(
          ['import-staff', '-', '--org', 'school-2', '--quiet'],
          STAFF_HEADER + staffLines(inventedIins(3000, year)),
        );
    })().finally(() => {
      isOver = true;
    });
    const file = join(place.folder, 'meanwhile.db');
    do {
      await done(['backup', file, '--yes']);
      expect(await isWhole(file)).toBe(true);
    } while (!isOver);
    await importing;
  }, 300_000);

  it.each(['killed.db', 'killed.gz'])(
    'killed by kill -9 leave nothing under %s, or all of it',
    async name => {
      const file = join(place.folder, name);
      const begin = performance.now();
      await done(['backup', file]);
      const whole = performance.now() - begin;
      for (let kill = 0; kill < KILLS; kill++) {
        rmSync(file, { force: true });
        const running = startProgram(['backup', file], { env });
        await after(whole * (0.3 + (0.8 * kill) / KILLS));
        running.child.kill('SIGKILL');
        await running.ended;
        if (existsSync(file)) expect(await isWhole(file)).toBe(true);
        sweep(place.folder);
      }
      await done(['backup', file, '--yes']);
      expect(await isWhole(file)).toBe(true);
    },
    300_000,
  );

  it('killed while they are restored leave the target empty, or whole', async () => {
    const rows = await everything(place.target);
    const begin = performance.now();
    const first = await create();
    expect((await runProgram(['restore', kept], { env: { QABYL_DB: first.target } })).code).toBe(0);
    await first.drop();
    const whole = performance.now() - begin;
    for (let kill = 0; kill < KILLS; kill++) {
      const target = await create();
      const there = { QABYL_DB: target.target, QABYL_AS: as };
      const running = startProgram(['restore', kept], { env: there });
      await after(whole * (0.3 + (0.8 * kill) / KILLS));
      running.child.kill('SIGKILL');
      await running.ended;
      if (await isEmpty(target)) {
        const again = await runProgram(['restore', kept, '--wait', '60s', '--lang', 'en'], { env: there });
        // A server may end a commit that it was asked for before the kill.
        if (again.code !== 0) expect(again.stderr).toMatch(/is not empty/);
      }
      expect((await runProgram(['verify-history'], { env: there })).code).toBe(0);
      expect((await everything(target.target)).org).toEqual(rows.org);
      await target.drop();
    }
  }, 300_000);

  async function isEmpty({ target }: TestDatabase): Promise<boolean> {
    if (engine === 'sqlite') return !existsSync(target);
    const inside = await lookInside(target);
    try {
      const found = await inside.rows(
        `select 1 from pg_class where relnamespace = current_schema()::regnamespace`,
      );
      return found.length === 0;
    } finally {
      await inside.close();
    }
  }

  it('interrupted by Ctrl-C in the middle end at once and leave nothing behind', async () => {
    const before = readdirSync(place.folder).sort();
    for (const name of ['stopped.db', 'stopped.gz']) {
      const begun = firstFile(place.folder);
      const running = startProgram(['backup', join(place.folder, name)], { env });
      await begun;
      const { code, stderr } = await interrupted(running);
      // A small database may be through already: then its backup is there, whole.
      if (code === 0) rmSync(join(place.folder, name));
      else expect([code, stderr]).toEqual([130, expect.stringMatching(/nothing was written/)]);
      expect(readdirSync(place.folder).sort()).toEqual(before);
    }
  }, 120_000);

  it('given up by Ctrl-C while they are read leave the target empty', async () => {
    const lines = (await done(['backup', '-'])).stdout;
    const target = await create();
    const running = startProgram(['restore', '-'], { env: { QABYL_DB: target.target } });
    // More than a pipe holds: what is taken has been read, and the rest never comes.
    await new Promise<void>(taken => {
      running.child.stdin.write(lines.slice(0, lines.length / 2), () => taken());
    });
    const { code, stderr } = await interrupted(running);
    expect([code, stderr]).toEqual([130, expect.stringMatching(/nothing was written/)]);
    expect(await isEmpty(target)).toBe(true);
    await target.drop();
  }, 120_000);

  it('that the disk has no room for are told in one sentence, and nothing is left', async () => {
    const before = readdirSync(place.folder).sort();
    for (const name of ['large.db', 'large.gz']) {
      // No file may grow beyond 128 blocks of 512 bytes.
      const line = `ulimit -f 128; exec "$0" "$@"`;
      const argv = [program, 'backup', join(place.folder, name), '--json', '--lang', 'en'];
      const running = start('sh', ['-c', line, process.execPath, ...argv], { env });
      running.child.stdin.end();
      const { code, stdout } = await running.ended;
      expect(code, stdout).toBe(7);
      expect(stdout).toContain('"backup-unwritable"');
      expect(readdirSync(place.folder).sort()).toEqual(before);
    }
  }, 120_000);
});

describe('a restore into a file in the middle', () => {
  it('is ended at once by Ctrl-C, and leaves nothing behind', async () => {
    const [from, to] = [await createSqlite(), await createSqlite()];
    const env = { QABYL_DB: from.target, QABYL_AS: as };
    const file = join(from.folder, 'a.gz');
    for (const { argv } of scenes.slice(0, 2)) expect((await runProgram(argv, { env })).code).toBe(0);
    const input = STAFF_HEADER + staffLines(inventedIins(PEOPLE));
    expect((await runProgram(['import-staff', '-', '--org', org], { env, input })).code).toBe(0);
    expect((await runProgram(['backup', file], { env })).code).toBe(0);
    const begun = firstFile(to.folder);
    const running = startProgram(['restore', file], { env: { QABYL_DB: to.target } });
    await begun;
    const { code, stderr } = await interrupted(running);
    expect([code, stderr]).toEqual([130, expect.stringMatching(/nothing was written/)]);
    expect(readdirSync(to.folder)).toEqual([]);
    await from.drop();
    await to.drop();
  }, 120_000);
});

/** Resolves once a file is made in a folder. */
function firstFile(folder: string): Promise<void> {
  return new Promise(seen => {
    const watching = watch(folder, () => {
      watching.close();
      seen();
    });
  });
}

async function interrupted({ child, ended }: Running): Promise<Ended> {
  const begin = performance.now();
  child.kill('SIGINT');
  const how = await ended;
  expect(performance.now() - begin).toBeLessThan(5000);
  return how;
}
