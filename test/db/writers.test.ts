import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { Sink } from '../../src/change/sink.ts';
import type { Database } from '../../src/db/database.ts';
import type { Tx } from '../../src/db/dialect.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { problem } from '../../src/domain/problem.ts';
import { OperatorError } from '../../src/errors.ts';
import { openInitialised, operation, step } from '../change/small-change.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';

const as = story.admin.iin;
const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'import-orgs' };
const importOrgs = scenes[1]?.argv ?? [];

describe.each(engines)('two at work on $engine', ({ engine, create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openInitialised(place.target);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const run = async (argv: readonly string[], signal?: AbortSignal) => {
    const answer = await qabyl([...argv, '--json'], { db: place.target, as, ...(signal ? { signal } : {}) });
    const document = JSON.parse(answer.stdout) as {
      outcome: string;
      rows?: unknown[];
      problems?: { code: string; message: string }[];
    };
    return { code: answer.code, document, problem: document.problems?.[0] };
  };

  /** Holds the write lock, with a row written, until it is told to let go. */
  function holdLock() {
    const held = Promise.withResolvers<void>();
    const letGo = Promise.withResolvers<void>();
    const done = database.write(turn, async tx => {
      await writeOneRow(tx, database);
      held.resolve();
      await letGo.promise;
    });
    return {
      held: held.promise,
      letGo: async () => {
        letGo.resolve();
        await done;
      },
    };
  }

  it('the second writer gives up after --wait and names who writes, since when and with what', async () => {
    const first = holdLock();
    await first.held;
    const start = performance.now();
    const answer = await run([...importOrgs, '--wait', '150ms']);
    const waited = performance.now() - start;
    await first.letGo();
    expect(answer).toMatchObject({ code: 7, document: { outcome: 'failed' } });
    expect(answer.problem?.code).toBe('database-locked');
    expect(answer.problem?.message).toContain(engine === 'postgres' ? 'qabyl@127.0.0.1' : `(${process.pid})`);
    expect(answer.problem?.message).toContain(engine === 'postgres' ? 'qabyl test' : 'import-orgs');
    expect(answer.problem?.message).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
    expect(waited).toBeGreaterThan(149);
    expect(waited).toBeLessThan(5000);
    expect((await run(['history'])).document).toMatchObject({ changes: [{ change: 1 }] });
  });

  it('does not wait at all with --wait 0', async () => {
    const first = holdLock();
    await first.held;
    expect((await run([...importOrgs, '--wait', '0'])).code).toBe(7);
    await first.letGo();
    expect((await run([...importOrgs, '--wait', '0'])).code).toBe(0);
  });

  it('the second writer waits for the first, and readers wait for nobody', async () => {
    const first = holdLock();
    await first.held;
    let ended = false;
    const second = run(importOrgs).finally(() => {
      ended = true;
    });
    // The reader begins and ends while both are at it, and sees nothing half done.
    const read = await run(['list', 'staff']);
    expect(read).toMatchObject({ code: 0, document: { rows: [{ iin: as }] } });
    expect(ended).toBe(false);
    await first.letGo();
    expect(await second).toMatchObject({ code: 0, document: { outcome: 'applied' } });
    expect((await run(['list', 'staff'])).document.rows).toHaveLength(2);
  });

  it('a reader who was there first hinders no writer and is not named as one', async () => {
    const other = await openDatabase(database.target, { create: false, program: 'qabyl reader' });
    const reading = Promise.withResolvers<void>();
    const stop = Promise.withResolvers<void>();
    const reader = other.read(async db => {
      await db.selectFrom('org').selectAll().execute();
      reading.resolve();
      await stop.promise;
    });
    await reading.promise;
    expect((await run(importOrgs)).code).toBe(0);
    const first = holdLock();
    await first.held;
    const answer = await run([...importOrgs, '--wait', '0']);
    expect(answer.problem?.code).toBe('database-locked');
    expect(answer.problem?.message).not.toContain('qabyl reader');
    await first.letGo();
    stop.resolve();
    await reader;
    await other.close();
  });

  it('Ctrl-C ends the waiting at once', async () => {
    const first = holdLock();
    await first.held;
    const interrupted = new AbortController();
    const second = run(importOrgs, interrupted.signal);
    await run(['list', 'orgs']);
    const start = performance.now();
    interrupted.abort(new OperatorError(problem('interrupted', { written: false })));
    const answer = await second;
    expect(performance.now() - start).toBeLessThan(1000);
    expect(answer).toMatchObject({ code: 130, problem: { code: 'interrupted' } });
    await first.letGo();
    expect((await run(['history'])).document).toMatchObject({ changes: [{ change: 1 }] });
  });

  it('many writers at once all land, one after another', async () => {
    const years = Array.from({ length: 6 }, (_, i) => `${2030 + i}-${2031 + i}`);
    const init = [...(scenes[0]?.argv ?? []), '--yes'];
    const argvOf = (year: string) => init.map(word => (word === story.year ? year : word));
    const answers = await Promise.all(years.map(year => run(argvOf(year))));
    expect(answers.map(answer => answer.code)).toEqual(years.map(() => 0));
    const history = (await run(['history'])).document as unknown as { changes: { change: number }[] };
    expect(history.changes.map(line => line.change)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const list = await run(['list', 'years', '--year', story.year]);
    expect(list.document.rows).toHaveLength(7);
  });
});

async function writeOneRow(tx: Tx, database: Database): Promise<void> {
  const sink = new Sink(tx, database.dialect, {
    change: 1,
    skipInvalid: false,
    keep: 0,
    keepRows: false,
    signal: turn.signal,
  });
  await operation([step('person-1')])(tx, sink);
  await sink.flush();
}
