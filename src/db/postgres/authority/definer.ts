/**
 * How a function runs with the rights of whoever owns the tables, and finds nothing but them by their names: a schema
 * named last is searched last, where PostgreSQL would look into the session's temporary tables first of all
 * (https://www.postgresql.org/docs/current/sql-createfunction.html, "Writing SECURITY DEFINER Functions Safely").
 * @param schema where the tables are
 */
export function definer(schema: string): string {
  return `security definer set search_path = ${quoted(schema)}, pg_temp`;
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL writes it. */
export function literal(text: string | null): string {
  return text === null ? 'null' : `'${text.replaceAll("'", "''")}'`;
}
