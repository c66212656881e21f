import { CompiledQuery } from 'kysely';
import type { LoginState, Queryable, Session } from '../../dialect.ts';

/** `undefined_function`: a database that `init` has not made, or made by an older program. */
const UNKNOWN_FUNCTION = '42883';

/** Who the login is (reach.ts). Null for the login that owns the tables, and where there are no tables yet. */
export async function readSession(db: Queryable): Promise<Session | null> {
  try {
    const { rows } = await db.executeQuery<{ bound: boolean; login: string; iin: string | null }>(
      CompiledQuery.raw('select session_bound() as bound, session_user as login, session_person() as iin'),
    );
    const [found] = rows;
    return found?.bound ? { login: found.login, iin: found.iin } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNKNOWN_FUNCTION) return null;
    throw error;
  }
}

/** What a login is good for (grants.ts). */
export async function loginState(db: Queryable, login: string): Promise<LoginState> {
  const { rows } = await db.executeQuery<{ state: LoginState }>(
    CompiledQuery.raw('select login_state($1) as state', [login]),
  );
  return rows[0]?.state ?? 'missing';
}
