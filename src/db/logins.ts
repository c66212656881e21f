import type { Queryable } from './dialect.ts';
import type { LoginRow } from './schema.ts';

export type StoredLogin = LoginRow & { readonly change: number };

/** The ties of one login, of one person, or both; as far as the session may see them. */
export async function findLogins(
  db: Queryable,
  { login, iin }: { login?: string | undefined; iin?: string | undefined },
): Promise<StoredLogin[]> {
  let query = db.selectFrom('staff_login').selectAll().orderBy('org').orderBy('login');
  if (login !== undefined) query = query.where('login', '=', login);
  if (iin !== undefined) query = query.where('iin', '=', iin);
  return query.execute();
}

/** The logins tied to people of one organisation, by IIN. */
export async function loginsAt(db: Queryable, org: string): Promise<Map<string, StoredLogin[]>> {
  const rows = await db
    .selectFrom('staff_login')
    .selectAll()
    .where('org', '=', org)
    .orderBy('login')
    .execute();
  return Map.groupBy(rows, row => row.iin);
}
