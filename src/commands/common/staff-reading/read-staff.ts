import { RepairLog } from '../../../input/repair-log.ts';
import { badRecords } from '../../../input/rows.ts';
import { type Source, sourceAt } from '../../../input/source.ts';
import { type StaffField, staffFile } from '../../../input/staff-file.ts';
import { readTable } from '../../../input/table.ts';
import type { TableInfo } from '../../../input/table-reader.ts';
import type { TableRow } from '../../../input/table-row.ts';
import { BatchBuilder } from './batch-builder.ts';
import { CountedSource } from './counted-source.ts';
import { Doubles } from './doubles.ts';
import { type FindOrg, orgField, orgFinder } from './org-finder.ts';
import type { StaffBatch, StaffRequest } from './staff-batch.ts';

/** Bytes of a row in a short file. Where rows are shorter still (a packed workbook) more of them are looked at twice. */
const SHORTEST_ROW = 40;
/** Bytes after which a batch is sent though it is not full, so that it is seen that the work goes on: some 30,000 rows. */
const TELL_EVERY = 4 * 1024 * 1024;

/**
 * Reads a staff file to its end: bytes → rows → checked people, in batches. Nothing that an operator can cause is
 * thrown. Memory does not grow with the file, but for what is wrong in it.
 * @param size of the file in bytes
 */
export async function* readStaff(
  request: StaffRequest,
  size: number,
): AsyncGenerator<StaffBatch, void, void> {
  const source = new CountedSource(sourceAt(request.file), size);
  const into = new BatchBuilder(request.stored);
  const doubles = new Doubles(size / SHORTEST_ROW, request.conflicting);
  const findOrg = orgFinder(request);
  let info: TableInfo<StaffField> | null = null;
  let again = false;
  const take = (sha256: string | null): StaffBatch => {
    const read = source.tell();
    // A workbook is unpacked before its rows are read.
    const share = info === null || info.sheet !== null ? null : read;
    return { ...into.take(info, sha256), share, again };
  };
  for await (const batch of tableOf(source, request)) {
    info = batch.info;
    into.refuse(batch.problems, badRecords(batch.problems));
    for (const row of batch.rows) {
      takeRow(row, request, into, doubles, findOrg);
      if (into.full) yield take(null);
    }
    if (source.untold >= TELL_EVERY) yield take(null);
  }
  if (doubles.waiting) {
    again = true;
    for await (const { rows } of tableOf(source, request)) {
      for (const row of rows) {
        if (!doubles.concerns(row)) continue;
        settleRow(row, request, into, doubles, findOrg);
        if (into.full) yield take(null);
      }
      if (source.untold >= TELL_EVERY) yield take(null);
    }
  }
  yield take(source.sha256());
}

function tableOf(source: Source, { options }: StaffRequest) {
  return readTable(source, staffFile.spec, options);
}

/** Checks a row; a rejected one is counted once, however much is wrong with it. */
function takeRow(
  row: TableRow<StaffField>,
  request: StaffRequest,
  into: BatchBuilder,
  doubles: Doubles,
  findOrg: FindOrg,
): void {
  const reading = staffFile.readRow(row, into.conditions(request));
  if (!reading.ok) {
    into.refuse(reading.problems, 1);
    return;
  }
  const { value, warnings } = reading;
  if (warnings.length > 0) into.refuse(warnings, 0);
  const org = findOrg(value);
  if (!org.ok) into.refuse([{ ...org.problem, where: row.place(orgField(value)) }], 1);
  else if (!doubles.hold(row, value)) {
    into.read++;
    into.add(org.value, value);
  }
}

/** The first reading has counted the repairs and told what is wrong with a row by itself. */
function settleRow(
  row: TableRow<StaffField>,
  { repair, today }: StaffRequest,
  into: BatchBuilder,
  doubles: Doubles,
  findOrg: FindOrg,
): void {
  const reading = staffFile.readRow(row, { repairs: new RepairLog(), repair, today });
  if (!reading.ok) return;
  const org = findOrg(reading.value);
  if (org.ok) doubles.settle(row, org.value, reading.value, into);
}
