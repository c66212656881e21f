import type { Privilege } from '../../../domain/doctor/right-facts.ts';
import { LOGIN_PRIVILEGES } from './grants.ts';

/** Each single privilege that `grant_login()` gives: one privilege on one table, or on one of its columns. */
export function neededPrivileges(): Privilege[] {
  return LOGIN_PRIVILEGES.flatMap(({ what, on }) =>
    what.split(', ').flatMap(one => {
      const [, privilege = one, column = null] = /^(\w+)(?: \((\w+)\))?$/.exec(one) ?? [];
      return on.map(table => ({ privilege, table, column }));
    }),
  );
}
