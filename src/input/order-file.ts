import type { ForeignFormat } from '../domain/input-problems.ts';
import { type Place, type ProblemArgs, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { bindingFile } from './binding-file.ts';
import { ByteStream } from './byte-stream.ts';
import { EncodedText } from './encoding/encoded-text.ts';
import { foreignFormat } from './foreign-format.ts';
import { readHeader } from './header.ts';
import type { Source } from './source.ts';

/** Orders have some hundred kilobytes; what is much longer was given by mistake. */
const LONGEST_MB = 16;
const HEAD_BYTES = 64 * 1024;
const DELIMITERS = [';', ',', '\t'] as const;

const FORMATS: Partial<Record<ForeignFormat, ProblemArgs['order-is-foreign']['format']>> = {
  docx: 'word',
  xls: 'old-office',
  pdf: 'pdf',
  rtf: 'rtf',
  html: 'html',
};
const WORKBOOKS: ReadonlySet<ForeignFormat> = new Set(['xlsx', 'ods']);

/**
 * The text of an order, in any encoding that tables may have. What is no text is known by its bytes.
 * @param encoding any usual name of one; null = find it
 * @param tableCommand reads the same file as a table
 * @throws OperatorError file-empty, order-is-foreign, order-is-table, order-too-long; those of the source and of its encoding
 */
export async function readOrderFile(
  source: Source,
  encoding: string | null,
  tableCommand: string,
): Promise<string> {
  const place: Place = { file: source.name, line: null, record: null, column: null, value: null };
  const bytes = new ByteStream(source);
  try {
    const head = await bytes.peek(HEAD_BYTES);
    const format = foreignFormat(head);
    if (format !== null && WORKBOOKS.has(format))
      throw new OperatorError(problem('order-is-table', { command: tableCommand }, place));
    if (format !== null)
      throw new OperatorError(problem('order-is-foreign', { format: FORMATS[format] ?? 'other' }, place));
    const text = await wholeText(await EncodedText.open(bytes, encoding), place);
    if (!/[\p{L}\p{N}]/u.test(text)) throw new OperatorError(problem('file-empty', {}, place));
    if (isTable(text, place))
      throw new OperatorError(problem('order-is-table', { command: tableCommand }, place));
    return text;
  } finally {
    await bytes.close();
  }
}

async function wholeText(text: EncodedText, place: Place): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of text.chunks()) {
    size += piece.length;
    if (size > LONGEST_MB * 1024 * 1024)
      throw new OperatorError(problem('order-too-long', { limit: LONGEST_MB }, place));
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** Whether the first line is the header of `bind-streets --file`. */
function isTable(text: string, place: Place): boolean {
  const line = /[^\r\n]*\p{L}[^\r\n]*/u.exec(text.slice(0, HEAD_BYTES))?.[0] ?? '';
  return DELIMITERS.some(delimiter => {
    const cells = line.split(delimiter).map(cell => cell.replace(/^\s*"|"\s*$/gu, '').trim());
    return cells.length > 1 && readHeader(cells, bindingFile.spec, {}, place).usable;
  });
}
