import type { InputProblems } from '../../../domain/input-problems.ts';
import { enCount } from '../../plural.ts';
import { mapFlag } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';
import { fields } from '../fields.ts';

const SAVE_AS = 'Open it in Excel, choose “Save As”, then “CSV UTF-8 (Comma delimited)”, and give that file.';
const QUOTES = 'Put the whole cell in quotes and double every quote inside it: "12 ""A""".';

const formats: Readonly<Record<InputProblems['file-is-foreign']['format'], string>> = {
  xlsx: 'an Excel workbook (.xlsx)',
  xls: 'an old Excel or Word file (.xls, .doc)',
  ods: 'a LibreOffice table (.ods)',
  odt: 'a LibreOffice text document (.odt)',
  docx: 'a Word document (.docx)',
  pdf: 'a PDF document',
  rtf: 'an RTF document',
  html: 'a web page (HTML)',
  xml: 'an XML file',
  zip: 'a ZIP archive',
  gzip: 'a GZIP archive',
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
  sqlite: 'an SQLite database',
  image: 'an image',
};

const SAVE_SHEET =
  'Open it in LibreOffice or Excel, choose “Save As”, then “Excel 2007–365 (.xlsx)” or “Text CSV” with Unicode (UTF-8), and give that file.';
const TABLE_ITSELF = 'Give the table itself, saved as “CSV UTF-8 (Comma delimited)” or as an Excel workbook.';
const UNPACK = 'Unpack it and give the table inside.';

/** What to do with a file of each format. */
const cures: typeof formats = {
  xlsx: SAVE_AS,
  xls: SAVE_AS,
  ods: SAVE_SHEET,
  html: SAVE_AS,
  xml: SAVE_AS,
  odt: TABLE_ITSELF,
  docx: TABLE_ITSELF,
  pdf: TABLE_ITSELF,
  rtf: TABLE_ITSELF,
  image: TABLE_ITSELF,
  zip: UNPACK,
  gzip: UNPACK,
  rar: UNPACK,
  '7z': UNPACK,
  sqlite: 'Give the file with the table; a database is named with --db.',
};

/** By where the delimiter comes from: a workbook has none. */
const joined = {
  found: ' If the cells run together, add --delimiter.',
  given: ' If the cells run together, leave --delimiter out.',
  none: '',
} as const;

export const input: Texts<InputProblems> = {
  'file-missing': a => ({
    message: `There is no file “${a.path}”.`,
    fix: 'Check the path and the name of the file.',
  }),
  'file-is-directory': a => ({
    message: `“${a.path}” is a folder, not a file.`,
    fix: 'Name the file inside the folder.',
  }),
  'file-unreadable': a => ({
    message: `The file “${a.path}” cannot be read (${a.reason}).`,
    fix: 'Check that you may read the file and that no other program has locked it.',
  }),
  'file-changed': a => ({
    message: `The file “${a.path}” has changed since it was read.`,
    fix: 'Run the command again when nobody is changing the file.',
  }),
  'file-empty': () => ({
    message: 'The file is empty.',
    fix: 'Check that you gave the right file and that it was saved.',
  }),
  'file-no-rows': () => ({
    message: 'The file has a header but no rows.',
    fix: 'Add at least one row under the header.',
  }),
  'file-is-foreign': a => ({
    message: `The file is ${formats[a.format]}, not a CSV table.`,
    fix: cures[a.format],
  }),
  'nul-byte': () => ({
    message: 'This line has a zero byte: the file is damaged or is not a text.',
    fix: SAVE_AS,
  }),
  'delimiter-unknown': a => ({
    message: `“${a.value}” is not a delimiter of columns.`,
    fix: 'Write --delimiter ";", --delimiter "," or --delimiter tab.',
  }),
  'map-header-absent': a => ({
    message: `The file has no column “${a.header}” named in --map.`,
    fix: `Its columns are: ${a.headers.join(', ')}.`,
  }),
  'map-field-unknown': a => ({
    message: `${mapFlag(a.header, a.field)} names a field that this kind of file does not have.`,
    fix: `Its fields are: ${a.fields.join(', ')}; “-” leaves a column out.`,
  }),
  'header-unrecognised': a => ({
    message: `The first line is not a header of this kind of file: ${a.headers.join(', ')}.`,
    fix: `Write a header line with columns such as: ${a.expected.map(field => fields[field]).join(', ')}.${joined[a.delimiter ?? 'none']}`,
  }),
  'column-unknown': a => ({
    message: `The column “${a.header}” is unknown; it may mean “${fields[a.nearest]}”.`,
    fix: `Add ${mapFlag(a.header, a.nearest)}, or ${mapFlag(a.header, '-')} to leave it out.`,
  }),
  'column-ambiguous': a => ({
    message: `The column “${a.header}” may mean ${a.fields.map(field => quoted(fields[field])).join(' or ')}.`,
    fix: `Say which one: ${a.fields.map(field => mapFlag(a.header, field)).join(' or ')}; ${mapFlag(a.header, '-')} leaves it out.`,
  }),
  'column-missing': a => ({
    message: `The file has no column “${fields[a.field]}”.`,
    fix: `Add a column headed ${a.spellings.map(quoted).join(' or ')}, or name yours: ${(a.unused.length > 0
      ? a.unused
      : ['Header']
    )
      .map(header => mapFlag(header, a.field))
      .join(' or ')}.`,
  }),
  'column-duplicate': a => ({
    message: `Several columns mean “${fields[a.field]}”: ${a.headers.map(quoted).join(', ')}.`,
    fix: 'Keep one of them; leave a column out with --map "Header=-", or rename it in the file if both are headed alike.',
  }),
  'quote-unclosed': () => ({
    message: 'A quote opened in this row is never closed; all that follows is taken for one cell.',
    fix: `Close the quote or remove it. ${QUOTES}`,
  }),
  'quote-broken': () => ({
    message: 'The quotes of this cell do not match, so that it runs into what follows.',
    fix: QUOTES,
  }),
  'record-too-long': a => ({
    message: `This row is longer than ${a.limit} MB.`,
    fix: a.quoted
      ? 'Most likely a quote in this row is never closed: close it or remove it. If it is, divide the row into several.'
      : 'Divide the row into several.',
  }),
  'row-short': a => ({
    message: `The row has ${enCount(a.cells, 'cell', 'cells')}, the header has ${a.expected}.`,
    fix: 'Add what is missing; leave a cell blank between delimiters if there is nothing to write.',
  }),
  'row-long': a => ({
    message: `The row has ${enCount(a.cells, 'cell', 'cells')}, the header has ${a.expected}; “${a.extra}” belongs to no column.`,
    fix: 'Put a cell that contains the delimiter in quotes, or remove what is too much.',
  }),
  'cell-without-header': a => ({
    message: `Column ${a.position} has no header, but holds “${a.value}”.`,
    fix: 'Give the column a header or clear it.',
  }),
  'letters-lost': a => ({
    message: `Letters were lost in “${a.value}” when the file was saved.`,
    fix: 'Save the original again with the encoding UTF-8 (in Excel “CSV UTF-8”) and give that file.',
  }),
  'letters-of-another-encoding': a => ({
    message: `The letters “${a.letters}” in “${a.value}” stand where Kazakh letters would: the file was probably read in the wrong encoding.`,
    fix: a.certain
      ? 'Import the original file, not one saved anew, with --encoding kz-1048, or correct the letters.'
      : 'If it is not written so, import the original file with --encoding kz-1048, or correct the letters.',
  }),
  'control-characters': a => ({
    message: `The cell has control characters, which do not show on the screen: ${a.characters.join(', ')}.`,
    fix: 'Clear the cell and type its text again.',
  }),
  'text-too-long': a => ({
    message: `The text “${a.value}” has ${enCount(a.characters, 'character', 'characters')}; at most ${a.limit} are allowed here.`,
    fix: 'Shorten it, or check whether cells have run together.',
  }),
  'repair-refused': a => ({
    message: refusedRepairs[a.repair](a.from, a.to),
    fix: `Write “${a.to}”, or import without --no-repair.`,
  }),
  'cell-missing': a => ({ message: `“${fields[a.field]}” is not filled in.`, fix: 'Fill in the cell.' }),
  'org-contradicted': a => ({
    message: `The BIN ${a.bin} is not that of ${a.org}, which the row names.`,
    fix: 'Correct the BIN or the name, or leave one of them blank.',
  }),
  'org-kind-unknown': a => ({
    message: `“${a.value}” is not a kind of organization.`,
    fix: 'Write department or school.',
  }),
  'territory-unknown': a => ({
    message: `“${a.value}” does not say whether the school has a territory.`,
    fix: 'Write yes or none.',
  }),
  'kato-malformed': a => ({
    message: `“${a.value}” is not a KATO code.`,
    fix: 'Write the 9 digits of the code, without spaces.',
  }),
  'birth-date-mismatch': a => ({
    message: `The birth date is ${a.stated}, but the IIN ${a.iin} says ${a.from_iin}.`,
    fix: 'Compare both with the identity card.',
  }),
  'row-duplicate': a => ({
    message: `The same row is already on line ${a.first}; this one is left out.`,
    fix: null,
  }),
  'row-conflict': a => ({
    message: `The person with the IIN ${a.iin} is already on line ${a.first}, with other data.`,
    fix: 'Keep the row that is right.',
  }),
};

const refusedRepairs: Readonly<
  Record<InputProblems['repair-refused']['repair'], (from: string, to: string) => string>
> = {
  'look-alikes-replaced': (from, to) =>
    `In “${from}” letters that only look like those of “${to}” stand among Cyrillic ones.`,
  'blanks-removed': (_, to) =>
    `The cell with “${to}” has blanks or invisible characters that do not belong there.`,
  'apostrophe-removed': (_, to) => `An apostrophe stands before “${to}”.`,
};

function quoted(text: string): string {
  return `“${text}”`;
}
