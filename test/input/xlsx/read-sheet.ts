import { ByteStream } from '../../../src/input/byte-stream.ts';
import type { CellFault } from '../../../src/input/cell-fault.ts';
import { openTable } from '../../../src/input/open-table.ts';
import type { TableForm } from '../../../src/input/table-form.ts';
import type { TableOptions } from '../../../src/input/table-options.ts';
import type { TableSpec } from '../../../src/input/table-spec.ts';
import { bytesSource } from '../bytes-source.ts';

/** One record of a sheet as the reader hands it over. */
export interface SheetRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults?: readonly CellFault[];
}

/** What the sheets of these tests hold. */
export const spec: TableSpec<'iin' | 'surname'> = {
  fields: [
    { field: 'iin', spellings: ['ЖСН'], required: true },
    { field: 'surname', spellings: ['Тегі'], required: true },
  ],
};

/** All records of the chosen sheet. Throws OperatorError. */
export async function readSheet(
  bytes: Uint8Array,
  options: TableOptions = {},
  pieceSize?: number,
): Promise<{ form: TableForm; records: SheetRecord[] }> {
  const records: SheetRecord[] = [];
  const stream = new ByteStream(bytesSource(bytes, pieceSize, 'staff.xlsx'));
  const { form, records: read } = await openTable(stream, spec, options);
  const pieces = read((cells, line, faults) => {
    records.push(faults === undefined ? { line, cells } : { line, cells, faults });
  });
  for await (const _ of pieces);
  return { form, records };
}
