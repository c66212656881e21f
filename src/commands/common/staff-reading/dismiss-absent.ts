import type { Sink } from '../../../change/sink.ts';
import type { Tx } from '../../../db/dialect.ts';
import { loginsAt } from '../../../db/logins.ts';
import type { StoredOrg } from '../../../db/organisations.ts';
import { appointmentsAt } from '../../../db/season.ts';
import { activeIins, rolesOf, type StoredRole, staffAmong } from '../../../db/staff.ts';
import { problem } from '../../../domain/problem.ts';
import { appointmentLabel, loginLabel, roleLabel, staffLabel } from '../staff-label.ts';
import type { Present } from './present.ts';

/** How many of those who left are looked up at once. */
const AT_ONCE = 500;

/**
 * `--sync`: whoever works there and is not in the file has left; roles, logins and appointments end with that.
 * @param given the roles that the file gives there, as `iin/role`
 * @param step told how many of them are done, 0 to 1
 */
export async function dismissAbsent(
  tx: Tx,
  sink: Sink,
  org: StoredOrg,
  present: Present,
  given: ReadonlySet<string>,
  step: (share: number) => void,
): Promise<void> {
  const absent = (await activeIins(tx, org.code)).filter(iin => !present.has(iin));
  const roles = await rolesOf(tx, org.code);
  const rolesOfPerson = Map.groupBy(roles, role => role.iin);
  const logins = await loginsAt(tx, org.code);
  const appointments = await appointmentsAt(tx, org.code);
  for (let at = 0; at < absent.length; at += AT_ONCE) {
    for (const person of await staffAmong(tx, org.code, absent.slice(at, at + AT_ONCE))) {
      const { change: _, ...row } = person;
      sink.put(
        'staff',
        person,
        { ...row, active: 0 },
        { approval: 'dismissal', weighs: org.code, removal: true, label: staffLabel(person) },
      );
      for (const held of rolesOfPerson.get(person.iin) ?? [])
        sink.remove('role', held, { label: roleLabel(person, held.role) });
      for (const held of logins.get(person.iin) ?? [])
        sink.remove('login', held, { label: loginLabel(person, held.login) });
      for (const held of appointments.get(person.iin) ?? [])
        sink.remove('appointment', held, {
          label: appointmentLabel(held, `${person.surname} ${person.given_name}`),
        });
    }
    await sink.drain();
    step((at + AT_ONCE) / absent.length);
  }
  keepSuperadmin(sink, org, roles, new Set(absent), given);
}

/** Nobody could give roles any more: an organisation at the top keeps one super-administrator. */
function keepSuperadmin(
  sink: Sink,
  org: StoredOrg,
  roles: readonly StoredRole[],
  absent: ReadonlySet<string>,
  given: ReadonlySet<string>,
): void {
  const held = roles.filter(({ role }) => role === 'superadmin').map(({ iin }) => iin);
  const stays = held.some(iin => !absent.has(iin)) || [...given].some(one => one.endsWith('/superadmin'));
  if (org.department === null && held.length > 0 && !stays)
    sink.problem(problem('last-superadmin', { org: org.code }));
}
