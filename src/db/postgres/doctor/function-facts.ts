import { CompiledQuery } from 'kysely';
import type { Made } from '../../../domain/doctor/right-facts.ts';
import type { Queryable } from '../../dialect.ts';
import { quoted } from '../authority/definer.ts';
import type { MadeObjects } from './made-objects.ts';
import type { TablePlace } from './server-facts.ts';

interface Stored {
  readonly name: string;
  readonly body: string;
  readonly language: string;
  readonly volatility: string;
  readonly definer: boolean;
  readonly config: readonly string[] | null;
  readonly owner: string;
  /** who may call it besides its owner */
  readonly callers: readonly string[];
  /** the search path of a function that runs with its owner's rights */
  readonly path: string;
}

/**
 * Functions that are not there, and those that do something else than the program's, run with other rights, look for
 * their tables elsewhere, or can be called by who must not. Each comes with what makes it whole again.
 */
export async function functionFacts(
  db: Queryable,
  place: TablePlace,
  { functions, closed }: Pick<MadeObjects, 'functions' | 'closed'>,
): Promise<{ readonly absent: readonly Made[]; readonly altered: readonly Made[] }> {
  const stored = await storedFunctions(db, place.schema);
  const absent: Made[] = [];
  const altered: Made[] = [];
  for (const made of functions) {
    const { name, statement } = made;
    const found = stored.filter(one => one.name === name);
    const there = found.find(one => isAsMade(one, statement)) ?? found[0];
    const closing = closed.has(name) ? [`revoke execute on function ${name} from public`] : [];
    if (there === undefined) {
      absent.push({ ...made, statement: [statement, ...closing].join(';\n') });
      continue;
    }
    const cures = [
      ...(there.owner === place.owner ? [] : [`alter function ${name} owner to ${quoted(place.owner)}`]),
      ...(isAsMade(there, statement)
        ? []
        : [statement.replace('create function', 'create or replace function')]),
      ...callersCure(there, closed.has(name)),
    ];
    if (cures.length > 0) altered.push({ ...made, statement: cures.join(';\n') });
  }
  return { absent, altered };
}

function callersCure({ name, callers }: Stored, isClosed: boolean): string[] {
  if (!isClosed) return callers.includes('public') ? [] : [`grant execute on function ${name} to public`];
  return callers.map(
    caller => `revoke execute on function ${name} from ${caller === 'public' ? caller : quoted(caller)}`,
  );
}

/** What stands between the dollar quotes is kept by the server as it is. */
function isAsMade(stored: Stored, statement: string): boolean {
  const [from, to] = [statement.indexOf('$$'), statement.lastIndexOf('$$')];
  const head = statement.slice(0, from);
  const isDefiner = head.includes('security definer');
  const volatility = /\bimmutable\b/.test(head) ? 'i' : /\bstable\b/.test(head) ? 's' : 'v';
  return (
    stored.body === statement.slice(from + 2, to) &&
    stored.language === /\blanguage (sql|plpgsql)\b/.exec(head)?.[1] &&
    stored.volatility === volatility &&
    stored.definer === isDefiner &&
    (stored.config ?? []).join('\n') === (isDefiner ? `search_path=${stored.path}` : '')
  );
}

async function storedFunctions(db: Queryable, schema: string): Promise<readonly Stored[]> {
  const { rows } = await db.executeQuery<Stored>(
    CompiledQuery.raw(
      `select p.proname as name, p.prosrc as body, l.lanname as language, p.provolatile::text as volatility,
         p.prosecdef as definer, p.proconfig as config, o.rolname as owner, quote_ident($1) || ', pg_temp' as path,
         array(select coalesce(g.rolname::text, 'public')
           from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a left join pg_roles as g on g.oid = a.grantee
           where a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner order by 1) as callers
       from pg_proc as p join pg_language as l on l.oid = p.prolang join pg_roles as o on o.oid = p.proowner
       where p.pronamespace = (select oid from pg_namespace where nspname = $1)`,
      [schema],
    ),
  );
  return rows;
}
