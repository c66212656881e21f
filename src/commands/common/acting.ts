import { type Context, need } from '../../context.ts';
import type { Queryable } from '../../db/dialect.ts';
import { type OrgTree, readOrgTree, type StoredOrg } from '../../db/organisations.ts';
import { listYears } from '../../db/season.ts';
import { grantsOf } from '../../db/staff.ts';
import { type Action, type Grant, mayDo } from '../../domain/authority/permissions.ts';
import { readIin } from '../../domain/identity/iin.ts';
import { problem } from '../../domain/problem.ts';
import { readAcademicYear } from '../../domain/season/academic-year.ts';
import { OperatorError } from '../../errors.ts';
import { flagValue } from './flag-value.ts';

/** Who acts, as the database knows them. */
export interface Actor {
  readonly iin: string;
  readonly grants: readonly Grant[];
}

/** What nearly every command needs before its own work: who acts, in which year, among which organisations. */
export interface Acting {
  readonly actor: Actor;
  readonly year: string;
  readonly orgs: OrgTree;
  /** @throws OperatorError not-permitted, naming the offices that may */
  authorize(action: Action, org: StoredOrg): void;
  /** Whether the actor may do this there. */
  may(action: Action, org: StoredOrg): boolean;
}

/**
 * The IIN of who acts: `--as`, else the employee of the database's login, else asked for.
 * @throws OperatorError flag-missing, or what is wrong with the IIN
 */
export async function actorIin(context: Context): Promise<string> {
  const stated = context.settings.as ?? (await context.loggedIn()) ?? undefined;
  const given = await need(context, 'as', stated);
  return flagValue(readIin(given));
}

/** Looks the actor, the year and the organisations up, inside the caller's transaction. */
export async function beginActing(context: Context, db: Queryable, iin: string): Promise<Acting> {
  const orgs = await readOrgTree(db);
  const year = await chooseYear(db, context.settings.year);
  const grants = await grantsOf(db, iin);
  if (grants.length === 0) throw new OperatorError(problem('actor-unknown', { iin }));
  const judge = (action: Action, org: StoredOrg) =>
    mayDo(grants, action, { org: org.code, kind: org.kind, ancestors: orgs.ancestors(org.code) });
  return {
    actor: { iin, grants },
    year,
    orgs,
    may: (action, org) => judge(action, org).allowed,
    authorize: (action, org) => {
      const verdict = judge(action, org);
      if (verdict.allowed) return;
      const offices = verdict.by.flatMap(office => {
        const holder = office.at === 'own' ? org.code : org.department;
        return holder === null ? [] : [{ role: office.role, org: holder }];
      });
      throw new OperatorError(problem('not-permitted', { actor: iin, action, org: org.code, offices }));
    },
  };
}

/**
 * `--year`, or the year the database has as current.
 * @throws OperatorError flag-invalid, year-unknown
 */
export async function chooseYear(db: Queryable, wanted: string | null): Promise<string> {
  const years = await listYears(db);
  const known = years.map(row => row.year);
  if (wanted === null) {
    const current = years.find(row => row.current === 1)?.year;
    if (current === undefined) throw new OperatorError(problem('flag-missing', { flag: '--year' }));
    return current;
  }
  const read = readAcademicYear(wanted);
  if (!read.ok)
    throw new OperatorError(problem('flag-invalid', { flag: '--year', value: wanted, allowed: '2027-2028' }));
  if (!known.includes(read.value))
    throw new OperatorError(problem('year-unknown', { year: read.value, known }));
  return read.value;
}
