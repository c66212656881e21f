import type { Role } from '../domain/authority/roles.ts';
import type { Queryable } from './dialect.ts';
import type { Row, RowKind } from './tables.ts';

/** What `list` can show; each is one kind of row. */
const kinds = {
  orgs: 'org',
  staff: 'staff',
  roles: 'role',
  logins: 'login',
  streets: 'street',
  bindings: 'binding',
  settings: 'settings',
  appointments: 'appointment',
  years: 'year',
} as const satisfies Record<string, RowKind>;
export type ListKind = keyof typeof kinds;
export const LIST_KINDS = Object.keys(kinds) as readonly ListKind[];

/** Lists of what is found on the streets, and stored nowhere. */
export const FINDING_KINDS = ['overlaps', 'gaps'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The kind of row behind a list. */
export function rowKindOf(kind: ListKind): RowKind {
  return kinds[kind];
}

export interface ListFilter {
  readonly year: string;
  /** organisations to show */
  readonly orgs: readonly string[];
  /** departments whose streets are shown */
  readonly departments: readonly string[];
  /** streets to show, null for all */
  readonly streets: readonly string[] | null;
  readonly role: Role | null;
  /** show those who have left, too */
  readonly left: boolean;
}

/** The rows of one kind that a filter lets through, in the order of their keys. */
export async function listRows(db: Queryable, kind: ListKind, filter: ListFilter): Promise<Row[]> {
  const rows = await readers[kind](db, filter);
  const allowed = new Set(kind === 'streets' ? filter.departments : filter.orgs);
  // Thousands of codes would not fit into one statement's parameters: a long list is sifted here.
  return rows.filter(({ owner }) => owner === null || allowed.has(owner)).map(({ row }) => row);
}

interface Owned {
  readonly owner: string | null;
  readonly row: Row;
}
type Reader = (db: Queryable, filter: ListFilter) => Promise<Owned[]>;

const readers: Readonly<Record<ListKind, Reader>> = {
  orgs: async db =>
    (await db.selectFrom('org').selectAll().orderBy('code').execute()).map(row => ({ owner: row.code, row })),
  staff: async (db, { orgs, left, role }) => {
    let query = db.selectFrom('staff').selectAll().orderBy('org').orderBy('iin');
    if (orgs.length === 1) query = query.where('org', 'in', orgs);
    if (!left) query = query.where('active', '=', 1);
    if (role !== null)
      query = query.where(eb =>
        eb.exists(
          eb
            .selectFrom('staff_role')
            .select('staff_role.iin')
            .whereRef('staff_role.org', '=', 'staff.org')
            .whereRef('staff_role.iin', '=', 'staff.iin')
            .where('staff_role.role', '=', role),
        ),
      );
    return (await query.execute()).map(row => ({ owner: row.org, row }));
  },
  roles: async (db, { role }) => {
    let query = db.selectFrom('staff_role').selectAll().orderBy('org').orderBy('iin').orderBy('role');
    if (role !== null) query = query.where('role', '=', role);
    return (await query.execute()).map(row => ({ owner: row.org, row }));
  },
  logins: async db =>
    (await db.selectFrom('staff_login').selectAll().orderBy('org').orderBy('login').execute()).map(row => ({
      owner: row.org,
      row,
    })),
  streets: async (db, { year, streets }) => {
    const rows = await db
      .selectFrom('street')
      .selectAll()
      .where('year', '=', year)
      .orderBy('department')
      .orderBy('street')
      .execute();
    return rows
      .filter(row => streets === null || streets.includes(row.street))
      .map(row => ({ owner: row.department, row }));
  },
  bindings: async (db, { year, streets }) => {
    const rows = await db
      .selectFrom('binding')
      .selectAll()
      .where('year', '=', year)
      .orderBy('school')
      .orderBy('street')
      .execute();
    return rows
      .filter(row => streets === null || streets.includes(row.street))
      .map(row => ({ owner: row.school, row }));
  },
  settings: async (db, { year }) =>
    (
      await db.selectFrom('year_settings').selectAll().where('year', '=', year).orderBy('school').execute()
    ).map(row => ({ owner: row.school, row })),
  appointments: async (db, { year }) =>
    (await db.selectFrom('appointment').selectAll().where('year', '=', year).orderBy('school').execute()).map(
      row => ({ owner: row.school, row }),
    ),
  years: async db =>
    (await db.selectFrom('academic_year').selectAll().orderBy('year').execute()).map(row => ({
      owner: null,
      row,
    })),
};
