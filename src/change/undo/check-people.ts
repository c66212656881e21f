import type { Tx } from '../../db/dialect.ts';
import { idleAppointments, rolesOfLeft, superadminsAtTop } from '../../db/undo-checks.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Undone } from './undone.ts';

/**
 * The rules about people after an undo, as `assign-role`, `import-staff` and `appoint-executor` hold them: who has left
 * has no role, who handles applications works there and is an executor, the top keeps a super-administrator.
 * @param sink the number of the undo itself, and the organisations whose rows it touches
 */
export async function checkPeople(
  tx: Tx,
  undone: Undone,
  { change: undo, orgs }: { change: number; orgs: ReadonlySet<string> },
): Promise<Problem[]> {
  const { restored, removed } = undone;
  const touched = (kind: 'staff' | 'role' | 'appointment') => restored.has(kind) || removed.has(kind);
  const found: Problem[] = [];
  if (touched('staff') || touched('role'))
    for (const row of await rolesOfLeft(tx, undo)) {
      const { org, iin, role } = row;
      const by = row.change === undo ? row.staff_change : row.change;
      found.push(problem('undo-role-of-left', { org, iin, name: nameOf(row), role, by }));
    }
  if (touched('staff') || touched('role') || touched('appointment'))
    for (const row of await idleAppointments(tx)) {
      const { school, executor: iin, active } = row;
      if (!orgs.has(school)) continue;
      const by = row.change === undo ? (active === 0 ? row.staff_change : null) : row.change;
      found.push(problem('undo-idles-executor', { school, iin, name: nameOf(row), left: active === 0, by }));
    }
  for (const org of undone.superadmins)
    if ((await superadminsAtTop(tx, org)) === 0) found.push(problem('last-superadmin', { org }));
  return found;
}

function nameOf({ surname, given_name }: { surname: string; given_name: string }): string {
  return `${surname} ${given_name}`;
}
