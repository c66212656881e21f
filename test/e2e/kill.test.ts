import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { createSqlite, engines, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { runProgram } from '../support/program.ts';
import { KilledImport, type Way } from './killed-import.ts';

const as = story.admin.iin;
const org = 'school-1';
const stored = inventedIins(2000);
/** For each of three ways: 21 on each database. */
const KILLS = 7;

const ways: readonly (Way & { readonly way: string })[] = [
  { way: 'a plain import', flags: [], stdin: false },
  { way: 'one through standard input that leaves bad rows out', flags: ['--skip-invalid'], stdin: true },
  { way: 'one that dismisses', flags: ['--sync', '--yes'], stdin: false },
];

/** A district whose school has employees already. */
async function opened(create: () => Promise<TestDatabase>): Promise<TestDatabase> {
  const place = await create();
  const env = { QABYL_DB: place.target, QABYL_AS: as };
  for (const { argv } of scenes.slice(0, 2)) expect((await runProgram(argv, { env })).code).toBe(0);
  const input = STAFF_HEADER + staffLines(stored);
  expect((await runProgram(['import-staff', '-', '--org', org], { env, input })).code).toBe(0);
  return place;
}

describe.each(engines)('kill -9 on $engine', ({ create }) => {
  let place: TestDatabase;
  beforeEach(async () => {
    place = await opened(create);
  });
  afterEach(() => place.drop());

  it.each(ways)(
    'of $way leaves all or nothing of it, and the next run finishes the job',
    async way => {
      const killed = new KilledImport(place.target, place.folder, as, org, stored, way);
      const whole = await killed.planned();
      // From the first look at the file to the time when most runs are over.
      for (let kill = 0; kill < KILLS; kill++)
        await killed.killAfter(whole * (0.2 + (0.9 * kill) / KILLS + Math.random() / KILLS));
      await killed.finish();
      expect(readdirSync(place.folder).filter(name => name.startsWith('qabyl-'))).toEqual([]);
    },
    180_000,
  );
});

describe('kill -9 in the middle of a commit on sqlite', () => {
  it('leaves all or nothing of the change, and the next run finishes the job', async () => {
    const place = await opened(createSqlite);
    const way = { flags: [], stdin: false };
    const killed = new KilledImport(place.target, place.folder, as, org, stored, way);
    for (const kibibytes of [0, 100, 400, 1000]) await killed.killInCommit(kibibytes * 1024);
    await killed.finish();
    await place.drop();
  }, 180_000);
});
