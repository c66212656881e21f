import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { problem } from '../../src/domain/problem.ts';
import { OperatorError } from '../../src/errors.ts';
import { CuttingProxy, MOMENTS } from '../support/cutting-proxy.ts';
import { createPostgres, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { qabyl, type RunOptions } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const as = story.admin.iin;
/** Enough for a COPY, through standard input, which can be read once only. */
const PEOPLE = 3000;
const stdin = STAFF_HEADER + staffLines(inventedIins(PEOPLE));
const importStaff = ['import-staff', '-', '--org', story.department.code, '--json'];

describe('a line to PostgreSQL that is cut', () => {
  let place: TestDatabase;
  let proxy: CuttingProxy;
  beforeEach(async () => {
    place = await createPostgres();
    await playScenes(place.target, scenes.slice(0, 1));
    proxy = await CuttingProxy.open(place.target);
  });
  afterEach(async () => {
    await proxy.close();
    await place.drop();
  });

  const change = async (options: RunOptions = {}, ...more: readonly string[]) => {
    const answer = await qabyl([...importStaff, ...more], { db: proxy.target, as, stdin, ...options });
    return { ...answer, document: JSON.parse(answer.stdout) as { outcome: string; change: number | null } };
  };
  /** What the database itself says: the number of its changes, and of its people. */
  const stored = async () => {
    const run = async (...argv: string[]) => {
      const answer = await qabyl([...argv, '--json'], { db: place.target, as });
      expect(answer.code, answer.stdout).toBe(0);
      return JSON.parse(answer.stdout) as { changes: unknown[]; rows: unknown[] };
    };
    await run('verify-history');
    return {
      changes: (await run('history')).changes.length,
      people: (await run('list', 'staff')).rows.length,
    };
  };
  const applied = { changes: 2, people: PEOPLE + 1 };
  const nothing = { changes: 1, people: 1 };

  it.each(MOMENTS)('once, at %s: the change lands exactly once, and is told once', async moment => {
    proxy.cutAt(moment, { times: 1 });
    const { code, document, stderr } = await change();
    expect(proxy.cuts).toBe(1);
    expect(document).toMatchObject({ outcome: 'applied', change: 2 });
    expect(code).toBe(0);
    const lines = stderr.split('\n').filter(line => line !== '');
    expect(lines).toEqual([...new Set(lines)]);
    expect(await stored()).toEqual(applied);
  });

  it.each(['lock', 'copy', 'before-commit', 'in-commit', 'after-commit'] as const)(
    'once, at %s, while the server believes the client to be there: the change lands exactly once',
    async moment => {
      proxy.cutAt(moment, { times: 1, halfOpen: true });
      expect(await change()).toMatchObject({ code: 0, document: { outcome: 'applied', change: 2 } });
      expect(proxy.cuts).toBe(1);
      expect(await stored()).toEqual(applied);
    },
  );

  // What looks for a lost commit takes the lock too, and loses its own line.
  it.each([
    { moment: 'lock', cuts: 4 },
    { moment: 'copy', cuts: 4 },
    { moment: 'before-commit', cuts: 8 },
  ] as const)(
    'again and again at $moment: exit 7 after four runs, nothing was written, and it says so',
    async ({ moment, cuts }) => {
      proxy.cutAt(moment);
      const { code, document } = await change();
      expect(proxy.cuts).toBe(cuts);
      expect(code).toBe(7);
      expect(document).toMatchObject({
        outcome: 'failed',
        change: null,
        problems: [{ code: 'connection-lost', message: expect.stringContaining('nothing was written') }],
      });
      expect(await stored()).toEqual(nothing);
    },
  );

  it.each(['before-commit', 'after-commit'] as const)(
    'at %s, and the server cannot be reached any more: exit 7, and the command that tells how it ended',
    async moment => {
      proxy.cutAt(moment, { refusing: true });
      const answer = await change({}, '--wait', '300ms');
      expect(answer.code).toBe(7);
      expect(answer.document).toMatchObject({
        outcome: 'failed',
        problems: [{ code: 'commit-unresolved', fix: expect.stringContaining('qabyl show 2') }],
      });
      expect(await stored()).toEqual(moment === 'after-commit' ? applied : nothing);
      const show = await qabyl(['show', '2', '--json'], { db: place.target, as });
      expect(JSON.parse(show.stdout)).toMatchObject(
        moment === 'after-commit' ? { command: 'import-staff' } : { problems: [{ code: 'change-unknown' }] },
      );
    },
  );

  it('at after-commit, and the server is back soon: the answer is looked for though nobody waits for a writer', async () => {
    proxy.cutAt('after-commit', { refusing: true });
    proxy.whenCut = () => void setTimeout(() => proxy.mend(), 400);
    expect(await change({}, '--wait', '0')).toMatchObject({ code: 0, document: { outcome: 'applied' } });
    expect(proxy.cuts).toBe(1);
    expect(await stored()).toEqual(applied);
  });

  it('during a commit, and Ctrl-C while the server is asked: nobody is told that nothing was written', async () => {
    const ctrlC = new AbortController();
    proxy.cutAt('after-commit', { refusing: true });
    proxy.whenCut = () =>
      setImmediate(() => ctrlC.abort(new OperatorError(problem('interrupted', { written: false }))));
    const start = performance.now();
    const answer = await change({ signal: ctrlC.signal }, '--wait', '60s');
    expect(answer).toMatchObject({ code: 7, document: { problems: [{ code: 'commit-unresolved' }] } });
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(await stored()).toEqual(applied);
  });

  it('before the commit, after Ctrl-C: it is not tried again', async () => {
    const ctrlC = new AbortController();
    proxy.cutAt('copy');
    proxy.whenCut = () => ctrlC.abort(new OperatorError(problem('interrupted', { written: false })));
    const answer = await change({ signal: ctrlC.signal });
    expect(answer).toMatchObject({ code: 130, document: { problems: [{ code: 'interrupted' }] } });
    expect(proxy.cuts).toBe(1);
    expect(await stored()).toEqual(nothing);
  });

  it('once while somebody reads: the answer is whole, and told once', async () => {
    proxy.cutAt('connect', { times: 1 });
    const answer = await qabyl(['list', 'staff', '--json'], { db: proxy.target, as });
    expect(proxy.cuts).toBe(1);
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.stdout)).toMatchObject({ rows: [{ iin: as }] });
  });

  it('once under a large file, which a thread reads: the change lands exactly once', async () => {
    const many = STAFF_HEADER + staffLines(inventedIins(20_000));
    expect(Buffer.byteLength(many)).toBeGreaterThan(1_000_000);
    proxy.cutAt('copy', { times: 1 });
    expect(await change({ stdin: many })).toMatchObject({ code: 0, document: { outcome: 'applied' } });
    expect(proxy.cuts).toBe(1);
    expect(await stored()).toEqual({ changes: 2, people: 20_001 });
  });

  it('once under init, in a database that had no table yet: it is made whole', async () => {
    const empty = await createPostgres();
    const through = await CuttingProxy.open(empty.target);
    through.cutAt('connect', { times: 1 });
    const answer = await qabyl([...(scenes[0]?.argv ?? []), '--json'], { db: through.target });
    expect(answer.code, answer.stdout).toBe(0);
    expect(through.cuts).toBe(1);
    const history = await qabyl(['history', '--json'], { db: empty.target, as });
    expect(JSON.parse(history.stdout)).toMatchObject({ changes: [{ change: 1 }] });
    await through.close();
    await empty.drop();
  });
});
