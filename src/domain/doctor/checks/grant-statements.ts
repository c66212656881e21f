import type { DoctorFix } from '../check.ts';
import type { Exceeding, Lacking, Made, Privilege } from '../right-facts.ts';

/** A name as SQL writes it. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table in its schema, whatever the search path of whoever pastes it. */
export function sqlTable(schema: string, table: string): string {
  return `${sqlName(schema)}.${sqlName(table)}`;
}

/** A statement to paste into psql: with its semicolon. */
export function sql(statement: string): DoctorFix {
  return { kind: 'sql', statement: `${statement};` };
}

/** Statements of the program name tables alone: they are to be run where those tables are. */
export function remake(schema: string, made: readonly Made[]): DoctorFix[] {
  if (made.length === 0) return [];
  return [sql(`set search_path to ${sqlName(schema)}`), ...made.map(({ statement }) => sql(statement))];
}

/** Lets a login look into the schema: without that, no privilege on a table helps. */
export function grantUsage(schema: string, login: string): DoctorFix {
  return sql(`grant usage on schema ${sqlName(schema)} to ${sqlName(login)}`);
}

/** The statements that give a login exactly what it lacks: one for the same privileges of many tables. */
export function grantLacking(schema: string, login: string, { usage, privileges }: Lacking): DoctorFix[] {
  const ofTable = Map.groupBy(privileges, ({ table }) => table);
  const tablesOf = Map.groupBy(ofTable.keys(), table => (ofTable.get(table) ?? []).map(written).join(', '));
  return [
    ...(usage ? [grantUsage(schema, login)] : []),
    ...[...tablesOf].map(([what, tables]) =>
      sql(`grant ${what} on ${tables.map(table => sqlTable(schema, table)).join(', ')} to ${sqlName(login)}`),
    ),
  ];
}

/** Takes from a login, or from the role that it is a member of, what it must not have. */
export function revokeExceeding(schema: string, { grantee, table, ...privilege }: Exceeding): DoctorFix {
  const what = written({ table, ...privilege });
  return sql(`revoke ${what} on ${sqlTable(schema, table)} from ${sqlName(grantee)} cascade`);
}

/** What is lacking, for a sentence: `update (id) on write_lock`. */
export function namesOf({ usage, privileges }: Lacking, schema: string): string[] {
  return [...(usage ? [`usage on schema ${schema}`] : []), ...privileges.map(nameOf)];
}

/** A privilege, for a sentence: `truncate on staff`. */
export function nameOf(privilege: Privilege): string {
  return `${written(privilege)} on ${privilege.table}`;
}

function written({ privilege, column }: Privilege): string {
  return column === null ? privilege : `${privilege} (${column})`;
}
