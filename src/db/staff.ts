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
  return db
    .selectFrom('staff')
    .leftJoin('staff_role', join =>
      join.onRef('staff_role.org', '=', 'staff.org').onRef('staff_role.iin', '=', 'staff.iin'),
    )
    .select(['staff.org', 'staff_role.role'])
    .where('staff.iin', '=', iin)
    .where('staff.active', '=', 1)
    .execute();
}
