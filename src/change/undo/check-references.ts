import type { StoredRow, Tx } from '../../db/dialect.ts';
import { cell, type Row, rowKey } from '../../db/tables.ts';
import { lastFormerChange, type RowReference, rowReferences, strandedRows } from '../../db/undo-checks.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Undone } from './undone.ts';

/** How many rows one problem names. */
const NAMED = 10;

/** Rows that would name something which is not there: what was put back, or what others have added since. */
export async function checkReferences(tx: Tx, undone: Undone, undo: number): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const reference of rowReferences) {
    if (!undone.restored.has(reference.child) && !undone.removed.has(reference.parent)) continue;
    const stranded = await strandedRows(tx, reference);
    for (const [change, rows] of Map.groupBy(stranded, row => row.change))
      found.push(await strandedProblem(tx, reference, rows, change === undo ? null : change));
  }
  return found;
}

/** @param later the change that wrote the rows, null where the undo itself puts them back */
async function strandedProblem(
  tx: Tx,
  { child, columns, parent }: RowReference,
  rows: readonly StoredRow[],
  later: number | null,
): Promise<Problem> {
  const [first] = rows;
  const parentKey = columns.map(column => String(cell(first as Row, column))).join('/');
  const by = later ?? (await lastFormerChange(tx, parent, parentKey));
  const keys = rows.slice(0, NAMED).map(row => rowKey(child, row));
  return problem('undo-strands-rows', { kind: child, rows: rows.length, first: keys, parent, by });
}
