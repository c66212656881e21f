import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

describe.each(engines)('a database that can only be read, on $engine', ({ engine, create }) => {
  let place: TestDatabase;
  let db: string;
  beforeEach(async () => {
    place = await create();
    await playScenes(place.target, scenes.slice(0, 2));
    db = engine === 'postgres' ? `${place.target}%20-cdefault_transaction_read_only%3Don` : place.target;
    chmodSync(place.folder, 0o777);
    if (engine === 'sqlite') chmodSync(place.target, 0o444);
  });
  afterEach(() => place.drop());

  const options = (target: string) => ({
    db: target,
    as: story.admin.iin,
    env: { XDG_CONFIG_HOME: place.folder },
  });
  const list = (target: string) => qabyl(['list', 'staff', '--json'], options(target));

  it('is read, and refuses a change: exit 7, nothing written', async () => {
    const before = await list(place.target);
    const change = () => qabyl([...(scenes[2]?.argv ?? []), '--json'], options(db));
    const [read, answer] = await asOrdinaryUser(async () => [await list(db), await change()] as const);
    expect(read).toMatchObject({ code: 0, stdout: before.stdout });
    expect(answer.code).toBe(7);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      outcome: 'failed',
      change: null,
      problems: [{ code: 'database-read-only' }],
    });
    expect((await list(place.target)).stdout).toBe(before.stdout);
  });
});
