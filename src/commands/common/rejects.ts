import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../../context.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { type Encoder, encoderFor } from '../../input/encoding/encoder.ts';
import type { Catalogue, Language } from '../../locales/catalogue.ts';
import { loadCatalogue } from '../../locales/load-language.ts';
import { formatCsvRow } from '../../output/csv.ts';
import {
  type RejectedRows,
  type RejectWords,
  rejectColumns,
  rejectedRows,
  rejectHeader,
  rejectRow,
} from '../../output/reject-rows.ts';
import type { ChangeInput, InputInfo } from './change-input.ts';
import { replaceFile } from './replace-file.ts';
import { outputPath, unwritable } from './write-document.ts';

/** Personal data: for its owner alone. */
const MODE = 0o600;

/**
 * Checks the file of `--rejects` before anything is changed: afterwards it would be too late to learn that it cannot
 * be written. Gives its path.
 * @throws OperatorError flag-needs without an input file, flag-invalid for `-`, output-in-use, output-unwritable
 */
export function checkRejectsFile(context: Context, file: string, input: ChangeInput | null): string {
  if (input === null) throw new OperatorError(problem('flag-needs', { flag: '--rejects', needs: 'FILE' }));
  if (file === '-')
    throw new OperatorError(
      problem('flag-invalid', { flag: '--rejects', value: file, allowed: 'rejects.csv' }),
    );
  const path = outputPath(context, file);
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw new Error('EISDIR');
    if (found) accessSync(path, constants.W_OK);
    if (!found || found.isFile()) accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw unwritable(file, error);
  }
  return path;
}

/** A rejects file to be written: as people call it, and where it is. */
export interface RejectsTarget {
  readonly file: string;
  readonly path: string;
}

/**
 * Writes the rejected rows of the input as they stand there, in its encoding, with its delimiter, line ends and
 * header, and what is wrong with each; a workbook's rows as the CSV that Excel opens. Without a rejected row there is
 * no file, and one of an earlier run stays. Says what it did.
 * @throws OperatorError output-unwritable, and those of reading the input once more
 */
export async function writeRejects(
  context: Context,
  { file, path }: RejectsTarget,
  input: ChangeInput,
  problems: readonly Problem[],
): Promise<void> {
  const { reports } = context.catalogue;
  const rows = rejectedRows(problems);
  const info = input.info();
  if (rows.size === 0 || info === null) {
    // Whoever looks for the file finds it: without a word it would pass for that of this run.
    const older = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    context.say(`${reports.noRejects(file, older)}\n`);
    return;
  }
  const pieces = await rejectsPieces(context.catalogue, input, problems);
  try {
    await replaceFile(path, pieces, MODE);
  } catch (error) {
    // What the system does not answer is no fault of the file.
    throw error instanceof Error && 'syscall' in error ? unwritable(file, error) : error;
  }
  context.say(
    `${reports.rejectsWritten(file, rows.size)}${info.sheet === null ? '' : ` ${reports.rejectsAsCsv}`}\n`,
  );
}

/**
 * The bytes of a rejects file, read from the input piece by piece.
 * @throws OperatorError from the pieces: file-changed, and those of reading the input
 */
export async function rejectsPieces(
  catalogue: Catalogue,
  input: ChangeInput,
  problems: readonly Problem[],
): Promise<AsyncGenerator<Buffer, void, void>> {
  const info = input.info();
  if (info === null) throw new Error('an input that has not been read has no rejected rows');
  const encoder = await encoderFor(info.encoding);
  const words = {
    catalogues: await fallbacks(catalogue),
    sayable: (text: string) => encoder.encode(text).ok,
  };
  return encoded(rejectsText(input, info, rejectedRows(problems), words), encoder, info);
}

/** The person's language, then Russian, whose letters every encoding here has, then English. */
async function fallbacks(first: Catalogue): Promise<Catalogue[]> {
  const others = (['ru', 'en'] as const satisfies readonly Language[]).filter(one => one !== first.language);
  const loaded = await Promise.all(others.map(loadCatalogue));
  return [first, ...loaded.map(other => ({ ...other, pasting: first.pasting }))];
}

async function* rejectsText(
  input: ChangeInput,
  info: InputInfo,
  rows: RejectedRows,
  words: RejectWords,
): AsyncGenerator<string, void, void> {
  const { delimiter, lineEnd } = info;
  const shape = { delimiter, lineEnd };
  if (info.sep) yield `sep=${delimiter}${lineEnd}`;
  let columns: ReturnType<typeof rejectColumns> | null = null;
  let missing = rows.size;
  for await (const { header, records } of input.rawRecords(new Set(rows.keys()))) {
    if (header === null) continue;
    missing -= records.length;
    let text = '';
    if (columns === null) {
      columns = rejectColumns(header, rows);
      text = formatCsvRow(rejectHeader(header, columns), shape);
    }
    for (const { line, cells } of records)
      text += formatCsvRow(rejectRow(cells, rows.get(line) ?? [], columns, words), shape);
    yield text;
  }
  // Half of the rejected rows would pass for all of them.
  if (missing !== 0)
    throw new OperatorError(problem('file-changed', { path: input.facts()[0]?.name ?? '-' }));
}

async function* encoded(
  pieces: AsyncIterable<string>,
  encoder: Encoder,
  { bom }: InputInfo,
): AsyncGenerator<Buffer, void, void> {
  if (bom) yield encoder.mark;
  for await (const piece of pieces) {
    const encoded = encoder.encode(piece.toWellFormed());
    // The cells came from this encoding, and the words were chosen for it.
    if (!encoded.ok) throw new Error(`letters that the file cannot hold: ${encoded.lacking.join(' ')}`);
    yield encoded.bytes;
  }
}
