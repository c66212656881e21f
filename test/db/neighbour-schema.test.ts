import { afterEach, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const made: TestDatabase[] = [];
afterEach(async () => {
  for (const database of made.splice(0)) await database.drop();
});

it.each(engines)('two districts live side by side in one $engine server', async ({ create }) => {
  for (const _ of [1, 2]) {
    const database = await create();
    made.push(database);
    await playScenes(database.target, scenes.slice(0, 2));
  }
  for (const { target } of made) {
    const run = await qabyl(['list', 'orgs', '--json'], { db: target, as: story.admin.iin });
    expect(parseDocument(run, 'qabyl.list/1').rows).toHaveLength(6);
  }
});
