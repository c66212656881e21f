import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/change/carry-out.ts';
import type { ChangeResult } from '../../src/change/request.ts';
import type { Database } from '../../src/db/database.ts';
import { lastChange } from '../../src/db/history.ts';
import { staffOf } from '../../src/db/staff.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { door, ORG, openInitialised, operation, request, step } from './small-change.ts';

const leaves = { ...step('person-1', 'remove'), approval: 'dismissal' as const };

describe.each(engines)('a change that a person is asked about, on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openInitialised(place.target);
    await carryOut(database, request(operation([step('person-1'), step('person-2')])), door);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const here = async () => [...(await database.read(db => staffOf(db, ORG))).keys()].slice(1);
  const asked = (answer: () => Promise<boolean>) => {
    const shown: ChangeResult[] = [];
    return {
      shown,
      door: {
        ...door,
        approve: async (result: ChangeResult) => {
          shown.push(result);
          return answer();
        },
      },
    };
  };

  it('is applied after a yes, as it was shown', async () => {
    const person = asked(async () => true);
    const result = await carryOut(database, request(operation([leaves])), person.door);
    expect(result).toMatchObject({ outcome: 'applied', change: 3 });
    expect(person.shown.map(one => [one.outcome, one.digest])).toEqual([['needs-approval', result.digest]]);
    expect(await here()).toEqual(['person-2']);
  });

  it('is not applied after a no', async () => {
    const result = await carryOut(database, request(operation([leaves])), asked(async () => false).door);
    expect(result).toMatchObject({ outcome: 'needs-approval', change: null });
    expect(await here()).toEqual(['person-1', 'person-2']);
  });

  it('lets others write while the person thinks, and is not applied when they moved what was shown', async () => {
    const person = asked(async () => {
      const moved = await carryOut(database, request(operation([step('person-1', 'put', 'Ахметова')])), door);
      expect(moved.outcome).toBe('applied');
      return true;
    });
    const result = await carryOut(database, request(operation([leaves])), person.door);
    expect(result).toMatchObject({ outcome: 'needs-approval', change: null });
    expect(result.problems.map(p => p.code)).toEqual(['plan-moved']);
    expect(await here()).toEqual(['person-1', 'person-2']);
    expect((await database.read(db => lastChange(db, database.dialect))).id).toBe(3);
  });

  it('is applied when what others wrote meanwhile has nothing to do with it', async () => {
    const person = asked(async () => {
      await carryOut(database, request(operation([step('person-3')])), door);
      return true;
    });
    const result = await carryOut(database, request(operation([leaves])), person.door);
    expect(result).toMatchObject({ outcome: 'applied', change: 4 });
  });

  it('asks nobody about what only adds, nor in a dry run, nor about what is refused anyway', async () => {
    const person = asked(async () => true);
    await carryOut(database, request(operation([step('person-4')])), person.door);
    await carryOut(database, request(operation([leaves]), { dryRun: true }), person.door);
    await carryOut(database, request(operation([leaves, step('x', 'reject')])), person.door);
    expect(person.shown).toEqual([]);
  });
});
