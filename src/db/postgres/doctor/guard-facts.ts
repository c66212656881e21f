import { CompiledQuery } from 'kysely';
import type { GuardFacts, Made, RowSecurityFacts } from '../../../domain/doctor/right-facts.ts';
import type { Queryable } from '../../dialect.ts';
import { guardStatements } from '../authority/guards.ts';

/** Every statement of the guards that makes what a pattern names; the pattern has the groups `name` and maybe `table`. */
function madeBy(schema: string, pattern: RegExp): Made[] {
  return guardStatements(schema).flatMap(statement => {
    const { name, table = '' } = pattern.exec(statement)?.groups ?? {};
    return name === undefined ? [] : [{ name, table, statement }];
  });
}

/** Which tables are under row-level security, with which policies, and which of those are the program's. */
export async function rowSecurityFacts(db: Queryable, schema: string): Promise<RowSecurityFacts> {
  const tables = madeBy(schema, /^alter table (?<name>\w+) enable row level security$/).map(
    ({ name }) => name,
  );
  const policies = madeBy(schema, /^create policy (?<name>\w+) on (?<table>\w+)/);
  const secured = await names(
    db,
    schema,
    `select c.relname as name, '' as table from pg_class as c where c.relrowsecurity and c.relnamespace = `,
  );
  const there = await names(
    db,
    schema,
    `select p.polname as name, c.relname as table from pg_policy as p join pg_class as c on c.oid = p.polrelid
     where c.relnamespace = `,
  );
  const isSame = (one: Named) => (other: Named) => one.name === other.name && one.table === other.table;
  return {
    schema,
    tables,
    unsecured: tables.filter(table => !secured.some(({ name }) => name === table)),
    absent: policies.filter(policy => !there.some(isSame(policy))),
    foreign: there.filter(policy => tables.includes(policy.table) && !policies.some(isSame(policy))),
  };
}

/**
 * Whether triggers and functions are there and as they were made. A trigger that fires not at all, or only for a
 * replica, is disabled; of a function the body is compared.
 */
export async function guardFacts(db: Queryable, schema: string): Promise<GuardFacts> {
  const triggers = madeBy(schema, /^create (?:constraint )?trigger (?<name>\w+)\s[^$]*?\son (?<table>\w+)/);
  const functions = madeBy(schema, /^create function (?<name>\w+)\s*\(/);
  const fired = await db.executeQuery<Named & { enabled: boolean }>(
    CompiledQuery.raw(
      `select t.tgname as name, c.relname as table, t.tgenabled in ('O', 'A') as enabled
       from pg_trigger as t join pg_class as c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relnamespace = (select oid from pg_namespace where nspname = $1)`,
      [schema],
    ),
  );
  const bodies = await db.executeQuery<{ name: string; body: string }>(
    CompiledQuery.raw(
      `select proname as name, prosrc as body from pg_proc
       where pronamespace = (select oid from pg_namespace where nspname = $1)`,
      [schema],
    ),
  );
  const triggerOf = ({ name, table }: Made) =>
    fired.rows.find(one => one.name === name && one.table === table);
  const bodyOf = ({ name }: Made) => bodies.rows.find(one => one.name === name)?.body;
  return {
    schema,
    guards: triggers.length + functions.length,
    absent: [
      ...functions.filter(one => bodyOf(one) === undefined),
      ...triggers.filter(one => triggerOf(one) === undefined),
    ],
    disabled: triggers.filter(one => triggerOf(one)?.enabled === false),
    altered: functions
      .filter(one => bodyOf(one) !== undefined && bodyOf(one) !== bodyIn(one.statement))
      .map(one => ({
        ...one,
        statement: one.statement.replace('create function', 'create or replace function'),
      })),
  };
}

/** What stands between the dollar quotes is kept by the server as it is. */
function bodyIn(statement: string): string {
  return statement.slice(statement.indexOf('$$') + 2, statement.lastIndexOf('$$'));
}

interface Named {
  readonly name: string;
  readonly table: string;
}

/** @param query ends before the number of a schema */
async function names(db: Queryable, schema: string, query: string): Promise<readonly Named[]> {
  const { rows } = await db.executeQuery<Named>(
    CompiledQuery.raw(`${query}(select oid from pg_namespace where nspname = $1)`, [schema]),
  );
  return rows;
}
