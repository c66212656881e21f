import type { InputField } from '../../src/domain/input-problems.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { FileKind } from '../../src/input/row-reading.ts';
import { type Entry, readRows } from '../../src/input/rows.ts';
import type { Source } from '../../src/input/source.ts';
import { readTable, type TableOptions } from '../../src/input/table.ts';
import type { TableInfo } from '../../src/input/table-reader.ts';
import type { TableRow } from '../../src/input/table-row.ts';
import type { TableSpec } from '../../src/input/table-spec.ts';

/** All batches of a table together. */
export async function readAllRows<F extends InputField>(
  source: Source,
  spec: TableSpec<F>,
  options?: TableOptions,
) {
  const rows: TableRow<F>[] = [];
  const problems: Problem[] = [];
  let info: TableInfo<F> | null = null;
  for await (const batch of readTable(source, spec, options)) {
    rows.push(...batch.rows);
    problems.push(...batch.problems);
    info = batch.info ?? info;
  }
  return { rows, problems, info: info as TableInfo<F> | null };
}

/** All batches of a file of one kind together. */
export async function readAllEntries<F extends InputField, T>(
  source: Source,
  kind: FileKind<F, T>,
  options?: TableOptions,
) {
  const entries: Entry<F, T>[] = [];
  const problems: Problem[] = [];
  for await (const batch of readRows(source, kind, options)) {
    entries.push(...batch.entries);
    problems.push(...batch.problems);
  }
  return {
    entries,
    values: entries.map(entry => entry.value),
    problems,
    codes: problems.map(one => one.code),
  };
}
