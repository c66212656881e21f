import type { Sink } from '../../../change/sink.ts';
import type { Tx } from '../../../db/dialect.ts';
import type { StoredOrg } from '../../../db/organisations.ts';
import { cellsOf, type PackedRows, packedColumn, rowAt } from '../../../db/packed-rows.ts';
import type { StaffRow } from '../../../db/schema.ts';
import { countActive, rolesOf, type StoredRole, type StoredStaff } from '../../../db/staff.ts';
import { columnsOf } from '../../../db/tables.ts';
import { RepairLog } from '../../../input/repair-log.ts';
import type { Acting } from '../acting.ts';
import { requireOrg } from '../lookup.ts';
import { roleLabel, staffLabel } from '../staff-label.ts';
import { Present } from './present.ts';
import type { GivenRole, StaffBatch } from './staff-batch.ts';

/** What the import knows of one organisation. */
interface Known {
  /** by `iin/role`; asked for when the file gives the first role there */
  roles: ReadonlyMap<string, StoredRole> | null;
  readonly given: Set<string>;
}

/** Takes the batches of a staff file into one change. */
export class StaffImport {
  readonly #tx: Tx;
  readonly #sink: Sink;
  readonly #acting: Acting;
  readonly #known = new Map<string, Known>();
  readonly #repairs = new RepairLog();

  constructor(tx: Tx, sink: Sink, acting: Acting) {
    this.#tx = tx;
    this.#sink = sink;
    this.#acting = acting;
  }

  /**
   * @param present where those whom the file names are noted, by organisation; null when nobody asks
   * @throws OperatorError not-permitted for an organisation where the actor may not import
   */
  async take(batch: StaffBatch, present: Map<string, Present> | null): Promise<void> {
    const sink = this.#sink;
    sink.read(batch.read);
    sink.summary.rejected += batch.rejected;
    sink.problemsOf(batch.problems);
    this.#repairs.merge(batch.repairs);
    sink.repairs = this.#repairs.toJSON();
    for (const code of batch.orgs) await this.#meet(requireOrg(code, this.#acting.orgs));
    await this.#write(batch);
    for (const role of batch.roles) await this.#give(role);
    if (present) notePresent(batch, present);
    await sink.drain();
  }

  /** The roles that the file gives at an organisation, as `iin/role`. */
  givenAt(org: string): ReadonlySet<string> {
    return this.#known.get(org)?.given ?? new Set();
  }

  /** What replaces comes before what only adds: of a long plan the first lines are shown, and those must be looked at. */
  async #write({ added, places, met, contents }: StaffBatch): Promise<void> {
    const sink = this.#sink;
    if (met.count > 0) await this.#compare(met);
    await sink.addAll({
      kind: 'staff',
      rows: added,
      places,
      contents,
      owners: ownersOf(added),
      label: staffLabel,
    });
  }

  async #compare(met: PackedRows): Promise<void> {
    const sink = this.#sink;
    const unlike = await sink.findUnlike('staff', met);
    sink.unchanged(met.count - unlike.size);
    for (const [i, stored] of unlike) {
      const before = stored as StoredStaff | null;
      const after = merge(rowAt(met, columnsOf('staff'), i) as StaffRow, before);
      const label = staffLabel(after);
      // Who returns was not among those whom a file could change too many of.
      sink.put('staff', before, after, before?.active === 0 ? { label } : { weighs: after.org, label });
    }
    await sink.drain();
  }

  async #meet(org: StoredOrg): Promise<Known> {
    const known = this.#known.get(org.code);
    if (known) return known;
    this.#acting.authorize('import-staff', org);
    this.#sink.population(org.code, await countActive(this.#tx, org.code));
    const fresh = { roles: null, given: new Set<string>() };
    this.#known.set(org.code, fresh);
    return fresh;
  }

  async #give(given: GivenRole): Promise<void> {
    const { org, iin, role } = given;
    const stored = requireOrg(org, this.#acting.orgs);
    const known = await this.#meet(stored);
    this.#acting.authorize('assign-role', stored);
    if (known.given.has(`${iin}/${role}`)) return;
    known.given.add(`${iin}/${role}`);
    known.roles ??= new Map(
      (await rolesOf(this.#tx, org)).map(one => [`${one.iin}/${one.role}`, one] as const),
    );
    const held = known.roles.get(`${iin}/${role}`) ?? null;
    this.#sink.put('role', held, { org, iin, role }, { label: roleLabel(given, role) });
  }
}

function notePresent({ orgs, added, met }: StaffBatch, present: Map<string, Present>): void {
  // In the order of the file, in which those who left will be told.
  for (const org of orgs) if (!present.has(org)) present.set(org, new Present());
  for (const rows of [added, met]) {
    const [orgOf, iinOf] = [cellsOf(rows, 'org'), cellsOf(rows, 'iin')];
    for (let i = 0; i < rows.count; i++) present.get(String(orgOf(i)))?.add(String(iinOf(i)));
  }
}

function ownersOf(rows: PackedRows): Iterable<string> {
  if (rows.count === 0) return [];
  if (packedColumn(rows, 'org') === null) return [String(rows.shared.org)];
  const orgOf = cellsOf(rows, 'org');
  return new Set(Array.from({ length: rows.count }, (_, i) => String(orgOf(i))));
}

/** A blank cell says nothing: only what the file states replaces what is stored, so no import erases a phone number. */
function merge(given: StaffRow, before: StoredStaff | null): StaffRow {
  return {
    ...given,
    patronymic: given.patronymic ?? before?.patronymic ?? null,
    position: given.position ?? before?.position ?? null,
    phone: given.phone ?? before?.phone ?? null,
    email: given.email ?? before?.email ?? null,
    hired_on: given.hired_on ?? before?.hired_on ?? null,
  };
}
