import { CompiledQuery } from 'kysely';
import type { ReachFacts, SchemaFacts } from '../../../domain/doctor/facts.ts';
import type { Queryable } from '../../dialect.ts';
import type { Login } from '../../login.ts';
import { isLocalHost, readServerAddress } from '../server-address.ts';
import { chooseTls } from '../tls.ts';

/** How the server at a URL was spoken to. */
export async function serverFacts(
  db: Queryable,
  url: string,
  env: Login['env'],
  answered: { readonly engine: string; readonly milliseconds: number },
): Promise<ReachFacts> {
  const address = readServerAddress(url, env);
  const tls = chooseTls(address, env);
  const verified = tls.ok && (tls.value === 'full' || tls.value === 'chain');
  const secure = !(await isEncrypted(db)) ? 'open' : verified ? 'verified' : 'unverified';
  return { kind: 'server', ...answered, local: isLocalHost(address.host), secure };
}

async function isEncrypted(db: Queryable): Promise<boolean> {
  const { rows } = await db.executeQuery<{ ssl: boolean }>(
    CompiledQuery.raw('select ssl from pg_stat_ssl where pid = pg_backend_pid()'),
  );
  return rows[0]?.ssl === true;
}

/** The server's clock, in milliseconds since 1970. */
export async function serverTime(db: Queryable): Promise<number> {
  const { rows } = await db.executeQuery<{ seconds: string }>(
    CompiledQuery.raw('select extract(epoch from clock_timestamp())::text as seconds'),
  );
  return Number(rows[0]?.seconds) * 1000;
}

/** Where the tables are, who owns them, and what the login at work is there. */
export interface TablePlace {
  readonly schema: string;
  readonly owner: string;
  readonly login: string;
  /** whether the login owns them, or may do all that their owner may */
  readonly owns: boolean;
  /** whether it may use the schema at all */
  readonly usage: boolean;
}

/** Looks along the search path, also into schemas that the login may not use: names there are hidden from it otherwise. */
export async function tablePlace(db: Queryable): Promise<TablePlace | null> {
  const { rows } = await db.executeQuery<TablePlace>(
    CompiledQuery.raw(`
      with path as (
        select case btrim(part, ' "') when '$user' then session_user::text else btrim(part, ' "') end as schema, place
        from unnest(string_to_array(current_setting('search_path'), ',')) with ordinality as p (part, place))
      select n.nspname as schema, o.rolname as owner, session_user::text as login,
        pg_has_role(session_user, c.relowner, 'member') as owns,
        has_schema_privilege(session_user, n.oid, 'usage') as usage
      from path join pg_namespace as n on n.nspname = path.schema
        join pg_class as c on c.relnamespace = n.oid and c.relname = 'schema_migration'
        join pg_roles as o on o.oid = c.relowner
      order by place limit 1`),
  );
  return rows[0] ?? null;
}

/** The schema that the login may not use, though its tables are there. */
export function closedPlace(place: TablePlace | null): SchemaFacts['closed'] {
  return place === null || place.usage ? null : { schema: place.schema, login: place.login };
}
