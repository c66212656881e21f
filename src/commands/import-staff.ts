import type { Sink } from '../change/sink.ts';
import { need } from '../context.ts';
import type { Tx } from '../db/dialect.ts';
import type { StoredOrg } from '../db/organisations.ts';
import type { StaffRow } from '../db/schema.ts';
import { appointmentsAt } from '../db/season.ts';
import { rolesOf, type StoredRole, type StoredStaff, staffOf } from '../db/staff.ts';
import type { Role } from '../domain/authority/roles.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { RowsSeen } from '../input/duplicates.ts';
import type { Entry } from '../input/rows.ts';
import { staffContent } from '../input/staff-duplicates.ts';
import { type StaffField, type StaffFileRow, staffFile } from '../input/staff-file.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { findOrg, requireOrg } from './common/lookup.ts';
import { CHANGE_OPTIONS, TABLE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';
import { appointmentLabel, roleLabel, staffLabel } from './common/staff-label.ts';
import { needFile, tableInput } from './common/table-input.ts';

/** `qabyl import-staff`: the employees of one organisation, or of several when the file names them. Steps 1 and 5. */
export const importStaff = defineCommand({
  argument: 'file',
  options: ['org', 'sync', 'no-repair', ...TABLE_OPTIONS, ...CHANGE_OPTIONS],
  examples: [
    'qabyl import-staff staff.csv --org school-3',
    'qabyl import-staff staff.csv --org school-3 --dry-run',
    'qabyl import-staff staff.csv --org school-3 --sync --yes',
    'qabyl import-staff staff.csv --org school-3 --map "Таб. №=-"',
  ],
  async run(context, options, argument) {
    // Whoever stands in a row that is left out would be taken for absent, and dismissed.
    if (options.sync && options['skip-invalid'])
      throw new OperatorError(problem('flags-conflict', { one: '--sync', other: '--skip-invalid' }));
    const file = await needFile(context, argument);
    const input = tableInput(context, file, staffFile, options);
    const actor = await actorIin(context);
    const orgText = await need(context, 'org', options.org);
    return runChange(context, options, {
      command: 'import-staff',
      actor,
      input,
      next: [['qabyl', 'assign-role', '--org', orgText, '--role', 'executor', '--staff', 'IIN']],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const org = requireOrg(orgText, acting.orgs);
        acting.authorize('import-staff', org);
        const importing = new Importing(tx, sink, acting, org);
        for await (const batch of input.entries(sink)) for (const entry of batch) await importing.take(entry);
        if (options.sync) await importing.dismissAbsent();
        return { org: org.code, year: null };
      },
    });
  },
});

/** What is known of one organisation while its rows come by. */
interface Known {
  readonly org: StoredOrg;
  readonly staff: ReadonlyMap<string, StoredStaff>;
  readonly roles: readonly StoredRole[];
  readonly seen: RowsSeen;
  readonly given: Set<string>;
}

class Importing {
  readonly #tx: Tx;
  readonly #sink: Sink;
  readonly #acting: Acting;
  readonly #org: StoredOrg;
  readonly #known = new Map<string, Known>();

  constructor(tx: Tx, sink: Sink, acting: Acting, org: StoredOrg) {
    this.#tx = tx;
    this.#sink = sink;
    this.#acting = acting;
    this.#org = org;
  }

  async take({ row, value }: Entry<StaffField, StaffFileRow>): Promise<void> {
    const found = this.#orgOf(value);
    if (!found.ok) {
      this.#sink.reject([
        { ...found.problem, where: row.place(value.org_bin ? 'org_bin' : 'org') } as Problem,
      ]);
      return;
    }
    const known = await this.#knownOf(found.value);
    const { code } = known.org;
    const before = known.staff.get(value.iin) ?? null;
    // Rows may call one organisation by its code, its BIN or nothing: only now is it known that they mean one.
    const earlier = known.seen.meet(value.iin, staffContent(value), row.line);
    if (earlier && !earlier.same) {
      const { iin } = value;
      this.#sink.reject([problem('row-conflict', { iin, first: earlier.line }, row.place('iin'))]);
      return;
    }
    const after = merge(code, value, before);
    if (!earlier) this.#sink.put('staff', before, after, { weighs: code, label: staffLabel(after) });
    if (value.role !== null) this.#give(known, after, value.role);
  }

  /** `--sync`: whoever works there and is not in the file has left; roles and appointments end with that. */
  async dismissAbsent(): Promise<void> {
    const known = await this.#knownOf(this.#org);
    const appointments = await appointmentsAt(this.#tx, known.org.code);
    for (const person of known.staff.values()) {
      if (person.active === 0 || known.seen.has(person.iin)) continue;
      const { change: _, ...row } = person;
      this.#sink.put(
        'staff',
        person,
        { ...row, active: 0 },
        { approval: 'dismissal', weighs: known.org.code, removal: true, label: staffLabel(person) },
      );
      for (const held of known.roles.filter(role => role.iin === person.iin))
        this.#sink.remove('role', held, { label: roleLabel(person, held.role) });
      for (const held of appointments.get(person.iin) ?? [])
        this.#sink.remove('appointment', held, {
          label: appointmentLabel(held, `${person.surname} ${person.given_name}`),
        });
    }
    this.#keepSuperadmin(known);
  }

  /** Nobody could give roles any more: an organisation at the top keeps one super-administrator. */
  #keepSuperadmin({ org, roles, seen, given }: Known): void {
    const held = roles.filter(({ role }) => role === 'superadmin').map(({ iin }) => iin);
    const stays = held.some(iin => seen.has(iin)) || [...given].some(one => one.endsWith('/superadmin'));
    if (org.department === null && held.length > 0 && !stays)
      this.#sink.problem(problem('last-superadmin', { org: org.code }));
  }

  /** A row without an organisation belongs to `--org`. */
  #orgOf({ org_bin, org }: StaffFileRow) {
    const named = org_bin ?? org;
    return named === null ? { ok: true as const, value: this.#org } : findOrg(named, this.#acting.orgs);
  }

  async #knownOf(org: StoredOrg): Promise<Known> {
    const known = this.#known.get(org.code);
    if (known) return known;
    this.#acting.authorize('import-staff', org);
    const staff = await staffOf(this.#tx, org.code);
    const roles = await rolesOf(this.#tx, org.code);
    this.#sink.population(org.code, [...staff.values()].filter(person => person.active === 1).length);
    const fresh = { org, staff, roles, seen: new RowsSeen(), given: new Set<string>() };
    this.#known.set(org.code, fresh);
    return fresh;
  }

  #give(known: Known, person: StaffRow, role: Role): void {
    const { iin, org } = person;
    this.#acting.authorize('assign-role', known.org);
    if (known.given.has(`${iin}/${role}`)) return;
    known.given.add(`${iin}/${role}`);
    const held = known.roles.find(one => one.iin === iin && one.role === role) ?? null;
    this.#sink.put('role', held, { org, iin, role }, { label: roleLabel(person, role) });
  }
}

/** A blank cell says nothing: only what the file states replaces what is stored, so no import erases a phone number. */
function merge(org: string, value: StaffFileRow, before: StoredStaff | null): StaffRow {
  return {
    org,
    iin: value.iin,
    surname: value.surname,
    given_name: value.given_name,
    patronymic: value.patronymic ?? before?.patronymic ?? null,
    position: value.position ?? before?.position ?? null,
    phone: value.phone ?? before?.phone ?? null,
    email: value.email ?? before?.email ?? null,
    hired_on: value.hired_on ?? before?.hired_on ?? null,
    active: 1,
  };
}
