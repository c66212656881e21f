import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/change/carry-out.ts';
import type { ChangeResult } from '../../src/change/request.ts';
import type { Database } from '../../src/db/database.ts';
import { lastChange } from '../../src/db/history.ts';
import { staffOf } from '../../src/db/staff.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { door, ORG, openInitialised, operation, request, type Step } from './small-change.ts';

const text = fc.oneof(
  fc.constantFrom('Серікова', 'Әбдірахманов', "O'Neil", '%_\\"', ';drop table staff', '—'),
  fc.string({ unit: fc.constantFrom(...'ӘәҒғқңөұүһі aZ0\t\n😀') }),
);
const steps: fc.Arbitrary<Step[]> = fc.uniqueArray(
  fc.record({
    iin: fc.constantFrom('a', 'b', 'c', 'ә', 'і', '1'),
    does: fc.constantFrom('put', 'put', 'put', 'remove', 'warn', 'reject'),
    surname: text,
    approval: fc.constantFrom(null, null, 'dismissal', 'role-revoked'),
  }),
  { selector: one => one.iin, maxLength: 6 },
);

/** Everything that a plan shows; the outcome and the number in the history are what differs by design. */
function plan({ outcome: _, change: __, plan: ___, ...shown }: ChangeResult): string {
  return JSON.stringify({ ...shown, summary: shown.summary });
}

describe.each(engines)('a dry run on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    place = await create();
    database = await openInitialised(place.target);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const state = async () =>
    JSON.stringify([
      [...(await database.read(db => staffOf(db, ORG))).values()],
      await database.read(db => lastChange(db, database.dialect)),
    ]);

  it('shows to the byte what the real run then does, and writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (taken, skipInvalid) => {
        const common = { approved: true, skipInvalid, allChanges: true };
        const before = await state();
        const dry = await carryOut(database, request(operation(taken), { ...common, dryRun: true }), door);
        expect(await state()).toBe(before);
        const real = await carryOut(database, request(operation(taken), common), door);
        expect(plan(real)).toBe(plan(dry));
        if (dry.outcome === 'planned') expect(['applied', 'partly-applied']).toContain(real.outcome);
        else expect(real.outcome).toBe(dry.outcome);
        const again = await carryOut(database, request(operation(taken), common), door);
        if (real.change !== null && !taken.some(one => one.does === 'reject'))
          expect(again.outcome).toBe('unchanged');
      }),
      { numRuns: 40 },
    );
  });

  it('leaves in the tables what it said, in whatever order the steps were taken', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async taken => {
        const good = taken.filter(one => one.does === 'put' || one.does === 'remove');
        const consent = { approved: true, allowed: { removals: 6, changes: 6 } };
        const forward = await carryOut(
          database,
          request(operation(good), { ...consent, dryRun: true }),
          door,
        );
        const real = await carryOut(database, request(operation(good.toReversed()), consent), door);
        expect(real.outcome).toBe(forward.outcome === 'planned' ? 'applied' : 'unchanged');
        expect(real.digest).toBe(forward.digest);
        expect(real.summary).toEqual(forward.summary);
        const staff = await database.read(db => staffOf(db, ORG));
        for (const { iin, does, surname } of good)
          expect(staff.get(iin)?.surname).toBe(does === 'put' ? surname : undefined);
      }),
      { numRuns: 30 },
    );
  });
});
