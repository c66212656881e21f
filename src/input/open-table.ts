import type { ForeignFormat, InputField } from '../domain/input-problems.ts';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { ByteStream } from './byte-stream.ts';
import { readDelimiter } from './delimiter.ts';
import { foreignFormat } from './foreign-format.ts';
import type { OpenedTable } from './opened-table.ts';
import type { TableOptions } from './table-options.ts';
import type { TableSpec } from './table-spec.ts';
import { openTextTable } from './text-table.ts';
import { holdsEncryptedWorkbook } from './xlsx/encrypted.ts';

/** Enough to tell formats apart: a workbook's first parts are named within it. */
const HEAD_BYTES = 64 * 1024;

/** All of them are ZIP archives: which one it is, their table of contents says for certain. */
const ZIPPED: ReadonlySet<ForeignFormat> = new Set(['xlsx', 'docx', 'ods', 'zip']);

/**
 * A file is what its bytes say, whatever its name ends in: a workbook, a text, or something that is no table.
 * Throws OperatorError: those of the source, delimiter-unknown, file-is-foreign, sheet-of-text, flag-of-text, and those of the text or the workbook.
 */
export async function openTable<F extends InputField>(
  bytes: ByteStream,
  spec: TableSpec<F>,
  options: TableOptions,
): Promise<OpenedTable> {
  const place = { file: bytes.name, line: null, record: null, column: null, value: null };
  const delimiter = options.delimiter === undefined ? null : readDelimiter(options.delimiter);
  if (options.delimiter !== undefined && delimiter === null)
    throw new OperatorError(problem('delimiter-unknown', { value: options.delimiter }, place));
  const format = foreignFormat(await bytes.peek(HEAD_BYTES));
  if (format !== null && ZIPPED.has(format)) {
    // Loaded only for a workbook: it brings readers of ZIP and XML along.
    const { openWorkbook } = await import('./xlsx/open-workbook.ts');
    const workbook = await openWorkbook(bytes, format, spec, options);
    for (const flag of ['encoding', 'delimiter'] as const)
      if (options[flag] !== undefined)
        throw new OperatorError(problem('flag-of-text', { flag: `--${flag}` }, place));
    return workbook;
  }
  if (format === 'xls' && (await holdsEncryptedWorkbook(bytes)))
    throw new OperatorError(problem('workbook-protected', {}, place));
  if (format !== null) throw new OperatorError(problem('file-is-foreign', { format }, place));
  if (options.sheet !== undefined)
    throw new OperatorError(problem('sheet-of-text', { sheet: options.sheet }, place));
  return openTextTable(bytes, spec, options, delimiter);
}
