import type { RepairCode } from './text/repair.ts';

/** The columns that table files may have: names as in `--map "Header=field"`, never translated. */
export const INPUT_FIELDS = [
  'address',
  'aliases',
  'bin',
  'birth_date',
  'block',
  'class_size',
  'classes',
  'code',
  'department',
  'email',
  'free_choice',
  'full_name',
  'given_name',
  'hired_on',
  'house',
  'houses',
  'iin',
  'intake',
  'kato',
  'kind',
  'name_kk',
  'name_ru',
  'org',
  'org_bin',
  'patronymic',
  'phone',
  'position',
  'role',
  'school',
  'settlement',
  'share',
  'shared_houses',
  'street',
  'surname',
  'territory',
  'total_places',
] as const;
export type InputField = (typeof INPUT_FIELDS)[number];

/** Formats that are known by their first bytes and are not a CSV table. */
export type ForeignFormat =
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'odt'
  | 'docx'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'zip'
  | 'gzip'
  | 'rar'
  | '7z'
  | 'sqlite'
  | 'image';

/** What can be wrong with a table file, its header, its records and its rows: code → arguments. */
export interface InputProblems {
  // The file
  'file-missing': { path: string };
  'file-is-directory': { path: string };
  'file-unreadable': { path: string; reason: string };
  /** while it was read, or between two readings */
  'file-changed': { path: string };
  'file-empty': Record<never, never>;
  'file-no-rows': Record<never, never>;
  'file-is-foreign': { format: ForeignFormat };
  'nul-byte': Record<never, never>;
  // What the command line said about the file
  'delimiter-unknown': { value: string };
  'map-header-absent': { header: string; headers: readonly string[] };
  'map-field-unknown': { header: string; field: string; fields: readonly InputField[] };
  // The header
  /** `delimiter`: `found` from the text, so that it may be wrong; `given` on the command line; null in a workbook */
  'header-unrecognised': {
    headers: readonly string[];
    expected: readonly InputField[];
    delimiter: 'found' | 'given' | null;
  };
  /** a header near a field that has no column */
  'column-unknown': { header: string; nearest: InputField };
  /** one header whose parts name several fields */
  'column-ambiguous': { header: string; fields: readonly InputField[] };
  /** `unused`: headers of the file that are like no field; one of them may be meant */
  'column-missing': { field: InputField; spellings: readonly string[]; unused: readonly string[] };
  'column-duplicate': { field: InputField; headers: readonly string[] };
  // The records
  'quote-unclosed': Record<never, never>;
  'quote-broken': Record<never, never>;
  /** `limit` in megabytes; `quoted`: the limit was met inside a quoted cell */
  'record-too-long': { limit: number; quoted: boolean };
  'row-short': { cells: number; expected: number };
  'row-long': { cells: number; expected: number; extra: string };
  /** `position` of the column, from 1 */
  'cell-without-header': { position: number; value: string };
  // The rows
  'cell-missing': { field: InputField };
  'letters-lost': { value: string };
  /** `certain` when no language writes the word so */
  'letters-of-another-encoding': { value: string; letters: string; certain: boolean };
  /** `characters` as `U+001B`; the value itself would reach the terminal */
  'control-characters': { characters: readonly string[] };
  /** `value` is only its beginning */
  'text-too-long': { value: string; characters: number; limit: number };
  /** what `--no-repair` does not let pass; lost zeros have codes of their own */
  'repair-refused': { repair: Exclude<RepairCode, 'zeros-restored'>; from: string; to: string };
  /** `org`: the code of the organisation that the row names beside the BIN of another */
  'org-contradicted': { org: string; bin: string };
  'org-kind-unknown': { value: string };
  'territory-unknown': { value: string };
  'kato-malformed': { value: string };
  'birth-date-mismatch': { stated: string; iin: string; from_iin: string };
  'row-duplicate': { first: number };
  'row-conflict': { iin: string; first: number };
}
