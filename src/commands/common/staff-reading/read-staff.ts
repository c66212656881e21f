import { RepairLog } from '../../../input/repair-log.ts';
import type { ReadingConditions } from '../../../input/row-reading.ts';
import { badRecords } from '../../../input/rows.ts';
import { type Source, sourceAt } from '../../../input/source.ts';
import { type StaffField, staffFile } from '../../../input/staff-file.ts';
import { readTable } from '../../../input/table.ts';
import type { Batch, TableInfo } from '../../../input/table-reader.ts';
import { BatchBuilder } from './batch-builder.ts';
import { Doubles } from './doubles.ts';
import { type FindOrg, orgField, orgFinder } from './org-finder.ts';
import type { StaffBatch, StaffRequest } from './staff-batch.ts';

/** Bytes of a row in the shortest of files: what is reckoned from the size is never too few. */
const SHORTEST_ROW = 40;

/**
 * Reads a staff file to its end: bytes → rows → checked people, in batches. Nothing that an operator can cause is
 * thrown. Memory does not grow with the file, but for what is wrong in it.
 * @param size of the file in bytes
 */
export async function* readStaff(
  request: StaffRequest,
  size: number,
): AsyncGenerator<StaffBatch, void, void> {
  const source = sourceAt(request.file);
  const builder = new BatchBuilder(request.stored);
  const doubles = new Doubles(size / SHORTEST_ROW, request.conflicting);
  const findOrg = orgFinder(request);
  let info: TableInfo<StaffField> | null = null;
  for await (const batch of tableOf(source, request)) {
    info = batch.info;
    take(batch, request, builder, doubles, findOrg);
    if (builder.full) yield builder.take(info, null);
  }
  if (doubles.waiting)
    for await (const { rows } of tableOf(source, request)) {
      settle(rows, request, builder, doubles, findOrg);
      if (builder.full) yield builder.take(info, null);
    }
  yield builder.take(info, source.sha256());
}

function tableOf(source: Source, { options }: StaffRequest) {
  return readTable(source, staffFile.spec, options);
}

/** Checks the rows of one piece; each rejected one is counted once, however much is wrong with it. */
function take(
  { rows, problems }: Batch<StaffField>,
  { repair, today }: StaffRequest,
  into: BatchBuilder,
  doubles: Doubles,
  findOrg: FindOrg,
): void {
  const conditions: ReadingConditions = { repairs: into.repairs, repair, today };
  into.problems.push(...problems);
  const broken = badRecords(problems);
  into.read += broken;
  into.rejected += broken;
  for (const row of rows) {
    const reading = staffFile.readRow(row, conditions);
    if (!reading.ok) {
      into.problems.push(...reading.problems);
      into.read++;
      into.rejected++;
      continue;
    }
    const { value, warnings } = reading;
    if (warnings.length > 0) into.problems.push(...warnings);
    const org = findOrg(value);
    if (!org.ok) {
      into.problems.push({ ...org.problem, where: row.place(orgField(value)) });
      into.read++;
      into.rejected++;
    } else if (!doubles.hold(row, value)) {
      into.read++;
      into.add(org.value, value);
    }
  }
}

function settle(
  rows: Batch<StaffField>['rows'],
  { repair, today }: StaffRequest,
  into: BatchBuilder,
  doubles: Doubles,
  findOrg: FindOrg,
): void {
  // The first reading has counted the repairs and told what is wrong with a row by itself.
  const conditions: ReadingConditions = { repairs: new RepairLog(), repair, today };
  for (const row of rows) {
    if (!doubles.concerns(row)) continue;
    const reading = staffFile.readRow(row, conditions);
    if (!reading.ok) continue;
    const org = findOrg(reading.value);
    if (org.ok) doubles.settle(row, org.value, reading.value, into);
  }
}
