import { createServer } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import type { Database } from '../../src/db/database.ts';
import type { Queryable } from '../../src/db/dialect.ts';
import { readTarget } from '../../src/db/target.ts';
import { usingDatabase } from '../../src/db/using-database.ts';
import { problem } from '../../src/domain/problem.ts';
import { OperatorError } from '../../src/errors.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const reason = new OperatorError(problem('interrupted', { written: false }));
const init = scenes[0]?.argv ?? [];
let ctrlC: AbortController;
beforeEach(() => {
  ctrlC = new AbortController();
});

async function askForEver(db: Queryable): Promise<never> {
  for (;;) await db.selectFrom('org').selectAll().execute();
}

describe.each(engines)('an interruption on $engine', ({ create }) => {
  let place: TestDatabase;
  beforeEach(async () => {
    place = await create();
    await playScenes(place.target, scenes.slice(0, 1));
  });
  afterEach(() => place.drop());

  it.each([
    ['reading', (database: Database) => database.read(askForEver)],
    [
      'writing',
      (database: Database) =>
        database.write({ waitMs: 0, signal: ctrlC.signal, command: 'import-staff' }, async tx => {
          await tx.updateTable('org').set({ bin: null }).execute();
          return askForEver(tx);
        }),
    ],
  ])('ends %s at once, and nothing is written', async (_, work) => {
    const options = { create: false, program: 'qabyl test', signal: ctrlC.signal };
    const timer = setTimeout(() => ctrlC.abort(reason), 30);
    const start = performance.now();
    await expect(usingDatabase(readTarget(place.target, '/'), options, work)).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(1000);
    clearTimeout(timer);
    const { stdout } = await qabyl(['list', 'orgs', '--json'], { db: place.target, as: story.admin.iin });
    expect(JSON.parse(stdout)).toMatchObject({ rows: [{ bin: story.department.bin }] });
  });
});

describe('an interruption on a PostgreSQL server', () => {
  it.each([
    ['reads', ['list', 'orgs']],
    ['writes', init],
  ])('that never answers ends a command that %s at once', async (_, argv) => {
    const silent = createServer(() => ctrlC.abort(reason));
    await new Promise<void>(listening => {
      silent.listen(0, '127.0.0.1', listening);
    });
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const start = performance.now();
    const answer = await qabyl([...argv, '--json'], {
      db: `postgres://qabyl@127.0.0.1:${address.port}/qabyl`,
      as: story.admin.iin,
      signal: ctrlC.signal,
    });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(answer.code).toBe(130);
    expect(JSON.parse(answer.stdout)).toMatchObject({ problems: [{ code: 'interrupted' }] });
    await new Promise(closed => silent.close(closed));
  });

  it('that is busy with a query ends the query’s command at once', async () => {
    const [, postgres] = engines;
    const place = await postgres?.create();
    if (!place) throw new Error('no PostgreSQL');
    await playScenes(place.target, scenes.slice(0, 1));
    const other = new pg.Client({ connectionString: place.target });
    await other.connect();
    await other.query('begin; lock table org in access exclusive mode');
    const run = qabyl(['list', 'orgs', '--json'], {
      db: place.target,
      as: story.admin.iin,
      signal: ctrlC.signal,
    });
    const waiting = `select from pg_locks where not granted and relation = 'org'::regclass`;
    while ((await other.query(waiting)).rowCount === 0);
    const start = performance.now();
    ctrlC.abort(reason);
    expect((await run).code).toBe(130);
    expect(performance.now() - start).toBeLessThan(1000);
    await other.end();
    await place.drop();
  });
});
