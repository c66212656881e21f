import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/change/carry-out.ts';
import type { Operation } from '../../src/change/request.ts';
import type { Database } from '../../src/db/database.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { door, ORG, openInitialised, request, wrongRow } from './small-change.ts';

/** A fault of an operation: a role of somebody who does not work there. */
const dangling: Operation = async (_tx, sink) => {
  sink.put('role', null, { org: ORG, iin: 'nobody', role: 'admin' });
  await sink.flush();
  return { org: ORG, year: null };
};

describe.each(engines)('a reference to nothing on $engine', ({ engine, create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openInitialised(place.target);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  it('fails the real run, and nothing is written', async () => {
    await expect(carryOut(database, request(dangling), door)).rejects.toThrow(/foreign key/i);
    expect(await database.kysely.selectFrom('staff_role').selectAll().execute()).toHaveLength(1);
  });

  it('fails the dry run too, where the database can tell before the commit', async () => {
    const dry = carryOut(database, request(dangling, { dryRun: true }), door);
    if (engine === 'postgres') await expect(dry).rejects.toThrow(/foreign key/i);
    else await expect(dry).resolves.toMatchObject({ outcome: 'planned' });
  });

  it('does not hide why a change was rejected before its end', async () => {
    const broken: Operation = async (tx, sink) => {
      const scope = await dangling(tx, sink);
      sink.reject([wrongRow('1')]);
      return scope;
    };
    expect(await carryOut(database, request(broken), door)).toMatchObject({ outcome: 'rejected' });
  });
});
