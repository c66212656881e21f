import type { InputField } from '../domain/input-problems.ts';
import { inFileOrder, type Problem } from '../domain/problem.ts';
import type { FileKind } from './row-reading.ts';
import type { Source } from './source.ts';
import { readTable, type TableOptions } from './table.ts';
import type { TableInfo } from './table-reader.ts';
import type { TableRow } from './table-row.ts';

/** A row that was read: its values, and the row itself for places of problems found later. */
export interface Entry<F extends InputField, T> {
  readonly row: TableRow<F>;
  readonly value: T;
}

/** What one piece of the file gave. */
export interface EntryBatch<F extends InputField, T> {
  readonly entries: readonly Entry<F, T>[];
  /** how many rows are not among the entries because they say nothing new */
  readonly repeated: number;
  /** in the order of the file; rows with an error are not among the entries */
  readonly problems: readonly Problem[];
  /** null only when the file ended, or could not be read, before its header */
  readonly info: TableInfo<F> | null;
}

/**
 * Reads a file of one kind, in batches: bytes → records → rows → values. Nothing that an operator can cause is
 * thrown. The caller decides when a problem with severity `error` ends the change; the reading goes on to the end.
 */
export async function* readRows<F extends InputField, T>(
  source: Source,
  kind: FileKind<F, T>,
  options: TableOptions = {},
): AsyncGenerator<EntryBatch<F, T>, void, void> {
  const compare = kind.acrossRows?.();
  for await (const { rows, problems: found, info } of readTable(source, kind.spec, options)) {
    const entries: Entry<F, T>[] = [];
    const problems: Problem[] = [];
    let repeated = 0;
    for (const row of rows) {
      const reading = kind.readRow(row);
      if (!reading.ok) {
        problems.push(...reading.problems);
        continue;
      }
      problems.push(...reading.warnings);
      const finding = compare?.(row, reading.value) ?? null;
      if (finding) problems.push(finding.problem);
      if (!finding?.drop) entries.push({ row, value: reading.value });
      else if (finding.problem.severity === 'warning') repeated++;
    }
    yield { entries, repeated, problems: inFileOrder([...found, ...problems]), info };
  }
}

/** Rows that cannot be used: each counts once, however much is wrong with it. */
export function badRecords(problems: readonly Problem[]): number {
  const records = problems.filter(p => p.severity === 'error').map(p => p.where?.record ?? null);
  return new Set(records.filter(record => record !== null)).size;
}
