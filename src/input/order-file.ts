import type { ForeignFormat } from '../domain/input-problems.ts';
import { type Place, type ProblemArgs, problem } from '../domain/problem.ts';
import { firstLostLetters } from '../domain/text/read-text.ts';
import { OperatorError } from '../errors.ts';
import { bindingFile } from './binding-file.ts';
import { ByteStream } from './byte-stream.ts';
import { EncodedText } from './encoding/encoded-text.ts';
import { foreignFormat } from './foreign-format.ts';
import { readHeader } from './header.ts';
import { breaksIn } from './line-count.ts';
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
  odt: 'odt',
  ods: 'ods',
  zip: 'archive',
  gzip: 'archive',
  rar: 'archive',
  '7z': 'archive',
  image: 'image',
};

/**
 * The text of an order, in any encoding that tables may have. What is no text is known by its bytes.
 * @param encoding any usual name of one; null = find it
 * @param tableCommand reads the same file as a table
 * @throws OperatorError file-empty, letters-lost (whatever else the text says: nobody knows how many are gone), order-is-foreign, order-is-table, order-too-long; those of the source and of its encoding
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
    if (format === 'xlsx')
      throw new OperatorError(problem('order-is-table', { command: tableCommand }, place));
    if (format !== null)
      throw new OperatorError(problem('order-is-foreign', { format: FORMATS[format] ?? 'other' }, place));
    const text = await wholeText(await EncodedText.open(bytes, encoding), place).catch(damaged);
    if (!/[\p{L}\p{N}]/u.test(text)) throw new OperatorError(problem('file-empty', {}, place));
    if (isTable(text, place))
      throw new OperatorError(problem('order-is-table', { command: tableCommand }, place));
    const lost = firstLostLetters(text);
    if (lost !== null) {
      const line = breaksIn(text.slice(0, lost.index)) + 1;
      throw new OperatorError(
        problem('letters-lost', { value: lost.word }, { ...place, line, value: lost.word }),
      );
    }
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

/** A zero byte is told as one of a table would be: what to do about it is another matter. */
function damaged(error: unknown): never {
  const nul = error instanceof OperatorError ? error.problems.find(({ code }) => code === 'nul-byte') : null;
  if (!nul?.where) throw error;
  throw new OperatorError(problem('order-is-foreign', { format: 'damaged' }, nul.where));
}

/** Whether the first line is the header of `bind-streets --file`. */
function isTable(text: string, place: Place): boolean {
  const line = /^.*\p{L}.*$/mu.exec(text.slice(0, HEAD_BYTES))?.[0] ?? '';
  return DELIMITERS.some(delimiter => {
    const cells = line.split(delimiter).map(cell => cell.replace(/^\s*"|"\s*$/gu, '').trim());
    return cells.length > 1 && readHeader(cells, bindingFile.spec, {}, place).usable;
  });
}
