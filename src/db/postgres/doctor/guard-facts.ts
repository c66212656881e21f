import { CompiledQuery } from 'kysely';
import type { GuardFacts, Made, RowSecurityFacts } from '../../../domain/doctor/right-facts.ts';
import type { Queryable } from '../../dialect.ts';
import type { Looking } from '../../doctor/looking.ts';
import { quoted } from '../authority/definer.ts';
import { functionFacts } from './function-facts.ts';
import { type MadeObjects, madeObjects } from './made-objects.ts';
import type { TablePlace } from './server-facts.ts';
import { objectName, unlikeObjects } from './unlike-objects.ts';

/**
 * Which tables are under row-level security, with which policies, and which of those are the program's. What the
 * policies say is compared for whoever owns the tables.
 */
export async function rowSecurityFacts(
  read: Looking['read'],
  { schema, owns }: TablePlace,
): Promise<RowSecurityFacts> {
  const { tables, policies } = madeObjects(schema);
  const [secured, there] = await read(async db => [
    await names(
      db,
      schema,
      `select c.relname as name, '' as table from pg_class as c where c.relrowsecurity and`,
    ),
    await names(
      db,
      schema,
      `select p.polname as name, c.relname as table from pg_policy as p join pg_class as c on c.oid = p.polrelid where`,
    ),
  ]);
  const absent = policies.filter(policy => !there.some(isSame(policy)));
  const unlike =
    owns && absent.length === 0
      ? await read(db => unlikeObjects(db, schema, { policies, triggers: [], views: [] }))
      : NONE;
  return {
    schema,
    tables,
    unsecured: tables.filter(table => !secured.some(({ name }) => name === table)),
    absent,
    altered: policies.filter(policy => unlike.has(objectName('policy', policy))),
    foreign: there.filter(policy => tables.includes(policy.table) && !policies.some(isSame(policy))),
  };
}

/**
 * Whether triggers, functions and views are there and as they were made, and the table of permissions with them. A
 * trigger that fires not at all, or only for a replica, is disabled. Triggers, views and permissions are compared for
 * whoever owns the tables: nobody else may call what they call, nor read the permissions.
 */
export async function guardFacts(read: Looking['read'], place: TablePlace): Promise<GuardFacts> {
  const { schema, owns, owner } = place;
  const made = madeObjects(schema);
  const { triggers, functions, views } = made;
  const [fired, seen, called, permissions] = await read(async db => [
    await names<Named & { enabled: boolean }>(
      db,
      schema,
      `select t.tgname as name, c.relname as table, t.tgenabled in ('O', 'A') as enabled
       from pg_trigger as t join pg_class as c on c.oid = t.tgrelid where not t.tgisinternal and`,
    ),
    await names(
      db,
      schema,
      `select c.relname as name, '' as table from pg_class as c where c.relkind = 'v' and`,
    ),
    await functionFacts(db, place, made),
    owns ? await alteredPermissions(db, schema, made) : [],
  ]);
  const absent = [
    ...called.absent,
    ...views.filter(view => !seen.some(isSame(view))),
    ...triggers.filter(trigger => !fired.some(isSame(trigger))),
  ];
  const unlike =
    owns && absent.length === 0
      ? await read(db => unlikeObjects(db, schema, { policies: [], triggers, views }))
      : NONE;
  return {
    schema,
    guards: triggers.length + functions.length,
    absent,
    disabled: triggers.filter(trigger => fired.find(isSame(trigger))?.enabled === false),
    altered: [
      ...called.altered,
      ...views.filter(one => unlike.has(objectName('view', one))).map(view => viewAgain(view, owner)),
      ...triggers.filter(one => unlike.has(objectName('trigger', one))).map(triggerAgain),
      ...permissions,
    ],
  };
}

const NONE: ReadonlySet<string> = new Set();

function viewAgain(view: Made, owner: string): Made {
  const again = view.statement.replace('create view', 'create or replace view');
  return { ...view, statement: `${again};\nalter view ${view.name} owner to ${quoted(owner)}` };
}

function triggerAgain(trigger: Made): Made {
  const { name, table, statement } = trigger;
  return { ...trigger, statement: `drop trigger ${name} on ${table};\n${statement}` };
}

/** The table of permissions, where a row was put in, taken out or changed. */
async function alteredPermissions(
  db: Queryable,
  schema: string,
  { permissions: { name, table, statement } }: MadeObjects,
): Promise<readonly Made[]> {
  const there = `${quoted(schema)}.${name}`;
  const columns = 'action, kind, role, at';
  const wanted = `select ${columns} from (${statement.slice(statement.indexOf('values'))}) as wanted (${columns})`;
  const stored = `select ${columns} from ${there}`;
  const { rows } = await db.executeQuery<{ found: boolean }>(
    CompiledQuery.raw(
      `select exists (${wanted} except all ${stored}) or exists (${stored} except all ${wanted}) as found`,
    ),
  );
  const cure = `delete from ${name};\n${statement}`;
  return rows[0]?.found === true ? [{ name, table, statement: cure }] : [];
}

interface Named {
  readonly name: string;
  readonly table: string;
}

function isSame(one: Named) {
  return (other: Named) => one.name === other.name && one.table === other.table;
}

/** @param query ends before what says in which schema `c` is */
async function names<T extends Named>(db: Queryable, schema: string, query: string): Promise<readonly T[]> {
  const { rows } = await db.executeQuery<T>(
    CompiledQuery.raw(`${query} c.relnamespace = (select oid from pg_namespace where nspname = $1)`, [
      schema,
    ]),
  );
  return rows;
}
