import { need } from '../context.ts';
import { findLogins, type StoredLogin } from '../db/logins.ts';
import { findStaff } from '../db/staff.ts';
import { readIin } from '../domain/identity/iin.ts';
import { problem } from '../domain/problem.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { flagValue } from './common/flag-value.ts';
import { requireOrg } from './common/lookup.ts';
import { oneStaff } from './common/one-staff.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';
import { loginLabel } from './common/staff-label.ts';

/** `qabyl revoke-access`: a login acts for its employee no more. */
export const revokeAccess = defineCommand({
  options: ['staff', 'login', 'org', ...CHANGE_OPTIONS],
  examples: [
    'qabyl revoke-access --login gulnara --yes',
    'qabyl revoke-access --staff 860707404487 --org school-3 --yes',
  ],
  async run(context, options) {
    const given = oneStaff(options.staff);
    const iin = given === undefined ? undefined : flagValue(readIin(given));
    const login = iin === undefined ? await need(context, 'login', options.login) : options.login;
    const actor = await actorIin(context);
    return runChange(context, options, {
      command: 'revoke-access',
      actor,
      next: [['qabyl', 'list', 'logins']],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        sink.read();
        const ties = managed(acting, await findLogins(tx, { login, iin }), options.org);
        if (ties.length === 0)
          sink.reject([problem('access-not-held', { login: login ?? null, iin: iin ?? null })]);
        for (const tie of ties) {
          const person = await findStaff(tx, tie.org, tie.iin);
          sink.remove('login', tie, {
            approval: 'access-revoked',
            ...(person === null ? {} : { label: loginLabel(person, tie.login) }),
          });
        }
        return { org: ties[0]?.org ?? null, year: null };
      },
    });
  },
});

/**
 * The ties that the actor may end: at the organisation named, or everywhere.
 * @throws OperatorError not-permitted
 */
function managed(acting: Acting, ties: readonly StoredLogin[], named: string | undefined): StoredLogin[] {
  const only = named === undefined ? null : requireOrg(named, acting.orgs);
  if (only) acting.authorize('grant-access', only);
  const asked = ties.filter(tie => only === null || tie.org === only.code);
  const allowed = asked.filter(tie => {
    const org = acting.orgs.get(tie.org);
    return org !== undefined && acting.may('grant-access', org);
  });
  const refused = acting.orgs.get(asked[0]?.org ?? '');
  if (allowed.length === 0 && refused) acting.authorize('grant-access', refused);
  return allowed;
}
