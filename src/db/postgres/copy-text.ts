import { cellBytes, type PackedColumn, type PackedRows, packedColumn } from '../packed-rows.ts';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;
/** the letter after the backslash that stands for a character below 16 */
const letters: readonly number[] = Array.from('         tn  r  ', letter => letter.charCodeAt(0));
const NULL_TEXT = '\\N';

/**
 * Rows as COPY reads them: one line a row, tabs between the cells, `\N` for null
 * (https://www.postgresql.org/docs/current/sql-copy.html, "Text Format").
 * @param last what stands in every row's last column
 */
export function copyText(rows: PackedRows, columns: readonly string[], last: number): Buffer {
  const cells = columns.map(name => packedColumn(rows, name) ?? sharedText(rows, name));
  const ending = Buffer.from(`${last}\n`);
  const text = Buffer.allocUnsafe(rows.count * mostBytes(cells, ending));
  let at = 0;
  for (let i = 0; i < rows.count; i++) {
    for (const cell of cells) {
      at = 'width' in cell ? writeCell(rows, cell, i, text, at) : at + cell.copy(text, at);
      text[at++] = TAB;
    }
    at += ending.copy(text, at);
  }
  return text.subarray(0, at);
}

/** Of a row: every byte may need a backslash, and a null takes two. */
function mostBytes(cells: readonly (PackedColumn | Buffer)[], ending: Buffer): number {
  const most = (cell: PackedColumn | Buffer) => ('width' in cell ? cell.width * 2 + 2 : cell.length);
  return cells.reduce((sum, cell) => sum + most(cell) + 1, ending.length);
}

/** What is the same in all rows is escaped once. */
function sharedText({ shared }: PackedRows, name: string): Buffer {
  const value = shared[name] ?? null;
  if (value === null) return Buffer.from(NULL_TEXT);
  const bytes = Buffer.from(String(value));
  const text = Buffer.alloc(bytes.length * 2);
  return text.subarray(0, writeEscaped(bytes, text, 0));
}

/** @returns where the next byte goes */
function writeCell(rows: PackedRows, column: PackedColumn, i: number, text: Buffer, at: number): number {
  const bytes = cellBytes(rows, column, i);
  return bytes === null ? at + text.write(NULL_TEXT, at, 'latin1') : writeEscaped(bytes, text, at);
}

/** By hand: cells are short, and the bytes that need a backslash are none of UTF-8's longer letters. */
function writeEscaped(bytes: Uint8Array, text: Buffer, start: number): number {
  let at = start;
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] ?? 0;
    if (code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN || code === BACKSLASH) {
      text[at++] = BACKSLASH;
      text[at++] = letters[code] ?? code;
    } else text[at++] = code;
  }
  return at;
}
