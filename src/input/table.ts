import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { CsvRecords, MAX_RECORD_CHARACTERS, type RecordFault } from './csv-records.ts';
import { type Delimiter, findDelimiter, readDelimiter } from './delimiter.ts';
import type { HeaderMap } from './header.ts';
import type { Source } from './source.ts';
import { type Batch, TableReader } from './table-reader.ts';
import type { TableSpec } from './table-spec.ts';
import { utf8Chunks } from './utf8.ts';

/** What the command line may say about a table file. */
export interface TableOptions {
  readonly map?: HeaderMap;
  /** `;`, `,` or `tab`; found from the header when absent */
  readonly delimiter?: string;
}

/** The header must end within this many bytes for the delimiter to be found from it. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads a CSV table in batches, about one per piece of the source, so that memory does not grow with the file.
 * Rows of a wrong shape become problems and are not among the rows; reading goes on as far as the file allows.
 * Nothing that an operator can cause is thrown: every problem of the file comes in some batch.
 */
export async function* readTable<F extends InputField>(
  source: Source,
  spec: TableSpec<F>,
  options: TableOptions = {},
): AsyncGenerator<Batch<F>, void, void> {
  const delimiter = options.delimiter === undefined ? 'find' : readDelimiter(options.delimiter);
  if (delimiter === null) {
    const wrong = problem('delimiter-unknown', { value: options.delimiter ?? '' }, fileItself(source.name));
    yield { rows: [], problems: [wrong], info: null };
    return;
  }
  const text = utf8Chunks(source);
  let reader: TableReader<F> | null = null;
  try {
    const head = await readHead(text);
    const map = options.map ?? {};
    const found: Delimiter = delimiter === 'find' ? await findDelimiter(head, spec, map) : delimiter;
    reader = new TableReader(source.name, spec, map, found);
    yield* batches(head, text, reader, found, source.name);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const rest = reader?.take() ?? { rows: [], problems: [], info: null };
    yield { ...rest, problems: [...rest.problems, ...error.problems] };
  } finally {
    await text.return();
  }
}

async function* batches<F extends InputField>(
  head: Buffer,
  text: AsyncGenerator<Buffer, void, void>,
  reader: TableReader<F>,
  delimiter: Delimiter,
  file: string,
): AsyncGenerator<Batch<F>, void, void> {
  const records = new CsvRecords(delimiter, (cells, line) => reader.accept(cells, line));
  let fault = await records.write(head);
  while (fault === null && reader.usable) {
    const { value: chunk, done } = await text.next();
    yield reader.take();
    if (done) break;
    fault = await records.write(chunk);
  }
  if (fault === null && reader.usable) fault = await records.end();
  reader.finish(fault && faultProblem(fault, { ...fileItself(file), line: records.line }));
  yield reader.take();
}

/** The beginning of the text, whole when the text is shorter. */
async function readHead(text: AsyncGenerator<Buffer, void, void>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { value, done } = await text.next();
    if (done) break;
    pieces.push(value);
    size += value.length;
  }
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

function faultProblem(fault: RecordFault, place: Place): Problem {
  return fault === 'quote-unclosed'
    ? problem('quote-unclosed', {}, place)
    : problem('record-too-long', { limit: MAX_RECORD_CHARACTERS }, place);
}

function fileItself(file: string): Place {
  return { file, line: null, record: null, column: null, value: null };
}
