import { SumDigest } from '../../../change/digest.ts';
import { additionDigests } from '../../../change/row-change.ts';
import type { Cell } from '../../../db/row-columns.ts';
import type { Problem } from '../../../domain/problem.ts';
import { RepairLog } from '../../../input/repair-log.ts';
import type { ReadingConditions } from '../../../input/row-reading.ts';
import type { StaffField, StaffFileRow } from '../../../input/staff-file.ts';
import type { TableInfo } from '../../../input/table-reader.ts';
import type { GatheredBatch, GivenRole, StaffBatch, StaffRequest } from './staff-batch.ts';

/** Rows of a batch: as many as keep a number of 40 bits and a place of 12 bits in one double, by which they are sorted. */
const ROWS = 4096;

/** Gathers people column by column. */
export class BatchBuilder {
  readonly #stored: ReadonlySet<string> | null;
  #conditions: ReadingConditions | null = null;
  problems: Problem[] = [];
  conflicts: string[] = [];
  read = 0;
  rejected = 0;
  #columns = emptyColumns();
  #count = 0;
  #orgs = new Set<string>();
  #roles: GivenRole[] = [];

  /** @param stored the IINs that the database holds; null = not known */
  constructor(stored: ReadonlySet<string> | null) {
    this.#stored = stored;
  }

  get full(): boolean {
    return this.#count >= ROWS;
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
    const columns = this.#columns;
    columns.org.push(org);
    columns.iin.push(value.iin);
    columns.surname.push(value.surname);
    columns.given_name.push(value.given_name);
    columns.patronymic.push(value.patronymic);
    columns.position.push(value.position);
    columns.phone.push(value.phone);
    columns.email.push(value.email);
    columns.hired_on.push(value.hired_on);
    this.#count++;
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
    const oneOrg = org !== undefined && more === undefined;
    const cells = { ...this.#columns, org: oneOrg ? org : this.#columns.org, active: 1 };
    const rows = { count: this.#count, cells };
    const { order, met } = this.#sorted();
    const batch = {
      rows,
      order,
      met,
      digest: additionsDigest(rows, order),
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
    this.#columns = emptyColumns();
    this.#count = this.read = this.rejected = 0;
    this.#orgs = new Set();
    this.#roles = [];
    this.conflicts = [];
    this.problems = [];
    this.#conditions = null;
    return batch;
  }

  /** The rows in the order of the index they go to, so that neighbours are written together. */
  #sorted(): { order: Uint32Array; met: Uint32Array } {
    const { iin: iins, org: orgs } = this.#columns;
    const keys = Float64Array.from(iins, (iin, i) => Number(iin) * ROWS + i).sort();
    const order = new Uint32Array(keys.length);
    const met = new Uint32Array(keys.length);
    let [fresh, known] = [0, 0];
    for (const key of keys) {
      const i = key % ROWS;
      if (this.#stored === null || this.#stored.has(iins[i] ?? '')) met[known++] = i;
      else order[fresh++] = i;
    }
    const byOrg = (part: Uint32Array) =>
      this.#orgs.size < 2 ? part : part.sort((a, b) => compare(orgs[a] ?? '', orgs[b] ?? ''));
    return { order: byOrg(order.slice(0, fresh)), met: byOrg(met.slice(0, known)) };
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function emptyColumns() {
  return {
    org: [] as string[],
    iin: [] as string[],
    surname: [] as string[],
    given_name: [] as string[],
    patronymic: [] as Cell[],
    position: [] as Cell[],
    phone: [] as Cell[],
    email: [] as Cell[],
    hired_on: [] as Cell[],
  };
}

function additionsDigest(rows: StaffBatch['rows'], order: Uint32Array): Uint32Array {
  const digest = new SumDigest();
  const digestOf = additionDigests('staff', rows);
  for (const i of order) digest.add(digestOf(i));
  return digest.words;
}
