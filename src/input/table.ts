import type { InputField } from '../domain/input-problems.ts';
import type { Problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { ByteStream } from './byte-stream.ts';
import { openTable } from './open-table.ts';
import type { OpenedTable } from './opened-table.ts';
import type { Source } from './source.ts';
import type { TableOptions } from './table-options.ts';
import { type Batch, TableReader } from './table-reader.ts';
import type { TableSpec } from './table-spec.ts';

export type { TableOptions };

/**
 * Reads a table in batches, about one per piece of the source, so that memory does not grow with the file.
 * Rows of a wrong shape become problems and are not among the rows; reading goes on as far as the file allows.
 * Nothing that an operator can cause is thrown: every problem of the file comes in some batch.
 */
export async function* readTable<F extends InputField>(
  source: Source,
  spec: TableSpec<F>,
  options: TableOptions = {},
): AsyncGenerator<Batch<F>, void, void> {
  const bytes = new ByteStream(source);
  let reader: TableReader<F> | null = null;
  try {
    const table = await openTable(bytes, spec, options);
    reader = new TableReader(source.name, spec, options, table);
    yield* batches(table, reader);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const rest = reader?.take() ?? { rows: [], problems: [], info: null };
    yield { ...rest, problems: [...rest.problems, ...error.problems] };
  } finally {
    await bytes.close();
  }
}

async function* batches<F extends InputField>(
  table: OpenedTable,
  reader: TableReader<F>,
): AsyncGenerator<Batch<F>, void, void> {
  const records = table.records((cells, line, faults) => reader.accept(cells, line, faults));
  let fault: Problem | null = null;
  while (reader.usable) {
    const { value, done } = await records.next();
    if (done) {
      fault = value;
      break;
    }
    yield reader.take();
  }
  await records.return(null);
  reader.finish(fault);
  yield reader.take();
}
