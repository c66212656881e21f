import type { Sink } from '../change/sink.ts';
import { need } from '../context.ts';
import type { StoredOrg } from '../db/organisations.ts';
import { appointmentsAt } from '../db/season.ts';
import { rolesOf, type StoredRole, type StoredStaff, staffOf } from '../db/staff.ts';
import { ROLES, type Role } from '../domain/authority/roles.ts';
import { readIin } from '../domain/identity/iin.ts';
import { nearest } from '../domain/nearest.ts';
import { type Place, type Problem, problem, warning } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { roleFile } from '../input/role-file.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { flagValues } from './common/flag-value.ts';
import { requireOrg } from './common/lookup.ts';
import { CHANGE_OPTIONS, TABLE_OPTIONS } from './common/options.ts';
import { requireRole } from './common/required-role.ts';
import { runChange } from './common/run-change.ts';
import { appointmentLabel, roleLabel } from './common/staff-label.ts';
import { tableInput } from './common/table-input.ts';

/** `qabyl assign-role`: gives or revokes roles, to people named by IIN, by position, or in a file. Steps 2 and 6. */
export const assignRole = defineCommand({
  options: ['org', 'role', 'staff', 'position', 'file', 'revoke', ...TABLE_OPTIONS, ...CHANGE_OPTIONS],
  examples: [
    'qabyl assign-role --org school-3 --role executor --staff 860707404487',
    'qabyl assign-role --org school-3 --role director --position директор',
    'qabyl assign-role --org school-3 --file roles.csv',
    'qabyl assign-role --org school-3 --role admin --staff 860707404487 --revoke --yes',
  ],
  async run(context, options) {
    refuseConflicts(options);
    const orgText = await need(context, 'org', options.org);
    const input = options.file === undefined ? null : tableInput(context, options.file, roleFile, options);
    const role = input ? null : requireRole(await need(context, 'role', options.role, ROLES));
    const byIin = input === null && options.position === undefined;
    // An empty variable of a script must not pass for "nobody, and that went well".
    const named = options.staff?.length ? options.staff : null;
    const people = byIin
      ? [...new Set(flagValues((named ?? [await need(context, 'staff', undefined)]).map(readIin)))]
      : [];
    const actor = await actorIin(context);
    return runChange(context, options, {
      command: 'assign-role',
      actor,
      input,
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const org = requireOrg(orgText, acting.orgs);
        acting.authorize('assign-role', org);
        const revoke = options.revoke === true;
        const giving = new Giving(sink, org, revoke, {
          staff: await staffOf(tx, org.code),
          roles: await rolesOf(tx, org.code),
          appointments: revoke ? await appointmentsAt(tx, org.code) : new Map(),
        });
        if (input)
          for await (const batch of input.entries(sink))
            for (const { row, value } of batch) giving.take(value.iin, value.role, row.place('iin'));
        if (role !== null) {
          const named = options.position === undefined ? people : giving.withPosition(options.position);
          sink.read(named.length);
          for (const iin of named) giving.take(iin, role);
        }
        giving.keepSuperadmin();
        return { org: org.code, year: null };
      },
    });
  },
});

/** What a flag says must not be passed over in silence because another one says it too. */
function refuseConflicts(options: Partial<Record<'file' | 'role' | 'staff' | 'position', unknown>>): void {
  for (const [one, other] of [
    ['file', 'role'],
    ['file', 'staff'],
    ['file', 'position'],
    ['position', 'staff'],
  ] as const)
    if (options[one] !== undefined && options[other] !== undefined)
      throw new OperatorError(problem('flags-conflict', { one: `--${one}`, other: `--${other}` }));
}

/** What is known of the organisation, read once however many people are named. */
interface Known {
  readonly staff: ReadonlyMap<string, StoredStaff>;
  readonly roles: readonly StoredRole[];
  readonly appointments: Awaited<ReturnType<typeof appointmentsAt>>;
}

class Giving {
  readonly #sink: Sink;
  readonly #org: StoredOrg;
  readonly #staff: Known['staff'];
  readonly #roles: Known['roles'];
  readonly #appointments: Known['appointments'];
  readonly #revoke: boolean;
  readonly #revoked = new Set<StoredRole>();

  constructor(sink: Sink, org: StoredOrg, revoke: boolean, known: Known) {
    this.#sink = sink;
    this.#org = org;
    this.#revoke = revoke;
    this.#staff = known.staff;
    this.#roles = known.roles;
    this.#appointments = known.appointments;
  }

  take(iin: string, role: Role, where?: Place): void {
    const org = this.#org.code;
    const person = this.#staff.get(iin);
    const held = this.#roles.find(one => one.iin === iin && one.role === role) ?? null;
    if (!person) {
      const known = [...this.#staff.keys()];
      this.#refuse(problem('staff-unknown', { iin, org, nearest: nearest(iin, known, 3) }, where));
      return;
    }
    if (this.#revoke) {
      // Revoked before: doing it again changes nothing, and says so.
      if (held === null) {
        this.#sink.problem(warning('role-not-held', { iin, role, org }, where));
        this.#sink.summary.unchanged += 1;
        return;
      }
      this.#revoked.add(held);
      this.#sink.remove('role', held, { approval: 'role-revoked', label: roleLabel(person, role) });
      // Without the role nobody may handle the applications: the appointment ends with it.
      if (role === 'executor')
        for (const held of this.#appointments.get(iin) ?? [])
          this.#sink.remove('appointment', held, {
            label: appointmentLabel(held, `${person.surname} ${person.given_name}`),
          });
      return;
    }
    if (person.active === 0) {
      const name = `${person.surname} ${person.given_name}`;
      this.#refuse(problem('staff-left', { iin, org, name }, where));
      return;
    }
    this.#sink.put('role', held, { org, iin, role }, { label: roleLabel(person, role) });
  }

  /** Everyone who works here in this position. @throws OperatorError position-unknown */
  withPosition(position: string): string[] {
    const active = [...this.#staff.values()].filter(person => person.active === 1);
    const found = active.filter(person => positionKey(person.position) === positionKey(position));
    if (found.length > 0) return found.map(person => person.iin);
    const known = [...new Set(active.flatMap(person => (person.position === null ? [] : [person.position])))];
    throw new OperatorError(
      problem('position-unknown', { position, org: this.#org.code, nearest: nearest(position, known, 3) }),
    );
  }

  /** Nobody could give roles any more: an organisation at the top keeps one super-administrator. */
  keepSuperadmin(): void {
    const superadmins = this.#roles.filter(role => role.role === 'superadmin');
    const left = superadmins.filter(role => !this.#revoked.has(role));
    if (superadmins.length > 0 && left.length === 0 && this.#org.department === null)
      this.#sink.problem(problem('last-superadmin', { org: this.#org.code }));
  }

  #refuse(found: Problem): void {
    this.#sink.reject([found]);
  }
}

function positionKey(position: string | null): string {
  return (position ?? '').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
