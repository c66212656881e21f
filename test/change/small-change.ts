import { scenes, story } from '../../fixtures/story.ts';
import type { Door } from '../../src/change/carry-out.ts';
import type { ChangeRequest, Operation } from '../../src/change/request.ts';
import type { Sink } from '../../src/change/sink.ts';
import type { Database } from '../../src/db/database.ts';
import type { Tx } from '../../src/db/dialect.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import type { StaffRow } from '../../src/db/schema.ts';
import { staffOf } from '../../src/db/staff.ts';
import { readTarget } from '../../src/db/target.ts';
import type { ApprovalReason } from '../../src/domain/operation-problems.ts';
import { type Problem, problem, warning } from '../../src/domain/problem.ts';
import { playScenes } from '../support/story.ts';

export const ORG = story.department.code;
/** Whoever `init` made the first super-administrator: the one row of staff that is there before any small change. */
export const FIRST = story.admin.iin;

/** A database that `init` has made, opened as a command opens it. */
export async function openInitialised(target: string): Promise<Database> {
  await playScenes(target, scenes.slice(0, 1));
  return openDatabase(readTarget(target, '/'), { create: false, program: 'qabyl test' });
}

/** One thing that a small operation does to one row of staff. */
export interface Step {
  readonly iin: string;
  readonly does: 'put' | 'remove' | 'warn' | 'reject';
  readonly surname: string;
  readonly approval: ApprovalReason | null;
}

export function step(iin: string, does: Step['does'] = 'put', surname = 'Серікова'): Step {
  return { iin, does, surname, approval: null };
}

/** An operation that takes these steps among the department's staff. */
export function operation(steps: readonly Step[]): Operation {
  return async (tx, sink) => {
    const staff = await staffOf(tx, ORG);
    sink.population(ORG, staff.size);
    sink.read(steps.length);
    for (const { iin, does, surname, approval } of steps) {
      const before = staff.get(iin) ?? null;
      const note = { weighs: ORG, ...(approval === null ? {} : { approval }) };
      if (does === 'put') sink.put('staff', before, person(iin, surname), note);
      if (does === 'remove' && before) sink.remove('staff', before, note);
      if (does === 'warn') sink.problem(warning('phone-russian', { value: '+79161234567' }));
      if (does === 'reject') sink.reject([wrongRow(iin)]);
    }
    await sink.drain();
    return { org: ORG, year: null };
  };
}

/** An operation that writes a row, makes sure it is in the tables, and then fails as a program with a fault does. */
export function failingOperation(iin: string): Operation {
  return async (tx: Tx, sink: Sink) => {
    sink.put('staff', null, person(iin, 'Серікова'));
    await sink.flush();
    if (!(await staffOf(tx, ORG)).has(iin)) throw new Error('the row was not written');
    throw new RangeError('a fault in the middle');
  };
}

export function wrongRow(iin: string): Problem {
  const where = { file: 'staff.csv', line: 2, record: 1, column: 'ЖСН', value: iin };
  return problem('iin-check-digit', { value: iin }, where);
}

function person(iin: string, surname: string): StaffRow {
  return {
    org: ORG,
    iin,
    surname,
    given_name: 'Айгүл',
    patronymic: null,
    position: null,
    phone: null,
    email: null,
    hired_on: null,
    active: 1,
  };
}

export function request(steps: Operation, more: Partial<ChangeRequest> = {}): ChangeRequest {
  return {
    command: 'import-staff',
    argv: ['import-staff', 'staff.csv'],
    actor: FIRST,
    machine: { host: 'maktab-pc', user: 'aigul', node: 'v24.0.0' },
    undoes: null,
    operation: steps,
    files: () => [],
    dryRun: false,
    approved: false,
    skipInvalid: false,
    allowed: { removals: null, changes: null },
    allChanges: false,
    keepPlan: false,
    plan: null,
    waitMs: 1000,
    ...more,
  };
}

/** The door of a script: nobody can be asked. */
export const door: Door = {
  clock: () => new Date('2027-02-01T07:00:00Z'),
  signal: new AbortController().signal,
  approve: null,
};
