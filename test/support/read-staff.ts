import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStaff } from '../../src/commands/common/staff-reading/read-staff.ts';
import type {
  GivenRole,
  StaffBatch,
  StaffRequest,
} from '../../src/commands/common/staff-reading/staff-batch.ts';
import { type PackedRows, rowAt } from '../../src/db/packed-rows.ts';
import type { StaffRow } from '../../src/db/schema.ts';
import { columnsOf } from '../../src/db/tables.ts';
import type { Problem } from '../../src/domain/problem.ts';

const schools = [1, 2].map(n => ({
  code: `school-${n}`,
  kind: 'school' as const,
  bin: n === 1 ? '950940007313' : null,
  name_kk: `№ ${n} мектеп`,
  name_ru: `Школа № ${n}`,
  department: null,
  kato: null,
  territory: 'yes' as const,
  change: 1,
}));

/** What is asked of a staff file unless a test says otherwise: nobody is stored, rows belong to school-1. */
export const plainRequest: Omit<StaffRequest, 'file'> = {
  options: {},
  repair: true,
  today: '2027-02-01',
  orgs: schools,
  org: 'school-1',
  stored: new Set(),
  conflicting: new Set(),
};

export interface ReadStaff {
  readonly batches: readonly StaffBatch[];
  /** of each batch those who are not stored, in the order of the file, then the others */
  readonly people: readonly StaffRow[];
  readonly roles: readonly GivenRole[];
  readonly problems: readonly Problem[];
  readonly read: number;
  readonly rejected: number;
}

/** Reads a staff file from disk, all batches together. */
export async function readStaffFile(
  path: string,
  request: Partial<StaffRequest> = {},
  name = path,
): Promise<ReadStaff> {
  const file = { name, path, fd: null };
  const batches: StaffBatch[] = [];
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  for await (const batch of readStaff({ ...plainRequest, ...request, file }, size)) batches.push(batch);
  return {
    batches,
    people: batches.flatMap(({ added, places, met }) => [
      ...inOrder(peopleOf(added), places),
      ...peopleOf(met),
    ]),
    roles: batches.flatMap(({ roles }) => roles),
    problems: batches.flatMap(({ problems }) => problems),
    read: batches.reduce((sum, { read }) => sum + read, 0),
    rejected: batches.reduce((sum, { rejected }) => sum + rejected, 0),
  };
}

function peopleOf(rows: PackedRows): StaffRow[] {
  return Array.from({ length: rows.count }, (_, i) => rowAt(rows, columnsOf('staff'), i) as StaffRow);
}

function inOrder(people: readonly StaffRow[], places: Uint32Array): StaffRow[] {
  return people
    .map((person, i) => ({ person, place: places[i] ?? 0 }))
    .sort((one, other) => one.place - other.place)
    .map(({ person }) => person);
}

/** The same for a text that no file holds yet. */
export async function readStaffText(
  text: string | Uint8Array,
  request?: Partial<StaffRequest>,
): Promise<ReadStaff> {
  const folder = mkdtempSync(join(tmpdir(), 'qabyl-staff-'));
  try {
    writeFileSync(join(folder, 'staff.csv'), text);
    return await readStaffFile(join(folder, 'staff.csv'), request, 'staff.csv');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
