import { CompiledQuery } from 'kysely';
import type { Made } from '../../../domain/doctor/right-facts.ts';
import type { Queryable } from '../../dialect.ts';
import { quoted } from '../authority/definer.ts';
import type { MadeObjects } from './made-objects.ts';

/**
 * Finds the policies, triggers and views that are there under their names and are something else. What an expression
 * looks like once it is stored only the server knows: so all is made once more on temporary tables, described in the
 * same words, and taken back. To be called first in a transaction, which may not be made one that writes later.
 * @param made policies and triggers, or nothing of a kind that is not to be compared
 * @returns `policy binding binding_insert` for each
 * @throws what the server says to a login that may not make temporary tables, or where something is missing
 */
export async function unlikeObjects(
  db: Queryable,
  schema: string,
  { policies, triggers, views }: Pick<MadeObjects, 'policies' | 'triggers' | 'views'>,
): Promise<ReadonlySet<string>> {
  const run = (statement: string) => db.executeQuery(CompiledQuery.raw(statement));
  const tables = new Set([...policies, ...triggers].map(({ table }) => table));
  // The tables of the schema come before the temporary ones, so that expressions name the same as they did.
  await run(`set transaction read write; set local search_path to ${quoted(schema)}, pg_temp; savepoint anew;
    ${[
      ...[...tables].map(table => `create temporary table ${table} (like ${quoted(schema)}.${table})`),
      ...[...policies, ...triggers].map(onTemporary),
      ...views.map(({ statement }) => statement.replace('create view ', 'create view pg_temp.')),
    ].join(';\n')}`);
  const { rows } = await db.executeQuery<{ object: string }>(
    CompiledQuery.raw(
      `with described as (${DESCRIBED})
       select anew.object from described as anew join described as there using (object)
       where anew.place = pg_my_temp_schema() and there.place = (select oid from pg_namespace where nspname = $1)
         and anew.what <> there.what`,
      [schema],
    ),
  );
  await run('rollback to savepoint anew');
  return new Set(rows.map(({ object }) => object));
}

/** How `unlikeObjects` names one. */
export function objectName(kind: 'policy' | 'trigger' | 'view', { table, name }: Made): string {
  return [kind, table, name].filter(part => part !== '').join(' ');
}

function onTemporary({ table, statement }: Made): string {
  return statement.replace(` on ${table}`, ` on pg_temp.${table}`);
}

const DESCRIBED = `
  select c.relnamespace as place, concat_ws(' ', 'policy', c.relname, p.polname) as object, jsonb_build_array(
    p.polcmd, p.polpermissive, p.polroles, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)) as what
  from pg_policy as p join pg_class as c on c.oid = p.polrelid
  union all
  select c.relnamespace, concat_ws(' ', 'trigger', c.relname, t.tgname), jsonb_build_array(
    t.tgtype, t.tgfoid::regprocedure, t.tgdeferrable, t.tginitdeferred, t.tgattr::text, t.tgoldtable, t.tgnewtable,
    encode(t.tgargs, 'hex'), pg_get_expr(t.tgqual, c.oid))
  from pg_trigger as t join pg_class as c on c.oid = t.tgrelid where not t.tgisinternal
  union all
  select c.relnamespace, concat_ws(' ', 'view', c.relname), jsonb_build_array(
    c.reloptions, pg_get_viewdef(c.oid), c.relnamespace = pg_my_temp_schema()
      or c.relowner = (select relowner from pg_class where oid = 'org'::regclass))
  from pg_class as c where c.relkind = 'v'`;
