import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import type { ByteStream } from './byte-stream.ts';
import { CsvRecords, MAX_RECORD_CHARACTERS, type RecordFault } from './csv-records.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import type { OnRecord, OpenedTable } from './opened-table.ts';
import type { TableForm } from './table-form.ts';
import type { TableOptions } from './table-options.ts';
import type { TableSpec } from './table-spec.ts';
import { utf8Chunks } from './utf8.ts';

/** The header must end within this many bytes for the delimiter to be found from it. */
const HEAD_BYTES = 64 * 1024;

/** Opens bytes as a text of records. Throws OperatorError for what is no text. */
export async function openTextTable<F extends InputField>(
  bytes: ByteStream,
  spec: TableSpec<F>,
  options: TableOptions,
  delimiter: Delimiter | null,
): Promise<OpenedTable> {
  const text = utf8Chunks(bytes);
  const head = await readHead(text);
  const found = delimiter ?? (await findDelimiter(head, spec, options.map ?? {}));
  const form: TableForm = {
    encoding: 'utf-8',
    bom: false,
    delimiter: found,
    sep: false,
    lineEnd: '\n',
    sheet: null,
  };
  return { form, records: onRecord => records(head, text, found, bytes.name, onRecord) };
}

async function* records(
  head: Buffer,
  text: AsyncGenerator<Buffer, void, void>,
  delimiter: Delimiter,
  file: string,
  onRecord: OnRecord,
): AsyncGenerator<void, Problem | null, void> {
  const csv = new CsvRecords(delimiter, onRecord);
  let fault = await csv.write(head);
  while (fault === null) {
    yield;
    const { value: chunk, done } = await text.next();
    if (done) break;
    fault = await csv.write(chunk);
  }
  fault ??= await csv.end();
  return fault && faultProblem(fault, { file, line: csv.line, record: null, column: null, value: null });
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
