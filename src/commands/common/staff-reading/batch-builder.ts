import { RowPacker } from '../../../change/row-packer.ts';
import type { Problem } from '../../../domain/problem.ts';
import { RepairLog } from '../../../input/repair-log.ts';
import type { ReadingConditions } from '../../../input/row-reading.ts';
import type { StaffField, StaffFileRow } from '../../../input/staff-file.ts';
import type { TableInfo } from '../../../input/table-reader.ts';
import type { GatheredBatch, GivenRole, StaffRequest } from './staff-batch.ts';

/** Rows of a batch: as many as keep a number of 40 bits and a place of 12 bits in one double, by which they are sorted. */
const ROWS = 4096;

/** What is said of an employee; those who are imported work there. */
const COLUMNS = [
  ...['org', 'iin', 'surname', 'given_name', 'patronymic', 'position', 'phone', 'email', 'hired_on'],
] as const;

/** Gathers people, and hands them over packed, in the order of the index they go to, so that neighbours are written together. */
export class BatchBuilder {
  readonly #stored: ReadonlySet<string> | null;
  #conditions: ReadingConditions | null = null;
  problems: Problem[] = [];
  conflicts: string[] = [];
  read = 0;
  rejected = 0;
  readonly #packer = new RowPacker('staff', COLUMNS, { active: 1 });
  /** of each row: its IIN as a number, its organisation, and whether it may be stored already */
  readonly #iins = new Float64Array(ROWS);
  #orgOf: string[] = [];
  readonly #met = new Uint8Array(ROWS);
  #orgs = new Set<string>();
  #roles: GivenRole[] = [];

  /** @param stored the IINs that the database holds; null = not known */
  constructor(stored: ReadonlySet<string> | null) {
    this.#stored = stored;
  }

  get full(): boolean {
    return this.#packer.count >= ROWS;
  }

  /** What rows are read with: they count what was repaired in them. */
  conditions({ repair, today }: StaffRequest): ReadingConditions {
    this.#conditions ??= { repairs: new RepairLog(), repair, today };
    return this.#conditions;
  }

  /** Notes problems, and the rows that cannot be used because of them. */
  refuse(problems: readonly Problem[], rows: number): void {
    for (const found of problems) this.problems.push(found);
    this.read += rows;
    this.rejected += rows;
  }

  /** Adds one person at an organisation. */
  add(org: string, value: StaffFileRow): void {
    const i = this.#packer.count;
    const { iin, surname, given_name, patronymic, position, phone, email, hired_on } = value;
    this.#packer.add([org, iin, surname, given_name, patronymic, position, phone, email, hired_on]);
    this.#iins[i] = Number(iin);
    this.#orgOf.push(org);
    this.#met[i] = this.#stored === null || this.#stored.has(iin) ? 1 : 0;
    this.#orgs.add(org);
    this.giveRole(org, value);
  }

  /** Notes the role of a row, if it gives one. */
  giveRole(org: string, { iin, role, surname, given_name }: StaffFileRow): void {
    if (role !== null) this.#roles.push({ org, iin, role, surname, given_name });
  }

  /** What has been gathered since the last call. */
  take(info: TableInfo<StaffField> | null, sha256: string | null): GatheredBatch {
    const [org, more] = this.#orgs;
    const shared = org !== undefined && more === undefined ? { org } : {};
    const { fresh, met } = this.#sorted();
    const batch = {
      added: this.#packer.pack(fresh, shared),
      places: fresh,
      met: this.#packer.pack(met, shared),
      contents: this.#packer.contents(fresh),
      orgs: [...this.#orgs],
      roles: this.#roles,
      conflicts: this.conflicts,
      read: this.read,
      rejected: this.rejected,
      problems: this.problems,
      repairs: this.#conditions?.repairs.toJSON() ?? [],
      info,
      sha256,
    };
    this.#packer.clear();
    this.#orgOf = [];
    this.read = this.rejected = 0;
    this.#orgs = new Set();
    this.#roles = [];
    this.conflicts = [];
    this.problems = [];
    this.#conditions = null;
    return batch;
  }

  /** The rows by organisation and IIN: those whom the database cannot hold yet, and those whom it may. */
  #sorted(): { fresh: Uint32Array; met: Uint32Array } {
    const { count } = this.#packer;
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) keys[i] = (this.#iins[i] ?? 0) * ROWS + i;
    keys.sort();
    const [fresh, met]: [number[], number[]] = [[], []];
    for (const key of keys) {
      const i = key % ROWS;
      (this.#met[i] === 1 ? met : fresh).push(i);
    }
    return { fresh: this.#byOrg(fresh), met: this.#byOrg(met) };
  }

  #byOrg(rows: number[]): Uint32Array {
    const orgs = this.#orgOf;
    if (this.#orgs.size > 1) rows.sort((a, b) => compare(orgs[a] ?? '', orgs[b] ?? ''));
    return Uint32Array.from(rows);
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
