import type { Row } from './tables.ts';

/** What a column may hold; flags are 0/1, dates ISO texts. */
export type Cell = string | number | null;

/** Fills a cell up to the width of its column; no text in UTF-8 holds such a byte. */
export const FILL = 0xff;
/** The first byte of a cell that is null; no text in UTF-8 holds such a byte. */
export const NULL = 0xfe;

/**
 * Many rows of one kind as one piece of bytes: every row is as wide as the others, every cell as wide as its column.
 * A bulk costs by the value that passes between JavaScript and the database, and by the object that crosses threads:
 * here that is one, where rows of eight cells would be eight for each row.
 */
export interface PackedRows {
  readonly count: number;
  /** bytes of a row */
  readonly stride: number;
  /** `count × stride` bytes; a buffer of their own, so that another thread can be given them */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** the columns of text whose cells differ from row to row */
  readonly columns: readonly PackedColumn[];
  /** the columns that are the same in all rows */
  readonly shared: Readonly<Record<string, Cell>>;
}

/** Where the cells of a column stand in each row. */
export interface PackedColumn {
  readonly name: string;
  /** from the start of the row, in bytes */
  readonly at: number;
  /** in bytes; zero where every cell is an empty text */
  readonly width: number;
  /** whether a cell of it may be null */
  readonly nullable: boolean;
}

/** The column of this name, null where it is not packed. */
export function packedColumn({ columns }: PackedRows, name: string): PackedColumn | null {
  return columns.find(column => column.name === name) ?? null;
}

/** The bytes of a cell without what fills it up; null for null. A view: nothing is copied. */
export function cellBytes(
  { bytes, stride }: PackedRows,
  { at, width }: PackedColumn,
  i: number,
): Uint8Array | null {
  const start = i * stride + at;
  if (width > 0 && bytes[start] === NULL) return null;
  let end = start + width;
  while (end > start && bytes[end - 1] === FILL) end--;
  return bytes.subarray(start, end);
}

/** The cell of one column in row `i`. */
export function cellAt(rows: PackedRows, name: string, i: number): Cell {
  return cellsOf(rows, name)(i);
}

/** The same for many rows: the column is looked for once. */
export function cellsOf(rows: PackedRows, name: string): (i: number) => Cell {
  const column = packedColumn(rows, name);
  if (column === null) {
    const value = rows.shared[name] ?? null;
    return () => value;
  }
  return i => {
    const found = cellBytes(rows, column, i);
    return found && Buffer.from(found.buffer, found.byteOffset, found.byteLength).toString('utf8');
  };
}

/** Row `i` as an object with these columns. */
export function rowAt(rows: PackedRows, names: readonly string[], i: number): Row {
  return Object.fromEntries(names.map(name => [name, cellAt(rows, name, i)])) as unknown as Row;
}
