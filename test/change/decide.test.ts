import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/change/carry-out.ts';
import type { ChangeRequest, Operation } from '../../src/change/request.ts';
import type { Database } from '../../src/db/database.ts';
import { lastChange } from '../../src/db/history.ts';
import { staffOf } from '../../src/db/staff.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { door, failingOperation, ORG, openInitialised, operation, request, step } from './small-change.ts';

const iins = Array.from({ length: 20 }, (_, i) => `person-${String(i).padStart(2, '0')}`);
const everybody = iins.map(iin => step(iin));

describe.each(engines)('one change on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    place = await create();
    database = await openInitialised(place.target);
    await carryOut(database, request(operation(everybody)), door);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const run = (steps: Operation, more: Partial<ChangeRequest> = {}) =>
    carryOut(database, request(steps, more), door);

  /** Everything a failed change could have left behind. */
  async function everything() {
    const staff = await database.read(db => staffOf(db, ORG));
    const last = await database.read(db => lastChange(db, database.dialect));
    const formers = await database.kysely.selectFrom('former_row').selectAll().execute();
    return { staff: [...staff.values()], last, formers: formers.length };
  }

  const dismissals = (n: number) =>
    iins.slice(0, n).map(iin => ({ ...step(iin, 'remove'), approval: 'dismissal' as const }));

  it.each([
    {
      order: 'a wrong row before a threshold, and that before an approval',
      steps: [...dismissals(8), step('x', 'reject')],
      outcome: 'rejected',
      codes: ['iin-check-digit'],
    },
    {
      order: 'a threshold before an approval',
      steps: dismissals(8),
      outcome: 'needs-approval',
      codes: ['removals-over-threshold'],
    },
    {
      order: 'an approval last',
      steps: dismissals(2),
      outcome: 'needs-approval',
      codes: ['approval-needed'],
    },
  ])('says first what matters first: $order; and writes nothing', async ({ steps, outcome, codes }) => {
    const before = await everything();
    const result = await run(operation(steps));
    expect(result.outcome).toBe(outcome);
    expect(result.problems.map(p => p.code)).toEqual(codes);
    expect(result.change).toBeNull();
    expect(await everything()).toEqual(before);
  });

  it('does not let an approval lift a threshold', async () => {
    const before = await everything();
    const result = await run(operation(dismissals(8)), { approved: true });
    expect(result.problems).toMatchObject([
      { code: 'removals-over-threshold', args: { removals: 8, of: 21, allowed: 8 } },
    ]);
    expect(await everything()).toEqual(before);
  });

  it('does not let a named number stand for an approval', async () => {
    const result = await run(operation(dismissals(8)), { allowed: { removals: 8, changes: null } });
    expect(result.problems.map(p => p.code)).toEqual(['approval-needed']);
    expect(result.approvals).toEqual([{ reason: 'dismissal', count: 8 }]);
  });

  it('is unchanged, and no line of the history, when every row is as it was', async () => {
    const before = await everything();
    const result = await run(operation(everybody));
    expect(result).toMatchObject({ outcome: 'unchanged', change: null, digest: '0'.repeat(64) });
    expect(result.summary).toMatchObject({ read: 20, add: 0, update: 0, remove: 0, unchanged: 20 });
    expect(await everything()).toEqual(before);
  });

  it('is unchanged and not planned when a dry run finds nothing to do', async () => {
    expect((await run(operation(everybody), { dryRun: true })).outcome).toBe('unchanged');
  });

  it('rolls everything back when the operation throws', async () => {
    const before = await everything();
    await expect(run(failingOperation('person-99'))).rejects.toThrow('a fault in the middle');
    expect(await everything()).toEqual(before);
  });

  it('rolls everything back when it is interrupted after its rows were written', async () => {
    const before = await everything();
    const interrupted = new AbortController();
    const work: Operation = async (tx, sink) => {
      const scope = await operation([step('person-98')])(tx, sink);
      await sink.flush();
      interrupted.abort(new Error('Ctrl-C'));
      return scope;
    };
    await expect(carryOut(database, request(work), { ...door, signal: interrupted.signal })).rejects.toThrow(
      'Ctrl-C',
    );
    expect(await everything()).toEqual(before);
  });

  it('applies the good rows only when that was asked for', async () => {
    const steps = [step('person-30'), step('x', 'reject')];
    expect((await run(operation(steps))).outcome).toBe('rejected');
    const result = await run(operation(steps), { skipInvalid: true });
    expect(result).toMatchObject({ outcome: 'partly-applied', summary: { read: 2, add: 1, rejected: 1 } });
    expect(result.problems.map(p => p.code)).toEqual(['iin-check-digit']);
    expect((await everything()).last.id).toBe(result.change);
    expect((await everything()).staff.map(person => person.iin)).toContain('person-30');
  });

  it('is unchanged when every good row is as it was, and still tells the bad ones', async () => {
    const before = await everything();
    const result = await run(operation([step('person-00'), step('x', 'reject')]), { skipInvalid: true });
    expect(result).toMatchObject({ outcome: 'unchanged', change: null });
    expect(result.problems.map(p => p.code)).toEqual(['iin-check-digit']);
    expect(await everything()).toEqual(before);
  });

  it('has nothing to apply when no row is good, even then', async () => {
    const before = await everything();
    const result = await run(operation([step('x', 'reject')]), { skipInvalid: true });
    expect(result).toMatchObject({ outcome: 'rejected', change: null });
    expect(await everything()).toEqual(before);
  });

  it('applies with a warning as without one', async () => {
    const result = await run(operation([step('person-31'), step('x', 'warn')]));
    expect(result.outcome).toBe('applied');
    expect(result.problems.map(p => [p.code, p.severity])).toEqual([['phone-russian', 'warning']]);
  });
});
