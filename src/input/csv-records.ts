import { CsvError, Parser } from 'csv-parse';
import { cleanBlanks, isTidy } from '../domain/text/blanks.ts';
import { breaksIn } from './line-count.ts';
import type { OnRecord } from './opened-table.ts';
import { PlainLines } from './plain-lines.ts';

/**
 * A street of 40,000 houses, named one by one, is a row of a quarter of a megabyte, and what `list` writes must be
 * read again. What is longer than this is most likely a quote that has swallowed the file: stop before memory does.
 */
export const LONGEST_RECORD_MB = 4;
export const MAX_RECORD_CHARACTERS = LONGEST_RECORD_MB * 1024 * 1024;

/** A line longer than this is left to the parser, which stops at the limit. */
const LONGEST_REST = MAX_RECORD_CHARACTERS / 2;
const QUOTE = 0x22;
const NOTHING = Buffer.alloc(0);

/** Why the records end before the file does. */
export type RecordFault = 'quote-unclosed' | 'quote-too-long' | 'record-too-long';

/**
 * csv-parse without its stream of objects: records leave through a plain call, because an event per row costs
 * as much as parsing it, and so does `info: true`.
 */
class CallingParser extends Parser {
  readonly #onRecord: (cells: string[]) => void;
  /** the parser's own, which its types leave out */
  declare readonly state: { readonly quoting: boolean };

  constructor(delimiter: string, onRecord: (cells: string[]) => void) {
    super({
      delimiter,
      // Named, not discovered: people join files whose lines end differently.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quote inside an unquoted cell (12 "а") is a character; a broken quoted cell is told by `brokenQuote`.
      relax_quotes: true,
      max_record_size: MAX_RECORD_CHARACTERS,
    });
    this.#onRecord = onRecord;
  }

  override push(record: unknown): boolean {
    if (Array.isArray(record)) this.#onRecord(record);
    return true;
  }
}

/** Cuts UTF-8 bytes into records; says where each one starts. Every line is a record, blank ones too. */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #onRecord: OnRecord;
  readonly #parser: CallingParser;
  /** until the first quote */
  #plain: PlainLines | null = new PlainLines();
  #line: number;
  #linesSeen = 0;

  /** @param firstLine the physical line on which the bytes begin */
  constructor(delimiter: string, onRecord: OnRecord, firstLine = 1) {
    this.#delimiter = delimiter;
    this.#onRecord = onRecord;
    this.#line = firstLine;
    this.#parser = new CallingParser(delimiter, cells => {
      const line = this.#line;
      this.#line += 1 + this.#breaksInside(cells);
      onRecord(cells, line);
    });
    // Failures come back from write() and end(); without a listener the stream would also throw them.
    this.#parser.on('error', () => {});
  }

  /** The physical line where the record that comes next starts. */
  get line(): number {
    return this.#line;
  }

  /** Reads one piece; pieces may end anywhere. Returns a fault after which nothing more can be read. */
  async write(bytes: Buffer): Promise<RecordFault | null> {
    const plain = this.#plain;
    if (plain === null) return this.#parse(bytes);
    if (bytes.includes(QUOTE) || plain.rest.length > LONGEST_REST) {
      this.#plain = null;
      return this.#parse(Buffer.concat([plain.rest, bytes]));
    }
    for (const text of plain.take(bytes)) this.#onRecord(text.split(this.#delimiter), this.#line++);
    return null;
  }

  /** Reads what is left as the last record. */
  async end(): Promise<RecordFault | null> {
    const rest = this.#plain?.rest ?? NOTHING;
    this.#plain = null;
    const fault = rest.length > 0 ? await this.#parse(rest) : null;
    return fault ?? (await this.#finish());
  }

  #parse(bytes: Buffer): Promise<RecordFault | null> {
    return new Promise((done, fail) => {
      this.#parser.write(bytes, error => this.#settle(error, done, fail));
    });
  }

  #finish(): Promise<RecordFault | null> {
    return new Promise((done, fail) => {
      this.#parser.once('error', error => this.#settle(error, done, fail));
      this.#parser.end(() => this.#settle(this.#parser.errored, done, fail));
    });
  }

  #settle(
    error: Error | null | undefined,
    done: (fault: RecordFault | null) => void,
    fail: (error: Error) => void,
  ): void {
    if (!error) done(null);
    else if (!(error instanceof CsvError)) fail(error);
    else if (error.code === 'CSV_QUOTE_NOT_CLOSED') done('quote-unclosed');
    else if (error.code === 'CSV_MAX_RECORD_SIZE')
      done(this.#parser.state.quoting ? 'quote-too-long' : 'record-too-long');
    else fail(error);
  }

  /**
   * The parser's own count of lines says cheaply whether a record spans several; how many it spans is counted in
   * its cells, because the parser takes CR LF inside quotes for two.
   */
  #breaksInside(cells: readonly string[]): number {
    const seen = this.#parser.info.lines;
    const several = seen - this.#linesSeen !== 1;
    this.#linesSeen = seen;
    return several ? cells.reduce((sum, cell) => sum + breaksIn(cell), 0) : 0;
  }
}

/**
 * True for a cell whose quotes do not match and that has swallowed what follows: `"Абай;12⏎"Гоголь`.
 * Such a cell keeps its opening quote and holds a delimiter or a line break; a properly quoted one has lost its own.
 */
export function brokenQuote(cell: string, delimiter: string): boolean {
  return cell.startsWith('"') && (cell.includes(delimiter) || cell.includes('\n') || cell.includes('\r'));
}

/** True when no cell holds anything that can be seen. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && (isTidy(cell) || cleanBlanks(cell) !== '')) return false;
  return true;
}
