import type { Sink } from '../change/sink.ts';
import { need } from '../context.ts';
import type { Tx } from '../db/dialect.ts';
import type { StoredOrg } from '../db/organisations.ts';
import { findAppointment } from '../db/season.ts';
import { findStaff, grantsOf, rolesOf, type StoredStaff, staffOf } from '../db/staff.ts';
import { type Candidate, decideAppointment } from '../domain/appointments/one-executor-per-school.ts';
import { readService, SERVICES, type Service } from '../domain/appointments/services.ts';
import { readEmail } from '../domain/identity/email.ts';
import { readIin } from '../domain/identity/iin.ts';
import { readPhone } from '../domain/identity/phone.ts';
import { nearest } from '../domain/nearest.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { flagValue } from './common/flag-value.ts';
import { requireSchool } from './common/lookup.ts';
import { oneStaff } from './common/one-staff.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';

/** `qabyl appoint-executor`: the director appoints who handles the applications. Step 9. */
export const appointExecutor = defineCommand({
  options: ['school', 'staff', 'service', 'phone', 'email', 'replace', ...CHANGE_OPTIONS],
  examples: [
    'qabyl appoint-executor --school school-3 --staff 860707404487 --service grade-1-admission',
    'qabyl appoint-executor --school school-3 --staff 860707404487 --phone "+7 705 152 85 93"',
    'qabyl appoint-executor --school school-3 --staff 760505406068 --replace',
  ],
  async run(context, options) {
    const schoolText = await need(context, 'school', options.school);
    const given = oneStaff(options.staff);
    const iin = flagValue(readIin(await need(context, 'staff', given)));
    // One service exists so far; a default spares everybody from typing it.
    const service = flagValue(readService(options.service ?? SERVICES[0]));
    const contacts = readContacts(options.phone, options.email);
    const actor = await actorIin(context);
    return runChange(context, options, {
      command: 'appoint-executor',
      actor,
      next: [['qabyl', 'check-readiness', '--school', schoolText]],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const school = requireSchool(schoolText, acting.orgs);
        acting.authorize('appoint-executor', school);
        sink.read();
        sink.problem(...contacts.warnings);
        const person = await findStaff(tx, school.code, iin);
        const appointed = await appoint(tx, sink, {
          school,
          person,
          iin,
          service,
          year: acting.year,
          director: actor,
          replace: options.replace === true,
        });
        if (appointed && person) editContacts(sink, person, contacts);
        return { org: school.code, year: acting.year };
      },
    });
  },
});

interface Appointing {
  readonly school: StoredOrg;
  readonly person: StoredStaff | null;
  readonly iin: string;
  readonly service: Service;
  readonly year: string;
  readonly director: string;
  readonly replace: boolean;
}

/** @returns whether the person may be appointed */
async function appoint(tx: Tx, sink: Sink, facts: Appointing): Promise<boolean> {
  const { school, iin, service, year, director } = facts;
  const current = await findAppointment(tx, year, school.code, service);
  const candidate = await candidateOf(tx, facts);
  if (candidate === null) {
    const known = [...(await staffOf(tx, school.code)).keys()];
    sink.reject([problem('staff-unknown', { iin, org: school.code, nearest: nearest(iin, known, 3) })]);
    return false;
  }
  const decision = decideAppointment({
    school: school.code,
    current: current?.executor ?? null,
    candidate,
    director,
  });
  if (decision.problems.some(p => p.severity === 'error')) {
    sink.reject(decision.problems);
    return false;
  }
  sink.problem(...decision.problems);
  const replaces = decision.change.kind === 'replace' && !facts.replace;
  // The same executor appointed again stays as appointed, whoever asks.
  const appointedBy = decision.change.kind === 'unchanged' && current ? current.director : director;
  sink.put(
    'appointment',
    current,
    { year, school: school.code, service, executor: iin, director: appointedBy },
    {
      label: `${school.code}, ${service}: ${candidate.name}`,
      ...(replaces ? { approval: 'executor-replaced' as const } : {}),
    },
  );
  return true;
}

/** The person as the school knows them; null when nobody anywhere has this IIN. */
async function candidateOf(tx: Tx, { school, person, iin }: Appointing): Promise<Candidate | null> {
  const grants = await grantsOf(tx, iin);
  const elsewhere = [...new Set(grants.map(grant => grant.org))].filter(org => org !== school.code);
  if (person === null && elsewhere.length === 0) return null;
  const roles = (await rolesOf(tx, school.code)).filter(role => role.iin === iin).map(({ role }) => role);
  const employment = person === null ? 'never' : person.active === 1 ? 'active' : 'left';
  const [workplace] = elsewhere;
  const known = person ?? (workplace === undefined ? null : await findStaff(tx, workplace, iin));
  const name = known === null ? iin : `${known.surname} ${known.given_name}`;
  return { iin, name, employment, elsewhere, roles };
}

interface Contacts {
  readonly phone: string | null;
  readonly email: string | null;
  readonly warnings: readonly Problem[];
}

function readContacts(phone: string | undefined, email: string | undefined): Contacts {
  const phoneRead = phone === undefined ? null : readPhone(phone);
  const emailRead = email === undefined ? null : readEmail(email);
  return {
    phone: phoneRead === null ? null : flagValue(phoneRead),
    email: emailRead === null ? null : flagValue(emailRead),
    warnings: phoneRead?.ok ? phoneRead.warnings : [],
  };
}

function editContacts(sink: Sink, person: StoredStaff, { phone, email }: Contacts): void {
  if (phone === null && email === null) return;
  const { change: _, ...row } = person;
  sink.put('staff', person, { ...row, phone: phone ?? row.phone, email: email ?? row.email });
}
