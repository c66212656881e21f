import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { ByteStream } from './byte-stream.ts';
import { CsvRecords, LONGEST_RECORD_MB, type RecordFault } from './csv-records.ts';
import { type Delimiter, findDelimiter, readDelimiter } from './delimiter.ts';
import { EncodedText } from './encoding/encoded-text.ts';
import type { OpenedTable } from './opened-table.ts';
import type { TableForm } from './table-form.ts';
import type { TableOptions } from './table-options.ts';
import type { TableSpec } from './table-spec.ts';
import { lineEndOf, type SepLine, sepLineOf } from './text-layout.ts';

/** The header must end within this many bytes for the delimiter to be found from it. */
const HEAD_BYTES = 64 * 1024;

/** A text whose columns are told apart: `--delimiter` wins over a `sep=` line, which wins over what is found. */
export async function openTextTable<F extends InputField>(
  bytes: ByteStream,
  spec: TableSpec<F>,
  options: TableOptions,
  declared: Delimiter | null,
): Promise<OpenedTable> {
  const text = await EncodedText.open(bytes, options.encoding ?? null);
  const chunks = text.chunks();
  const whole = await readHead(chunks);
  const sep = sepLineOf(whole);
  const head = whole.subarray(sep?.length ?? 0);
  const delimiter =
    declared ?? (sep ? sepDelimiter(sep, bytes.name) : await findDelimiter(head, spec, options.map ?? {}));
  let form: TableForm = {
    encoding: text.encoding,
    bom: text.bom,
    delimiter,
    sep: sep !== null,
    lineEnd: lineEndOf(whole),
    sheet: null,
  };
  return {
    get form() {
      if (form.encoding !== text.encoding) form = { ...form, encoding: text.encoding };
      return form;
    },
    records(onRecord) {
      const csv = new CsvRecords(delimiter, onRecord, sep ? 2 : 1);
      return records(csv, head, chunks, bytes.name);
    },
  };
}

async function* records(
  csv: CsvRecords,
  head: Buffer,
  text: AsyncGenerator<Buffer, void, void>,
  file: string,
): AsyncGenerator<void, Problem | null, void> {
  let fault = await csv.write(head);
  while (fault === null) {
    yield;
    const { value: chunk, done } = await text.next();
    if (done) break;
    fault = await csv.write(chunk);
  }
  fault ??= await csv.end();
  return fault && faultProblem(fault, { ...fileItself(file), line: csv.line });
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

function sepDelimiter({ delimiter: value }: SepLine, file: string): Delimiter {
  const delimiter = readDelimiter(value);
  const place = { ...fileItself(file), line: 1 };
  if (delimiter === null) throw new OperatorError(problem('delimiter-unknown', { value }, place));
  return delimiter;
}

function faultProblem(fault: RecordFault, place: Place): Problem {
  if (fault === 'quote-unclosed') return problem('quote-unclosed', {}, place);
  const args = { limit: LONGEST_RECORD_MB, quoted: fault === 'quote-too-long' };
  return problem('record-too-long', args, place);
}

function fileItself(file: string): Place {
  return { file, line: null, record: null, column: null, value: null };
}
