import { type Check, open, settled, type Verdict } from '../check.ts';
import type { AppointmentFacts, SchoolFacts } from '../facts.ts';

/** Step 9: one executor is appointed, works here now and still has the role; the director who appointed is still the director. */
export const executorAppointed: Check<SchoolFacts> = {
  id: 'executor-appointed',
  run: facts => {
    const { code, service, appointment } = facts;
    const mend = { fix: fixFor(facts), role: 'director' as const, org: code };
    if (appointment === null) return open('fail', 'executor-not-appointed', { service }, mend);
    return judge(facts, appointment, mend);
  },
};

function judge(
  facts: SchoolFacts,
  appointment: AppointmentFacts,
  mend: NonNullable<Parameters<typeof open>[3]>,
): Verdict {
  const { executor: iin, executorName: name, director } = appointment;
  const holds = (role: string, who: string) =>
    facts.roles.some(held => held.role === role && held.iin === who);
  if (!appointment.executorActive) return open('fail', 'executor-left', { name, iin }, mend);
  if (!holds('executor', iin)) return open('fail', 'executor-lost-role', { name, iin }, mend);
  if (holds('director', iin)) return open('warn', 'executor-is-director', { name, iin }, null);
  // Who appointed has left office since: the appointment stands, but the new director should know of it.
  if (!holds('director', director)) return open('warn', 'appointer-not-director', { iin: director }, null);
  return settled('pass', 'executor-appointed', { name, iin });
}

/** The one person with the role is named; where there are several or none, the director chooses. */
function fixFor({ code, service, roles, appointment }: SchoolFacts): string[] {
  const executors = roles.filter(held => held.role === 'executor').map(held => held.iin);
  const iin = executors.length === 1 && executors[0] !== undefined ? executors[0] : 'IIN';
  const replace = appointment !== null && appointment.executor !== iin ? ['--replace'] : [];
  return ['qabyl', 'appoint-executor', '--school', code, '--staff', iin, '--service', service, ...replace];
}
