import { CompiledQuery } from 'kysely';
import type {
  Lacking,
  LoginFacts,
  PublicFacts,
  TiedLogin,
  TiedLoginsFacts,
} from '../../../domain/doctor/right-facts.ts';
import type { Queryable } from '../../dialect.ts';
import { literal } from '../authority/definer.ts';
import { neededPrivileges } from '../authority/needed-privileges.ts';
import type { TablePlace } from './server-facts.ts';

/** What the login at work is, and what it lacks. */
export async function loginFacts(db: Queryable, place: TablePlace, iin: string | null): Promise<LoginFacts> {
  const { schema, login, owns } = place;
  const lacks = await lackingOf(db, schema, [login]);
  return { schema, login, owner: owns, iin, lacks: lacks.get(login) ?? NOTHING };
}

/** Every login that is tied to an employee: what it is on the server, and what it lacks. For whoever owns the tables. */
export async function tiedLoginsFacts(
  db: Queryable,
  { schema, owner }: TablePlace,
): Promise<TiedLoginsFacts> {
  const { rows } = await db.executeQuery<Omit<TiedLogin, 'lacks'>>(
    CompiledQuery.raw(
      `select l.login, case
         when r.oid is null then 'missing'
         when r.rolsuper then 'superuser'
         when r.rolbypassrls then 'bypassrls'
         when pg_has_role(r.oid, o.oid, 'member') then 'owner'
         when not r.rolcanlogin then 'group'
         else 'usable' end as state
       from (select distinct login from staff_login) as l
         left join pg_roles as r on r.rolname = l.login
         join pg_roles as o on o.rolname = $1
       order by l.login`,
      [owner],
    ),
  );
  const lacks = await lackingOf(
    db,
    schema,
    rows.map(({ login }) => login),
  );
  return { schema, owner, logins: rows.map(row => ({ ...row, lacks: lacks.get(row.login) ?? NOTHING })) };
}

const NOTHING: Lacking = { usage: false, privileges: [] };

/** The needed privileges that logins do not have, by whatever way they might: asked for all of them at once. */
async function lackingOf(
  db: Queryable,
  schema: string,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Lacking>> {
  const needs = neededPrivileges().map(
    ({ table, privilege, column }) => `(${[table, privilege, column].map(literal).join(', ')})`,
  );
  const { rows } = await db.executeQuery<{
    login: string;
    table: string | null;
    privilege: string;
    column: string | null;
  }>(
    CompiledQuery.raw(
      `with who as (select r.oid, r.rolname as login from pg_roles as r where r.rolname = any ($1::text[])),
         place as (select oid from pg_namespace where nspname = $2),
         need (relation, privilege, col) as (values ${needs.join(', ')})
       select who.login, null as "table", 'usage' as privilege, null as "column" from who, place
       where not has_schema_privilege(who.oid, place.oid, 'usage')
       union all
       select who.login, need.relation, need.privilege, need.col
       from who cross join place cross join need
         join pg_class as c on c.relname = need.relation and c.relnamespace = place.oid
       where not case when need.col is null then has_table_privilege(who.oid, c.oid, need.privilege)
         else has_column_privilege(who.oid, c.oid, need.col, need.privilege) end
       order by 1, 2 nulls first, 3`,
      [logins, schema],
    ),
  );
  const byLogin = Map.groupBy(rows, row => row.login);
  return new Map(
    [...byLogin].map(([login, own]) => [
      login,
      {
        usage: own.some(({ table }) => table === null),
        privileges: own.flatMap(({ table, privilege, column }) =>
          table === null ? [] : [{ table, privilege, column }],
        ),
      },
    ]),
  );
}

/** What everybody may do in the schema and with its tables: in an access list, the grantee 0 is PUBLIC. */
export async function publicFacts(db: Queryable, { schema }: TablePlace): Promise<PublicFacts> {
  const creates = await db.executeQuery<{ found: boolean }>(
    CompiledQuery.raw(
      `select exists (
         select from pg_namespace as n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) as a
         where n.nspname = $1 and a.grantee = 0 and a.privilege_type = 'CREATE') as found`,
      [schema],
    ),
  );
  const open = await db.executeQuery<{ name: string }>(
    CompiledQuery.raw(
      `select distinct c.relname as name from pg_class as c join pg_namespace as n on n.oid = c.relnamespace,
         aclexplode(c.relacl) as a
       where n.nspname = $1 and a.grantee = 0 and c.relkind in ('r', 'p', 'v') order by 1`,
      [schema],
    ),
  );
  return {
    schema,
    create: creates.rows[0]?.found === true,
    tables: open.rows.map(({ name }) => name),
  };
}
