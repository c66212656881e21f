import { createHash, type Hash } from 'node:crypto';
import type { Cell } from '../packed-rows.ts';
import { ROWS_AT_ONCE } from '../stored-rows.ts';
import type { BackupHeader, TablePage } from './backup.ts';
import { damaged, fitsTable } from './damage.ts';
import { type StoredTable, storedTables } from './stored-tables.ts';

/** One line with the line break that ends it. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer;
}

/** No row is as long: a street of 40,000 houses takes half a megabyte. More without a line break is no backup. */
const LONGEST = 64 << 20;
const LINE_FEED = 0x0a;

/** Cuts bytes into lines; what follows the last line break is a line too. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1;
  let rest: Buffer[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end + 1);
      yield { number, bytes: rest.length === 0 ? piece : Buffer.concat([...rest, piece]) };
      number += 1;
      rest = [];
      waiting = 0;
      start = end + 1;
    }
    if (start === chunk.length) continue;
    rest.push(chunk.subarray(start));
    waiting += chunk.length - start;
    if (waiting > LONGEST) break;
  }
  if (waiting > 0) yield { number, bytes: Buffer.concat(rest) };
}

/** The header as a line of text gives it; null for anything else. */
export function readHeader(text: string): (BackupHeader & { readonly schema: string }) | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { schema, database_schema, program, change, head }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof schema !== 'string' || !schema.startsWith('qabyl.backup/')) return null;
  return {
    schema,
    databaseSchema: String(database_schema),
    program: String(program),
    change: Number(change),
    head: String(head),
  };
}

/** Reads what follows the header; it is whole and unaltered only when `end` has returned. */
export class PortableReader {
  readonly #file: string;
  readonly #sum: Hash = createHash('sha256');
  #table: StoredTable | null = null;
  #next = 0;
  #rows: Cell[][] = [];
  #count = 0;
  #ended = false;
  #line = 1;

  /** @param header the bytes of the first line */
  constructor(file: string, header: Buffer) {
    this.#file = file;
    this.#sum.update(header);
  }

  /**
   * Takes a line in.
   * @returns rows that can be handed on by now
   * @throws OperatorError backup-damaged
   */
  take({ number, bytes }: Line): TablePage | null {
    this.#line = number;
    if (this.#ended) throw this.#damaged('altered');
    if (bytes.at(-1) !== LINE_FEED) throw this.#damaged('cut-off');
    const value = parse(bytes.toString('utf8'));
    if (typeof value !== 'object' || value === null) throw this.#damaged('altered');
    if (Array.isArray(value)) return this.#takeRow(value as Cell[], bytes);
    const { table, columns, rows, sha256 }: Readonly<Record<string, unknown>> = { ...value };
    return typeof sha256 === 'string' ? this.#takeEnd(rows, sha256) : this.#takeTable(table, columns, bytes);
  }

  /** @returns the number of rows @throws OperatorError backup-damaged where the last line has not come */
  end(): number {
    if (!this.#ended) throw this.#damaged('cut-off');
    return this.#count;
  }

  #takeRow(row: Cell[], bytes: Buffer): TablePage | null {
    if (this.#table === null || !fitsTable({ table: this.#table, rows: [row] }))
      throw this.#damaged('altered');
    this.#sum.update(bytes);
    this.#rows.push(row);
    this.#count += 1;
    return this.#rows.length < ROWS_AT_ONCE ? null : this.#page();
  }

  #takeTable(name: unknown, columns: unknown, bytes: Buffer): TablePage | null {
    const table = storedTables[this.#next];
    const known = table && { table: table.table, columns: Object.keys(table.columns) };
    if (!table || JSON.stringify({ table: name, columns }) !== JSON.stringify(known))
      throw this.#damaged('altered');
    this.#sum.update(bytes);
    const page = this.#page();
    this.#table = table;
    this.#next += 1;
    return page;
  }

  #takeEnd(rows: unknown, sha256: string): TablePage | null {
    if (rows !== this.#count || this.#next !== storedTables.length) throw this.#damaged('miscounted');
    if (this.#sum.digest('hex') !== sha256) throw this.#damaged('altered');
    this.#ended = true;
    return this.#page();
  }

  #page(): TablePage | null {
    if (this.#table === null || this.#rows.length === 0) return null;
    const page = { table: this.#table, rows: this.#rows };
    this.#rows = [];
    return page;
  }

  #damaged(reason: 'altered' | 'cut-off' | 'miscounted') {
    return damaged(this.#file, reason, this.#line);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
