import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { Logins } from '../support/logins.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const postgres = engines.filter(({ engine }) => engine === 'postgres');

describe.each(postgres)('a district on $engine, everybody with a login of their own', ({ create }) => {
  let database: TestDatabase;
  let plain: TestDatabase;
  let logins: Logins;
  beforeAll(async () => {
    database = await create();
    plain = await create();
    logins = new Logins(database.target, story.admin.iin);
    await playScenes(database.target, scenes.slice(0, 1));
  });
  afterAll(async () => {
    await database.drop();
    await plain.drop();
    await logins.drop();
  });

  it('is made ready as it is with one login for all', async () => {
    for (const { as, argv } of scenes.slice(1)) {
      const ended = await logins.run(as ?? '', [...argv, '--json']);
      expect(ended.code, `${argv.join(' ')}\n${ended.stdout}${ended.stderr}`).toBe(0);
    }
    await playScenes(plain.target);
    for (const question of ['orgs', 'staff', 'roles', 'streets', 'bindings', 'settings', 'appointments']) {
      const asked = ['list', question, '--json'];
      const own = await logins.run(story.admin.iin, asked);
      const all = await qabyl(asked, { db: plain.target, as: story.admin.iin });
      expect(own.stdout).toBe(all.stdout);
    }
  });
});
