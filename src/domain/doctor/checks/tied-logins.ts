import { type DoctorCheck, type DoctorFix, fails, passes, warns } from '../check.ts';
import type { TiedLogin } from '../right-facts.ts';
import { grantLacking, nameOf, revokeExceeding, sql, sqlName } from './grant-statements.ts';

/** Every login that is tied to an employee is held to the rules, and has what it needs. The worst comes first. */
export const tiedLogins: DoctorCheck<'tied-logins'> = {
  id: 'tied-logins',
  run: ({ schema, owner, logins }) => {
    const above = logins.filter(({ state }) => ABOVE.has(state));
    if (above.length > 0)
      return fails('forbidden', 'logins-above', named(above), ...above.map(one => lower(one, owner)));
    const exceeding = logins.filter(({ exceeds }) => exceeds.length > 0);
    if (exceeding.length > 0) {
      const all = exceeding.flatMap(({ exceeds }) => exceeds);
      const exceeds = [...new Set(all.map(nameOf))];
      // A role that several are members of is asked once.
      const revokes = new Map(
        all.map(one => [`${one.grantee} ${nameOf(one)}`, revokeExceeding(schema, one)]),
      );
      return fails('forbidden', 'logins-exceed', { ...named(exceeding), exceeds }, ...revokes.values());
    }
    const lacking = logins.filter(
      ({ state, lacks }) => state === 'usable' && (lacks.usage || lacks.privileges.length > 0),
    );
    if (lacking.length > 0) {
      const grants = lacking.flatMap(({ login, lacks }) => grantLacking(schema, login, lacks));
      return fails('forbidden', 'logins-lack', named(lacking), ...grants);
    }
    const gone = logins.filter(({ state }) => state === 'missing');
    if (gone.length > 0) return warns('logins-gone', named(gone), ...gone.map(revoke));
    const idle = logins.filter(({ state }) => state === 'group');
    if (idle.length > 0)
      return warns('logins-idle', named(idle), ...idle.map(({ login }) => alter(login, 'login')));
    return logins.length === 0
      ? passes('logins-none', {})
      : passes('logins-right', { logins: logins.length });
  },
};

/** What lifts a login over row-level security: https://www.postgresql.org/docs/current/ddl-rowsecurity.html */
const ABOVE: ReadonlySet<TiedLogin['state']> = new Set(['superuser', 'bypassrls', 'owner']);

function lower({ login, state }: TiedLogin, owner: string): DoctorFix {
  if (state === 'superuser') return alter(login, 'nosuperuser nobypassrls');
  if (state === 'bypassrls') return alter(login, 'nobypassrls');
  // The owner of the tables itself cannot be taken out of itself: it is nobody's login.
  return login === owner ? revoke({ login }) : sql(`revoke ${sqlName(owner)} from ${sqlName(login)}`);
}

function revoke({ login }: Pick<TiedLogin, 'login'>): DoctorFix {
  return { kind: 'qabyl', words: ['qabyl', 'revoke-access', '--login', login] };
}

function alter(login: string, what: string): DoctorFix {
  return sql(`alter role ${sqlName(login)} ${what}`);
}

function named(logins: readonly TiedLogin[]) {
  return { logins: logins.map(({ login }) => login) };
}
