import { existsSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { expectChain, lookAtRest } from '../support/history-chain.ts';
import { lookInside } from '../support/look-inside.ts';
import { type Ended, runProgram, startProgram } from '../support/program.ts';
import { prepare, type Work, works } from './killed-work.ts';

/** For each of four commands on each database; `QABYL_KILLS=50` makes it two hundred on each. */
const KILLS = Number(process.env.QABYL_KILLS ?? 3);
/** A command that ends again and again before it is killed is not killed at all, and that is no success. */
const ROUNDS = 20 + 5 * KILLS;

/** Starts a command and kills it at a random moment of the time that it takes. */
class Killer {
  /** how long the command takes when nobody kills it, in milliseconds */
  #whole: number | null = null;
  #killed = 0;
  #rounds = 0;

  /**
   * Whether it is to be started once more.
   * @throws Error when so many rounds have not brought the kills
   */
  goesOn(): boolean {
    if (this.#killed >= KILLS) return false;
    if (this.#rounds >= ROUNDS)
      throw new Error(
        `only ${this.#killed} of ${KILLS} kills in ${ROUNDS} rounds: the command ended before its kill in all others, the last time after ${this.#whole} ms`,
      );
    return true;
  }

  async run(start: () => ReturnType<typeof startProgram>): Promise<Ended & { readonly when: string }> {
    this.#rounds++;
    const begin = performance.now();
    const running = start();
    running.child.stdin.end();
    // Node itself takes the first fifth; the last moments are after the commit.
    const ms = this.#whole === null ? null : this.#whole * (0.2 + 0.85 * Math.random());
    const timer = new AbortController();
    if (ms !== null)
      after(ms, undefined, { signal: timer.signal }).then(
        () => running.child.kill('SIGKILL'),
        () => undefined,
      );
    const ended = await running.ended;
    timer.abort();
    if (ended.signal === null) this.#whole = performance.now() - begin;
    else this.#killed++;
    return { ...ended, when: `${ended.signal ?? 'not killed'} after ${ms} ms` };
  }
}

async function inside<T>(target: string, look: Parameters<typeof lookAtRest<T>>[2]): Promise<T> {
  const opened = await lookInside(target);
  try {
    return await lookAtRest(opened, target.startsWith('postgres'), look);
  } finally {
    await opened.close();
  }
}

async function verified(env: Record<string, string>): Promise<void> {
  const { code, stdout } = await runProgram(['verify-history', '--json'], { env });
  expect(code, stdout).toBe(0);
}

async function killWork(place: TestDatabase, work: Work): Promise<void> {
  await prepare(place, work);
  const env = { QABYL_DB: place.target, QABYL_AS: story.admin.iin };
  const first = await inside(place.target, expectChain);
  const killer = new Killer();
  let done = 0;
  const round = async (run: (argv: readonly string[]) => Promise<Ended & { readonly when: string }>) => {
    work.files(place.folder, done);
    const { code, signal, stdout, stderr, when } = await run([...work.argv(done, first + done), '--json']);
    await inside(place.target, async look => {
      const changes = await expectChain(look);
      expect([0, 1], when).toContain(changes - first - done);
      if (signal === null) expect([code, changes], `${stdout}${stderr}`).toEqual([0, first + done + 1]);
      done = changes - first;
      expect(await work.rows(look), when).toBe(work.expected(done));
    });
  };
  while (killer.goesOn())
    await round(argv => killer.run(() => startProgram(argv, { env, cwd: place.folder })));
  await round(async argv => ({ ...(await runProgram(argv, { env, cwd: place.folder })), when: 'at last' }));
  await verified(env);
}

/** A schema that is made from nothing; once it is there, the next one. */
async function killMigration(create: () => Promise<TestDatabase>): Promise<void> {
  const killer = new Killer();
  const init = [...(scenes[0]?.argv ?? []), '--json'];
  let place = await create();
  while (killer.goesOn()) {
    const env = { QABYL_DB: place.target, QABYL_AS: story.admin.iin };
    const { code, signal, stdout, when } = await killer.run(() => startProgram(init, { env }));
    if (signal === null) expect(code, stdout).toBe(0);
    else if (await isEmpty(place.target)) continue;
    expect(await inside(place.target, expectChain), when).toBe(1);
    await verified(env);
    await place.drop();
    place = await create();
  }
  const env = { QABYL_DB: place.target, QABYL_AS: story.admin.iin };
  expect((await runProgram(init, { env })).code).toBe(0);
  await verified(env);
  await place.drop();
}

/** Nothing at all: no file of that name, no table in the schema. */
async function isEmpty(target: string): Promise<boolean> {
  if (!target.startsWith('postgres')) return !existsSync(target);
  const opened = await lookInside(target);
  try {
    // Waits for a server that has not noticed yet that its client is gone.
    await opened.run(['begin', 'select pg_advisory_xact_lock(5642018)', 'commit']);
    return (await opened.rows('select 1 from pg_tables where schemaname = current_schema()')).length === 0;
  } finally {
    await opened.close();
  }
}

describe.each(engines)('kill -9 at random moments on $engine', ({ create }) => {
  it.concurrent.each(works)(
    'of $name: all or nothing of it, each time; the next run completes, and the chain is whole',
    async work => {
      const place = await create();
      await killWork(place, work);
      await place.drop();
    },
    1_800_000,
  );

  it.concurrent(
    'of a migration: no table or all of them; the next run completes',
    () => killMigration(create),
    1_800_000,
  );
});
