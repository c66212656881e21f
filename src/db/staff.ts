import type { Grant } from '../domain/authority/permissions.ts';
import type { Queryable } from './dialect.ts';
import type { RoleRow, StaffRow } from './schema.ts';

export type StoredStaff = StaffRow & { readonly change: number };
export type StoredRole = RoleRow & { readonly change: number };

/** Everyone at one organisation, those who left included, by IIN. */
export async function staffOf(db: Queryable, org: string): Promise<Map<string, StoredStaff>> {
  const rows = await db.selectFrom('staff').selectAll().where('org', '=', org).orderBy('iin').execute();
  return new Map(rows.map(row => [row.iin, row]));
}

/** How many work at one organisation now. */
export async function countActive(db: Queryable, org: string): Promise<number> {
  const { count } = await db
    .selectFrom('staff')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('org', '=', org)
    .where('active', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** So many IINs are read at once: Ctrl-C is heard in between. */
const PAGE = 20_000;

/** The IINs of all who work at one organisation now, in ascending order. */
export async function activeIins(db: Queryable, org: string): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const page = await db
      .selectFrom('staff')
      .select('iin')
      .where('org', '=', org)
      .where('active', '=', 1)
      .where('iin', '>', found.at(-1) ?? '')
      .orderBy('iin')
      .limit(PAGE)
      .execute();
    for (const { iin } of page) found.push(iin);
    if (page.length < PAGE) return found;
  }
}

/** Every IIN that is stored, at whatever organisation; null when there are more than `most`. */
export async function storedIins(db: Queryable, most: number): Promise<Set<string> | null> {
  const rows = await db
    .selectFrom('staff')
    .select('iin')
    .limit(most + 1)
    .execute();
  return rows.length > most ? null : new Set(rows.map(({ iin }) => iin));
}

/** Some people at one organisation, in the order of their IINs; at most some hundreds may be asked for at once. */
export async function staffAmong(
  db: Queryable,
  org: string,
  iins: readonly string[],
): Promise<StoredStaff[]> {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('org', '=', org)
    .where('iin', 'in', iins)
    .orderBy('iin')
    .execute();
}

/** One person at one organisation, null when unknown there. */
export async function findStaff(db: Queryable, org: string, iin: string): Promise<StoredStaff | null> {
  return (
    (await db
      .selectFrom('staff')
      .selectAll()
      .where('org', '=', org)
      .where('iin', '=', iin)
      .executeTakeFirst()) ?? null
  );
}

/** The roles held at one organisation. */
export async function rolesOf(db: Queryable, org: string): Promise<StoredRole[]> {
  return db
    .selectFrom('staff_role')
    .selectAll()
    .where('org', '=', org)
    .orderBy('iin')
    .orderBy('role')
    .execute();
}

/** Where a person works now, and the roles held there: a role of null is plain employment. */
export async function grantsOf(db: Queryable, iin: string): Promise<Grant[]> {
  return (
    db
      .selectFrom('staff')
      .leftJoin('staff_role', join =>
        join.onRef('staff_role.org', '=', 'staff.org').onRef('staff_role.iin', '=', 'staff.iin'),
      )
      .select(['staff.org', 'staff_role.role'])
      // There is no index by IIN alone: one probe an organisation instead of a pass over everybody.
      .where('staff.org', 'in', db.selectFrom('org').select('code'))
      .where('staff.iin', '=', iin)
      .where('staff.active', '=', 1)
      .execute()
  );
}
