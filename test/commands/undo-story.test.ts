import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { everything } from '../support/everything.ts';
import { range } from '../support/people.ts';
import { playScenes } from '../support/story.ts';
import { expectWhole, undone } from '../support/undoing.ts';

const admin = story.admin.iin;

describe.each(engines)('a whole season taken back on $engine', ({ create }) => {
  let district: District;
  /** the data after each change, by its number */
  const states = new Map<number, unknown>();
  beforeAll(async () => {
    district = await District.open(create, []);
    for (const [i, scene] of scenes.entries()) {
      await playScenes(district.db, [scene]);
      states.set(i + 1, await everything(district.db));
    }
  }, 120_000);
  afterAll(() => district.drop());

  const actorOf = (change: number) => scenes[change - 1]?.as ?? admin;

  it('every change from the last to the first, by who made it, and then every undo', async () => {
    const undos = new Map<number, number>();
    for (const change of range(2, scenes.length).reverse()) {
      undos.set(change, await undone(district, actorOf(change), change));
      expect(await everything(district.db), `after undo ${change}`).toEqual(states.get(change - 1));
    }
    await expectWhole(district, admin);
    for (const change of range(2, scenes.length)) {
      await undone(district, actorOf(change), undos.get(change) ?? 0);
      expect(await everything(district.db), `after change ${change} once more`).toEqual(states.get(change));
    }
    await expectWhole(district, admin);
  }, 240_000);
});
