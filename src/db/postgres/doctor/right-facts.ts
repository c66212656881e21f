import { CompiledQuery } from 'kysely';
import type {
  Exceeding,
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
  const { rows } = await db.executeQuery<Omit<TiedLogin, 'lacks' | 'exceeds'>>(
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
  const names = rows.map(({ login }) => login);
  const lacks = await lackingOf(db, schema, names);
  const exceeds = await exceedingOf(db, schema, names);
  return {
    schema,
    owner,
    logins: rows.map(row => ({
      ...row,
      lacks: lacks.get(row.login) ?? NOTHING,
      exceeds: exceeds.get(row.login) ?? [],
    })),
  };
}

/**
 * The privileges on tables of the schema that logins have and do not need, from the access lists of tables and columns.
 * What everybody has (PUBLIC) is another check's; who is above the tables needs none.
 */
async function exceedingOf(
  db: Queryable,
  schema: string,
  logins: readonly string[],
): Promise<ReadonlyMap<string, readonly Exceeding[]>> {
  const { rows } = await db.executeQuery<Exceeding & { login: string }>(
    CompiledQuery.raw(
      `with need (relation, privilege, col) as (values ${neededValues()}),
         granted as (
           select c.relname, c.relowner, null::name as col, a.grantee, lower(a.privilege_type) as privilege
           from pg_class as c, aclexplode(c.relacl) as a
           where c.relnamespace = (select oid from pg_namespace where nspname = $2) and c.relkind in ('r', 'p', 'v')
           union all
           select c.relname, c.relowner, t.attname, a.grantee, lower(a.privilege_type)
           from pg_class as c join pg_attribute as t on t.attrelid = c.oid, aclexplode(t.attacl) as a
           where c.relnamespace = (select oid from pg_namespace where nspname = $2) and c.relkind in ('r', 'p', 'v'))
       select distinct r.rolname as login, o.rolname as grantee, g.relname as "table", g.privilege, g.col as "column"
       from granted as g join pg_roles as o on o.oid = g.grantee
         join pg_roles as r on r.rolname = any ($1::text[]) and not r.rolsuper
           and pg_has_role(r.oid, g.grantee, 'member') and not pg_has_role(r.oid, g.relowner, 'member')
       where not exists (select from need as n where n.relation = g.relname and n.privilege = g.privilege
         and (n.col is null or n.col = g.col))
       order by 1, 3, 4, 5, 2`,
      [logins, schema],
    ),
  );
  return new Map(
    [...Map.groupBy(rows, ({ login }) => login)].map(([login, own]) => [
      login,
      own.map(({ login: _, ...one }) => one),
    ]),
  );
}

const NOTHING: Lacking = { usage: false, privileges: [] };

/** The needed privileges that logins do not have, by whatever way they might: asked for all of them at once. */
async function lackingOf(
  db: Queryable,
  schema: string,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Lacking>> {
  const { rows } = await db.executeQuery<{
    login: string;
    table: string | null;
    privilege: string;
    column: string | null;
  }>(
    CompiledQuery.raw(
      `with who as (select r.oid, r.rolname as login from pg_roles as r where r.rolname = any ($1::text[])),
         place as (select oid from pg_namespace where nspname = $2),
         need (relation, privilege, col) as (values ${neededValues()})
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

function neededValues(): string {
  return neededPrivileges()
    .map(({ table, privilege, column }) => `(${[table, privilege, column].map(literal).join(', ')})`)
    .join(', ');
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
