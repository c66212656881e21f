import { type Action, PERMISSIONS } from '../../../domain/authority/permissions.ts';
import { definer, literal } from './definer.ts';

/** Where the session's employee works now, and the roles held there. */
export const HELD_NOW = `select s.org, r.role, s.iin from staff_login as l
  join staff as s on s.org = l.org and s.iin = l.iin and s.active = 1
  left join staff_role as r on r.org = s.org and r.iin = s.iin
  where l.login = session_user::text`;

/** Whether a column names one of the organisations where the session may do one of the actions: asked once a statement. */
export function inReach(column: string, ...actions: readonly Action[]): string {
  return `${column} in (select r.org from reach(${actions.map(literal).join(', ')}) as r)`;
}

/**
 * Who the session is, and where it may do what: the table of permissions as the database knows it. Everything follows
 * from `session_user`, which a client cannot choose (`current_user`, and settings of the session, it can).
 * - `session_bound()`: whether the login is held to its employee's rights: not that of whoever owns the tables.
 * - `session_person()`: the IIN of the employee whom the login is tied to, null for nobody's.
 * - `reach(actions…)`: the organisations where the session may do one of the actions.
 * - `territory_reach()`: those whose territory and season the session may read: what a school's people need of their
 *   department to know where an address belongs (orders on territories are published).
 * - `sees_all()`: whether the session reads at the top, and so everything below it, and what happened to organisations
 *   that are gone.
 * - `visible_changes()`: the changes that touched rows of organisations where the session may read.
 * Each is asked once a statement: `column in (select … from reach(…))` is hashed by the planner.
 * @param schema where the tables are
 */
export function reachStatements(schema: string): string[] {
  const rows = Object.entries(PERMISSIONS).flatMap(([action, byKind]) =>
    Object.entries(byKind).flatMap(([kind, holders]) =>
      holders.map(({ role, at }) => `(${[action, kind, role, at].map(literal).join(', ')})`),
    ),
  );
  const stable = (cost: string) => `language sql stable ${cost} ${definer(schema)}`;
  return [
    `create table permission (
      action text collate "C" not null,
      kind text collate "C" not null,
      role text collate "C",
      at text collate "C" not null)`,
    // Offices at the beginning of a change: whoever gives theirs up in it may end it. Empty at every commit.
    `create table office_held (org text not null, role text, iin text not null)`,
    `insert into permission (action, kind, role, at) values ${rows.join(', ')}`,
    `create function session_bound() returns boolean ${stable('')} as $$
      select not pg_has_role(session_user, (select relowner from pg_class where oid = 'org'::regclass), 'member') $$`,
    `create function session_person() returns text ${stable('')} as $$
      select coalesce((select min(iin) from staff_login where login = session_user::text), (select min(iin) from office_held)) $$`,
    `create function reach(variadic wanted text[]) returns table (org text) ${stable('rows 100')} as $$
      with recursive
        held (org, role, iin) as (${HELD_NOW} union select h.org, h.role, h.iin from office_held as h),
        offices (org, role, at) as (
          select held.org, held.role, 'own' from held
          union
          select o.code, offices.role, 'department' from offices join org as o on o.department = offices.org)
      select distinct offices.org from offices
      join org as o on o.code = offices.org
      join permission as p on p.kind = o.kind and p.at = offices.at and (p.role is null or p.role = offices.role)
      where p.action = any (wanted) $$`,
    `create function territory_reach() returns table (org text) ${stable('rows 100')} as $$
      with readable (org) as (select r.org from reach('read') as r),
        departments (org) as (
          select o.department from readable join org as o on o.code = readable.org
          where o.kind = 'school' and o.department is not null)
      select org from readable
      union select org from departments
      union select o.code from org as o where o.kind = 'school' and o.department in (select org from departments) $$`,
    `create function sees_all() returns boolean ${stable('')} as $$
      select exists (
        select from (${HELD_NOW} union select h.org, h.role, h.iin from office_held as h) as held (org, role, iin)
        join org as o on o.code = held.org and o.department is null
        join permission as p on p.action = 'read' and p.kind = o.kind and p.at = 'own' and (p.role is null or p.role = held.role)) $$`,
    `create function visible_changes() returns table (id integer) ${stable('')} as $$
      select distinct change from change_org
      where (select sees_all()) or org in (select r.org from reach('read') as r) $$`,
  ];
}
