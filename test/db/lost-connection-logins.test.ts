import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { CuttingProxy } from '../support/cutting-proxy.ts';
import { createPostgres, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { Logins } from '../support/logins.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const head = story.admin.iin;
const PEOPLE = 20;
const people = (year: number) => STAFF_HEADER + staffLines(inventedIins(PEOPLE, year));

describe('a line to PostgreSQL that is cut under an operator’s own login', () => {
  let place: TestDatabase;
  let proxy: CuttingProxy;
  let logins: Logins;
  beforeEach(async () => {
    place = await createPostgres();
    await playScenes(place.target, scenes.slice(0, 2));
    logins = new Logins(place.target, head);
    proxy = await CuttingProxy.open(place.target);
  });
  afterEach(async () => {
    await proxy.close();
    await place.drop();
    await logins.drop();
  });

  /** Runs a command with the person's own login, through the proxy. */
  const through = async (iin: string, argv: readonly string[], stdin = '') => {
    const url = new URL(await logins.of(iin));
    url.port = new URL(proxy.target).port;
    const answer = await qabyl([...argv, '--json'], { db: url.href, stdin, clock: () => new Date() });
    return { ...answer, document: JSON.parse(answer.stdout) as { outcome: string; change: number } };
  };
  const asHead = async (argv: readonly string[], stdin = '') => {
    const answer = await qabyl([...argv, '--json'], { db: place.target, as: head, stdin });
    expect(answer.code, answer.stdout).toBe(0);
    return JSON.parse(answer.stdout) as { change: number; changes: unknown[]; rows: unknown[] };
  };

  it('at before-commit, and others whom it may not see have written since: the change lands exactly once', async () => {
    const [iin = ''] = inventedIins(1, 50);
    await asHead(['import-staff', '-', '--org', 'school-1'], STAFF_HEADER + staffLines([iin]));
    await asHead(['assign-role', '--org', 'school-1', '--role', 'superadmin', '--staff', iin]);
    await logins.of(iin);
    const { changes: before } = await asHead(['history']);
    let others = Promise.resolve();
    proxy.cutAt('before-commit', { refusing: true });
    // Nobody is let in again before both have taken their numbers, the first of them the lost one.
    proxy.whenCut = () => {
      others = (async () => {
        for (const year of [60, 61])
          await asHead(['import-staff', '-', '--org', story.department.code], people(year));
        proxy.mend();
      })();
    };
    const answer = await through(iin, ['import-staff', '-', '--org', 'school-1'], people(62));
    await others;
    expect(answer, answer.stdout).toMatchObject({ code: 0, document: { outcome: 'applied' } });
    expect(answer.document.change).toBe(before.length + 3);
    expect(proxy.cuts).toBe(1);
    expect((await asHead(['history'])).changes).toHaveLength(before.length + 3);
    await asHead(['verify-history']);
  });

  it.each(['before-commit', 'after-commit'] as const)(
    'at %s of giving up one’s own access: it is told as it is',
    async moment => {
      await logins.of(head);
      const { changes: before } = await asHead(['history']);
      proxy.cutAt(moment, { times: 1 });
      const answer = await through(head, ['revoke-access', '--staff', head, '--yes']);
      expect(answer, answer.stdout).toMatchObject({ code: 0, document: { outcome: 'applied' } });
      expect(proxy.cuts).toBe(1);
      expect((await asHead(['history'])).changes).toHaveLength(before.length + 1);
      expect((await asHead(['list', 'logins'])).rows).toEqual([]);
    },
  );
});
