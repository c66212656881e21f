import type { ForeignFormat, InputField } from '../../domain/input-problems.ts';
import { type Place, problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { ByteStream } from '../byte-stream.ts';
import { HEADER_WITHIN, headerJudge } from '../header-search.ts';
import type { OnRecord, OpenedTable } from '../opened-table.ts';
import { workbookForm } from '../table-form.ts';
import type { TableOptions } from '../table-options.ts';
import type { TableSpec } from '../table-spec.ts';
import { Archive, MAX_SHEET_BYTES } from './archive.ts';
import type { CellContext } from './cell.ts';
import { clearSheet, namedSheet, type SheetLook } from './choose-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetRecords } from './sheet-records.ts';
import { readNumberFormats } from './styles.ts';
import { wholeFile } from './whole-file.ts';
import { findWorkbook, readWorkbook, type Sheet } from './workbook.ts';
import { xmlPart } from './xml-part.ts';

/**
 * Opens a ZIP archive as a workbook and chooses the sheet to read: `options.sheet`, or the one that can only be meant.
 * @param likely what the beginning of the file looks like
 * Throws OperatorError: file-is-foreign, workbook-damaged, workbook-protected, workbook-binary, workbook-too-large,
 * sheet-unknown, sheet-not-clear.
 */
export async function openWorkbook<F extends InputField>(
  bytes: ByteStream,
  likely: ForeignFormat,
  spec: TableSpec<F>,
  options: TableOptions,
): Promise<OpenedTable> {
  const place: Place = { file: bytes.name, line: null, record: null, column: null, value: null };
  const archive = await openArchive(await wholeFile(bytes, place), likely, place);
  const main = await findWorkbook(archive);
  if (main === null || !isWorkbook(main))
    throw new OperatorError(problem('file-is-foreign', { format: formatOf(archive) }, place));
  if (main.toLowerCase().endsWith('.bin')) throw new OperatorError(problem('workbook-binary', {}, place));
  const { sheets, date1904, stringsPath, stylesPath } = await readWorkbook(archive, main);
  const context: CellContext = {
    strings: await readSharedStrings(archive, stringsPath),
    formats: await readNumberFormats(archive, stylesPath),
    date1904,
  };
  const judge = headerJudge(spec, options.map ?? {});
  const lookAt = async (sheet: Sheet): Promise<SheetLook> => {
    const head = await headOf(archive, sheet, context);
    if (head.length === 0) return 'empty';
    const verdicts = head.map(judge);
    if (verdicts.some(({ complete }) => complete)) return 'fitting';
    return verdicts.some(({ likely }) => likely) ? 'partial' : 'data';
  };
  const chosen =
    options.sheet === undefined
      ? await clearSheet(sheets, lookAt, place)
      : namedSheet(sheets, options.sheet, place);
  if (!chosen.ok) throw new OperatorError(chosen.problem);
  const { value: sheet } = chosen;
  return {
    form: { ...workbookForm, sheet: sheet.name },
    records: onRecord => records(archive, sheet, context, onRecord),
  };
}

async function* records(
  archive: Archive,
  sheet: Sheet,
  context: CellContext,
  onRecord: OnRecord,
): AsyncGenerator<void, null, void> {
  yield* xmlPart(archive, sheet.path, new SheetRecords(context, onRecord), MAX_SHEET_BYTES);
  return null;
}

/** The first rows that hold something. */
async function headOf(archive: Archive, sheet: Sheet, context: CellContext): Promise<readonly string[][]> {
  const head: string[][] = [];
  for await (const _ of records(archive, sheet, context, cells => head.push(cells)))
    if (head.length >= HEADER_WITHIN) break;
  return head.slice(0, HEADER_WITHIN);
}

async function openArchive(bytes: Buffer, likely: ForeignFormat, place: Place): Promise<Archive> {
  try {
    return await Archive.open(bytes, place);
  } catch (error) {
    if (likely === 'xlsx') throw error;
    throw new OperatorError(problem('file-is-foreign', { format: likely }, place), { cause: error });
  }
}

/** The main part of a text document lies in `word/`, of a presentation in `ppt/`. */
function isWorkbook(main: string): boolean {
  return !/^(?:word|ppt|visio)\//i.test(main);
}

function formatOf(archive: Archive): ForeignFormat {
  if (archive.hasFolder('word/')) return 'docx';
  return archive.has('mimetype') && archive.has('content.xml') ? 'ods' : 'zip';
}
