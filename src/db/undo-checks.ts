import { sql } from 'kysely';
import type { Queryable, StoredRow } from './dialect.ts';
import { type RowKind, tables } from './tables.ts';

/** Rows of one kind name rows of another. */
export interface RowReference {
  readonly child: RowKind;
  readonly columns: readonly string[];
  readonly parent: RowKind;
}

/** Every reference between the tables, in the order of the parent's key. */
export const rowReferences: readonly RowReference[] = [
  { child: 'org', columns: ['department'], parent: 'org' },
  { child: 'staff', columns: ['org'], parent: 'org' },
  { child: 'role', columns: ['org', 'iin'], parent: 'staff' },
  { child: 'login', columns: ['org', 'iin'], parent: 'staff' },
  { child: 'street', columns: ['department'], parent: 'org' },
  { child: 'binding', columns: ['school'], parent: 'org' },
  { child: 'binding', columns: ['year', 'department', 'street'], parent: 'street' },
  { child: 'review', columns: ['school'], parent: 'org' },
  { child: 'settings', columns: ['school'], parent: 'org' },
  { child: 'season-rules', columns: ['department'], parent: 'org' },
  { child: 'appointment', columns: ['school', 'executor'], parent: 'staff' },
];

/** So many rows with something wrong are looked at: the rest has the same causes. */
const MOST = 1000;

/** Rows that name a row which is not there. */
export async function strandedRows(
  db: Queryable,
  { child, columns, parent }: RowReference,
): Promise<StoredRow[]> {
  const { table, key } = tables[parent];
  const met = sql.raw(key.map((column, i) => `p.${column} = c.${columns[i]}`).join(' and '));
  const found = await sql<StoredRow>`select c.* from ${sql.table(tables[child].table)} as c
    left join ${sql.table(table)} as p on ${met}
    where ${sql.raw(`c.${columns[0]} is not null and p.${key[0]} is null`)}
    limit ${sql.lit(MOST)}`.execute(db);
  return found.rows;
}

/** The last change that replaced or removed a row; null for none. Reads all that was ever replaced: for refusals. */
export async function lastFormerChange(db: Queryable, kind: RowKind, key: string): Promise<number | null> {
  const { change } = await db
    .selectFrom('former_row')
    .select(({ fn }) => fn.max('change').as('change'))
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return change === null ? null : Number(change);
}

/** Roles of people who have left, where a change wrote the role or the person. */
export async function rolesOfLeft(db: Queryable, change: number) {
  return db
    .selectFrom('staff_role')
    .innerJoin('staff', join =>
      join.onRef('staff.org', '=', 'staff_role.org').onRef('staff.iin', '=', 'staff_role.iin'),
    )
    .select([
      'staff.org',
      'staff.iin',
      'surname',
      'given_name',
      'role',
      'staff_role.change',
      'staff.change as staff_change',
    ])
    .where('active', '=', 0)
    .where(({ or, eb }) => or([eb('staff_role.change', '=', change), eb('staff.change', '=', change)]))
    .limit(MOST)
    .execute();
}

/** Appointments of people who have left, or who do not have the role of an executor. */
export async function idleAppointments(db: Queryable) {
  return db
    .selectFrom('appointment')
    .innerJoin('staff', join =>
      join.onRef('staff.org', '=', 'appointment.school').onRef('staff.iin', '=', 'appointment.executor'),
    )
    .leftJoin('staff_role', join =>
      join
        .onRef('staff_role.org', '=', 'appointment.school')
        .onRef('staff_role.iin', '=', 'appointment.executor')
        .on('staff_role.role', '=', 'executor'),
    )
    .select([
      'school',
      'executor',
      'surname',
      'given_name',
      'active',
      'appointment.change',
      'staff.change as staff_change',
    ])
    .where(({ or, eb }) => or([eb('active', '=', 0), eb('staff_role.role', 'is', null)]))
    .limit(MOST)
    .execute();
}

/**
 * What schools have in the current year although it is not theirs to have, without a territory or of another department,
 * where a change wrote the binding or the school.
 */
export async function misplacedBindings(db: Queryable, change: number) {
  return db
    .selectFrom('binding')
    .innerJoin('academic_year', 'academic_year.year', 'binding.year')
    .innerJoin('org', 'org.code', 'binding.school')
    .select(['school', 'binding.year', 'territory', 'binding.change', 'org.change as org_change'])
    .where('current', '=', 1)
    .where(({ or, eb }) => or([eb('binding.change', '=', change), eb('org.change', '=', change)]))
    .where(({ or, eb, ref, fn, val }) =>
      or([
        eb('territory', '=', 'none'),
        eb(fn.coalesce('org.department', val('')), '<>', ref('binding.department')),
      ]),
    )
    .limit(MOST)
    .execute();
}

/** How many super-administrators an organisation at the top has; null for one that is not at the top. */
export async function superadminsAtTop(db: Queryable, org: string): Promise<number | null> {
  const row = await db.selectFrom('org').select('department').where('code', '=', org).executeTakeFirst();
  if (!row || row.department !== null) return null;
  const { count } = await db
    .selectFrom('staff_role')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('org', '=', org)
    .where('role', '=', 'superadmin')
    .executeTakeFirstOrThrow();
  return Number(count);
}
