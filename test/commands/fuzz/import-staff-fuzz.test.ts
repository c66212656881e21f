import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { scenes, story } from '../../../fixtures/story.ts';
import { engines } from '../../support/databases.ts';
import { District } from '../../support/district.ts';
import { inventIin } from '../../support/people.ts';
import { anyFile } from './any-file.ts';
import { manner, trial } from './trial.ts';
import { type WatchedDatabase, watch } from './watched-database.ts';

/** Each is two or three runs of the command; with the readings of `any-bytes.test.ts` 10,000 in all. */
const TRIALS = { sqlite: 750, postgres: 60 };
const admin = story.admin.iin;

describe.each(engines)('import-staff of any bytes on $engine', ({ engine, create }) => {
  let district: District;
  let database: WatchedDatabase;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
    // Some of whom the files speak are known already, one of them otherwise.
    const known = [1, 2, 3].map(n => `${inventIin(n)};Ахметова;Әлия;мұғалім;${n === 3 ? 'executor' : ''}`);
    const file = district.file('iin;surname;given_name;position;role', ...known);
    await district.done(admin, ['import-staff', file, '--org', 'school-1']);
    database = await watch(district.db);
  });
  afterAll(async () => {
    await database.close();
    await district.drop();
  });

  it('tells what it did, does what it tells, and never half of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, manner, (bytes, flags) => trial(district, admin, database, bytes, flags)),
      { numRuns: TRIALS[engine] },
    );
  }, 180_000);
});
