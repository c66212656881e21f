import { SERVICES } from '../../../../domain/appointments/services.ts';
import { wasStored } from './put-back.ts';
import { everyRow, listSql, type RowRule } from './rule.ts';

const KEY = `w.year || '/' || w.school || '/' || w.service`;
const holds = (who: string, role: string) =>
  `exists (select from staff_role as r join staff as s on s.org = r.org and s.iin = r.iin
    where r.org = w.school and r.iin = w.${who} and r.role = '${role}' and s.active = 1)`;

/**
 * Source: domain/appointments/one-executor-per-school, where an executor who is the director is only a warning, and
 * commands/appoint-executor.ts. An appointment outlives the office of who made it: an undo may put it back.
 */
export const APPOINTMENT_RULES: readonly RowRule[] = [
  {
    code: 'org-not-school',
    breaks: `select ${KEY} from written as w join org as o on o.code = w.school where o.kind <> 'school'`,
  },
  everyRow('service-unknown', KEY, `w.service in (${listSql(SERVICES)})`),
  everyRow(
    'executor-left',
    KEY,
    `exists (select from staff as s where s.org = w.school and s.iin = w.executor and s.active = 1)`,
  ),
  everyRow('executor-without-role', KEY, holds('executor', 'executor')),
  everyRow(
    'not-permitted',
    KEY,
    `case when ${holds('director', 'director')} then true else ${wasStored('appointment', 'w', ['executor', 'director'])} end`,
  ),
];
