import { type Cell, FILL, NULL, type PackedColumn, type PackedRows } from '../db/packed-rows.ts';
import { columnsOf, type RowKind } from '../db/tables.ts';
import { cellText } from './row-change.ts';
import type { RowContents } from './row-contents.ts';

const COLON = 0x3a;
const HYPHEN = 0x2d;
const ZERO = 0x30;
/** A UTF-16 unit takes three bytes at most; its count, ten digits at most, and a colon come before a text. */
const MOST_BYTES_A_UNIT = 3;
const MOST_BYTES_BEFORE = 11;
/** Columns are as wide as a multiple of this. */
const WIDTH_STEP = 8;
/** Room for some hundred employees; more is made where it is needed. */
const FIRST_ROOM = 64 * 1024;
const FIRST_CELLS = 4096;

/**
 * Gathers rows that are added and hands them over in two layouts. What is gathered is what the digest of each row is
 * made of (`rowDigest` of an addition), byte by byte: `contents` gives that to whoever digests. `pack` copies the cells
 * out of it into a grid for the database (`db/packed-rows.ts`). So a text is turned into bytes once, and no text outlives
 * its row.
 */
export class RowPacker {
  /** the varying columns, in the order of storage */
  readonly #columns: readonly string[];
  readonly #constant: Readonly<Record<string, Cell>>;
  /** what stands before each varying column in the digest, and what after the last */
  readonly #before: readonly Uint8Array[];
  readonly #after: Uint8Array;
  #bytes = Buffer.allocUnsafe(FIRST_ROOM);
  #at = 0;
  /** where each row begins, and the end of the last */
  #rows: number[] = [0];
  /** where each cell begins and ends, two numbers a cell; a null has minus one for both */
  #cells = new Int32Array(FIRST_CELLS * 2);
  readonly #constantBytes: number;

  /**
   * @param varying the columns whose cells will come, in the order of storage
   * @param constant the other columns, the same in all rows that will ever come
   * @throws TypeError where the two are not the columns of the kind
   */
  constructor(kind: RowKind, varying: readonly string[], constant: Readonly<Record<string, Cell>> = {}) {
    this.#constant = constant;
    const columns: string[] = [];
    const before: Uint8Array[] = [];
    let text = `add ${kind}||`;
    for (const column of columnsOf(kind)) {
      const value = constant[column];
      if (value !== undefined) text += cellText(value);
      else {
        columns.push(column);
        before.push(Buffer.from(text));
        text = '';
      }
    }
    if (columns.join() !== varying.join())
      throw new TypeError(`the columns of ${kind} that vary are ${columns.join(', ')}`);
    this.#columns = columns;
    this.#before = before;
    this.#after = Buffer.from(text);
    this.#constantBytes = before.reduce((sum, { length }) => sum + length, this.#after.length);
  }

  get count(): number {
    return this.#rows.length - 1;
  }

  /**
   * @param cells texts or nulls, one for each of the columns that vary, in that order
   * @throws RangeError for another number of cells
   */
  add(cells: readonly (string | null)[]): void {
    if (cells.length !== this.#columns.length)
      throw new RangeError(`${cells.length} cells for the columns ${this.#columns.join(', ')}`);
    let most = this.#constantBytes;
    for (const cell of cells)
      most += MOST_BYTES_BEFORE + (cell === null ? 0 : cell.length * MOST_BYTES_A_UNIT);
    this.#makeRoom(most, cells.length * 2);
    const [bytes, places, before] = [this.#bytes, this.#cells, this.#before];
    let at = this.#at;
    let place = this.count * cells.length * 2;
    for (let k = 0; k < cells.length; k++) {
      const ahead = before[k] ?? this.#after;
      for (let i = 0; i < ahead.length; i++) bytes[at++] = ahead[i] ?? 0;
      const value = cells[k] ?? null;
      if (value === null) {
        bytes[at++] = HYPHEN;
        places[place++] = -1;
        places[place++] = -1;
      } else {
        at = writeNumber(value.length, bytes, at);
        bytes[at++] = COLON;
        places[place++] = at;
        at = writeText(value, bytes, at);
        places[place++] = at;
      }
    }
    bytes.set(this.#after, at);
    this.#at = at + this.#after.length;
    this.#rows.push(this.#at);
  }

  /** What the digests of some rows are made of. A buffer of its own, so that another thread can be given it. */
  contents(order: Uint32Array): RowContents {
    if (order.length === 0) return { bytes: new Uint8Array(), bounds: new Uint32Array() };
    const bounds = new Uint32Array(order.length * 2);
    for (let row = 0; row < order.length; row++) {
      bounds[row * 2] = this.#rows[order[row] ?? 0] ?? 0;
      bounds[row * 2 + 1] = this.#rows[(order[row] ?? 0) + 1] ?? 0;
    }
    return { bytes: new Uint8Array(this.#bytes.subarray(0, this.#at)), bounds };
  }

  /**
   * @param order which of the rows, in the order in which they shall stand
   * @param shared columns that are the same in all of these rows
   */
  pack(order: Uint32Array, shared: Readonly<Record<string, Cell>> = {}): PackedRows {
    const packed = this.#columns.filter(name => shared[name] === undefined);
    const columns = this.#measure(packed, order);
    const stride = columns.reduce((sum, { width }) => sum + width, 0);
    const bytes = new Uint8Array(order.length * stride).fill(FILL);
    const [gathered, cells] = [this.#bytes, this.#cells];
    for (const { name, at } of columns) {
      const k = this.#columns.indexOf(name);
      for (let row = 0; row < order.length; row++) {
        const cell = ((order[row] ?? 0) * this.#columns.length + k) * 2;
        const start = cells[cell] ?? 0;
        const end = cells[cell + 1] ?? 0;
        let to = row * stride + at;
        if (start < 0) bytes[to] = NULL;
        // By hand: for so few bytes a copy by Node takes longer.
        else for (let from = start; from < end; from++) bytes[to++] = gathered[from] ?? 0;
      }
    }
    return { count: order.length, stride, bytes, columns, shared: { ...this.#constant, ...shared } };
  }

  /** Forgets the rows. */
  clear(): void {
    this.#at = 0;
    this.#rows = [0];
  }

  #measure(names: readonly string[], order: Uint32Array): PackedColumn[] {
    let at = 0;
    return names.map(name => {
      const k = this.#columns.indexOf(name);
      let [width, nullable] = [0, false];
      for (const i of order) {
        const cell = (i * this.#columns.length + k) * 2;
        const start = this.#cells[cell] ?? 0;
        if (start < 0) nullable = true;
        else width = Math.max(width, (this.#cells[cell + 1] ?? 0) - start);
      }
      // The next rows are most likely as wide then, and what the database has prepared for these serves for those.
      width = Math.ceil(Math.max(width, nullable ? 1 : 0) / WIDTH_STEP) * WIDTH_STEP;
      at += width;
      return { name, at: at - width, width, nullable };
    });
  }

  #makeRoom(bytes: number, places: number): void {
    if (this.#at + bytes > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#at + bytes, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#at);
      this.#bytes = larger;
    }
    if ((this.count + 1) * places > this.#cells.length) {
      const larger = new Int32Array(this.#cells.length * 2 + places);
      larger.set(this.#cells);
      this.#cells = larger;
    }
  }
}

/** Writes a count in decimal digits. @returns where the next byte goes */
function writeNumber(value: number, bytes: Uint8Array, start: number): number {
  let at = value < 10 ? start : writeNumber(Math.floor(value / 10), bytes, start);
  bytes[at++] = ZERO + (value % 10);
  return at;
}

/** Writes a text in UTF-8. @returns where the next byte goes */
function writeText(text: string, bytes: Buffer, start: number): number {
  let at = start;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes[at++] = code;
    else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
      // What is neither Latin nor Cyrillic is rare; Node knows how to write it.
    } else return at + bytes.write(text.slice(i), at, 'utf8');
  }
  return at;
}
