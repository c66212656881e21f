import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { carryOut } from '../../src/change/carry-out.ts';
import type { Operation } from '../../src/change/request.ts';
import { readTarget } from '../../src/db/target.ts';
import { usingDatabase } from '../../src/db/using-database.ts';
import { door, operation, request, step } from '../change/small-change.ts';
import { inventedIins } from '../support/invented-staff.ts';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const as = story.admin.iin;
const PEOPLE = 100;

describe('a PostgreSQL server that stops in the middle of a change', () => {
  let server: TestServer;
  let year = 20;
  beforeAll(async () => {
    server = await startPostgres();
    await playScenes(server.url, scenes.slice(0, 1));
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    await server.start();
    year += 1;
  });

  const people = async () => {
    const verified = await qabyl(['verify-history', '--json'], { db: server.url, as });
    expect(verified.code, verified.stdout).toBe(0);
    const list = await qabyl(['list', 'staff', '--json'], { db: server.url, as });
    return (JSON.parse(list.stdout) as { rows: unknown[] }).rows.length;
  };

  /** Adds people; something happens when their rows are written and the transaction is open, the first time. */
  const change = (meanwhile: () => Promise<void>) => {
    let runs = 0;
    const add = operation(inventedIins(PEOPLE, year).map(iin => step(iin)));
    const work: Operation = async (tx, sink) => {
      const scope = await add(tx, sink);
      await sink.flush();
      if (runs++ === 0) await meanwhile();
      return scope;
    };
    const options = { create: false, program: 'qabyl test', signal: door.signal };
    return usingDatabase(readTarget(server.url, '/'), options, database =>
      carryOut(database, request(work), door),
    );
  };

  it.each(['immediately', 'in good order'] as const)(
    'and stays away, stopped %s: exit 7, nothing is written, and the next run completes',
    async how => {
      const before = await people();
      await expect(change(() => server.stop(how))).rejects.toMatchObject({
        exitCode: 7,
        problems: [{ code: 'connection-lost' }],
      });
      await server.start();
      expect(await people()).toBe(before);
      expect(await change(async () => undefined)).toMatchObject({ outcome: 'applied' });
      expect(await people()).toBe(before + PEOPLE);
    },
  );

  it('and is back soon: the change lands exactly once', async () => {
    const before = await people();
    const result = await change(async () => {
      await server.stop('immediately');
      await server.start();
    });
    expect(result).toMatchObject({ outcome: 'applied', summary: { add: PEOPLE } });
    expect(await people()).toBe(before + PEOPLE);
  });

  it('before anything is asked of it: the database cannot be reached, exit 7, at once', async () => {
    await server.stop('in good order');
    const { code, stdout } = await qabyl(['list', 'staff', '--json'], { db: server.url, as });
    expect(code).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'database-unreachable' }] });
  });
});
