import type { Problem } from '../domain/problem.ts';
import { REJECT_COLUMNS } from '../domain/reject-columns.ts';
import { unprotectCell } from '../domain/spreadsheet-cell.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { textOf } from './problem-json.ts';

/** Rejected rows: the line where each starts → all its problems. */
export type RejectedRows = ReadonlyMap<number, readonly Problem[]>;

/** The rows with an error that is theirs; a fault of the whole file rejects no single row. */
export function rejectedRows(problems: readonly Problem[]): RejectedRows {
  const rows = new Map<number, Problem[]>();
  const rowOf = ({ where }: Problem) => (where && where.record !== null ? where.line : null);
  for (const one of problems) {
    const line = one.severity === 'error' ? rowOf(one) : null;
    if (line !== null && !rows.has(line)) rows.set(line, []);
  }
  for (const one of problems) {
    const line = rowOf(one);
    if (line !== null) rows.get(line)?.push(one);
  }
  return rows;
}

/** Which cells of a record go into the rejects file, and in which form they stand in the input. */
export interface RejectColumns {
  /** places of the columns that are kept, from 0 */
  readonly kept: readonly number[];
  /** the input is a rejects file itself: what we have protected must not be protected twice */
  readonly ours: boolean;
}

/**
 * The columns of the input's header, and nameless ones as far as a rejected row has cells in them; those that an
 * earlier rejects file has added are replaced and not doubled.
 */
export function rejectColumns(header: readonly string[], rows: RejectedRows): RejectColumns {
  const names: readonly string[] = REJECT_COLUMNS;
  const trimmed = header.map(cell => cell.trim());
  let width = trimmed.findLastIndex(cell => cell !== '') + 1;
  for (const problems of rows.values())
    for (const one of problems) if (one.code === 'row-long') width = Math.max(width, one.args.cells);
  const kept = Array.from({ length: width }, (_, i) => i).filter(i => !names.includes(trimmed[i] ?? ''));
  return { kept, ours: trimmed.includes(REJECT_COLUMNS[0]) };
}

/** The header of the rejects file. */
export function rejectHeader(header: readonly string[], { kept }: RejectColumns): string[] {
  return [...kept.map(i => header[i] ?? ''), ...REJECT_COLUMNS];
}

/** Words for the three added cells. */
export interface RejectWords {
  /** the person's language first, then what to fall back to */
  readonly catalogues: readonly Catalogue[];
  /** whether the file's encoding has all letters of a text */
  readonly sayable: (text: string) => boolean;
}

/** A rejected row with its codes, sentences and fixes; the cells are those of the input. */
export function rejectRow(
  cells: readonly string[],
  problems: readonly Problem[],
  { kept, ours }: RejectColumns,
  words: RejectWords,
): string[] {
  const data = kept.map(i => (ours ? unprotectCell(cells[i] ?? '') : (cells[i] ?? '')));
  const codes = [...new Set(problems.map(one => one.code))].join(' ');
  const messages = said(words, catalogue => problems.map(one => textOf(one, catalogue).message));
  const fixes = said(words, catalogue => problems.flatMap(one => textOf(one, catalogue).fix ?? []));
  return [...data, codes, messages, fixes];
}

/**
 * Sentences in the first language whose letters the encoding has. Even English quotes names: letters that it still
 * lacks then give way to their code points, so that none is lost as `?`.
 */
function said(
  { catalogues, sayable }: RejectWords,
  write: (catalogue: Catalogue) => readonly string[],
): string {
  let text = '';
  for (const catalogue of catalogues) {
    text = [...new Set(write(catalogue))].join(' | ');
    if (sayable(text)) return text;
  }
  return Array.from(text, letter =>
    sayable(letter) ? letter : (nearestLetter(letter) ?? codePoint(letter)),
  ).join('');
}

/** The letters that people write for Kazakh ones where there are none (domain.md, "Street names"). */
const FOLDED: Readonly<Record<string, string>> = {
  ә: 'а',
  і: 'и',
  ң: 'н',
  ғ: 'г',
  ұ: 'у',
  ү: 'у',
  қ: 'к',
  ө: 'о',
  һ: 'х',
};

function nearestLetter(letter: string): string | null {
  const small = letter.toLowerCase();
  const folded = FOLDED[small];
  if (folded === undefined) return null;
  return small === letter ? folded : folded.toUpperCase();
}

/** `[U+04B1]` */
function codePoint(letter: string): string {
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
