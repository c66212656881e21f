import type { InputField } from '../domain/input-problems.ts';
import { ByteStream } from './byte-stream.ts';
import { openTable } from './open-table.ts';
import type { Source } from './source.ts';
import type { TableForm } from './table-form.ts';
import type { TableOptions } from './table-options.ts';
import type { TableSpec } from './table-spec.ts';

/** A record as it stands in the file, blank cells and all. */
export interface RawRecord {
  /** the physical line, or the row of the sheet, where it starts (from 1) */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The wanted records of one piece of a file. */
export interface RawBatch {
  readonly form: TableForm;
  /** the cells of the header as written; null until it has come by */
  readonly header: readonly string[] | null;
  readonly records: readonly RawRecord[];
}

/**
 * Reads a table once more for some of its records, in the order of the file. Memory does not grow with the file.
 * @param headers the header's cells as the first reading gave them, without outer blanks and blank ends
 * @param wanted lines where records start
 * @throws OperatorError what `openTable` throws: the file is no longer what it was
 */
export async function* readRawRecords<F extends InputField>(
  source: Source,
  spec: TableSpec<F>,
  options: TableOptions,
  headers: readonly string[],
  wanted: { has(line: number): boolean },
): AsyncGenerator<RawBatch, void, void> {
  const bytes = new ByteStream(source);
  const sought = headers.join('\n');
  let header: readonly string[] | null = null;
  let records: RawRecord[] = [];
  try {
    const table = await openTable(bytes, spec, options);
    const pieces = table.records((cells, line) => {
      if (header === null) {
        if (tidied(cells) === sought) header = cells;
      } else if (wanted.has(line)) records.push({ line, cells });
    });
    // A fault of the file was told by the first reading: the records end there again.
    for (;;) {
      const { done } = await pieces.next();
      yield { form: table.form, header, records };
      records = [];
      if (done) break;
    }
  } finally {
    await bytes.close();
  }
}

/** The cells as the header was compared: see `readHeader`. */
function tidied(cells: readonly string[]): string {
  const texts = cells.map(cell => cell.trim().replace(/\s+/g, ' '));
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts.join('\n');
}
