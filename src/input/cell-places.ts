import { MAX_RECORD_CHARACTERS } from './csv-records.ts';

/** Where a cell stands in the text, its quotes included: lines and columns from 1, columns in UTF-16 code units. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** the column after its last character */
  readonly endColumn: number;
}

/** A record's cells: the physical line where it starts → where its cells stand. */
export type CellPlaces = ReadonlyMap<number, readonly CellPlace[]>;

/**
 * Finds where the cells of some records stand, which the parser does not tell. Cuts records as csv-parse does with
 * `relax_quotes`: a cell that begins with a quote runs to the quote that a delimiter or a line end follows; any other
 * quote in it is doubled, or ends the quoting.
 */
export class CellPlaceFinder {
  readonly found = new Map<number, readonly CellPlace[]>();
  readonly #delimiter: string;
  readonly #wanted: { has(line: number): boolean };
  #text = '';
  #line = 1;

  /** @param wanted lines where records start */
  constructor(delimiter: string, wanted: { has(line: number): boolean }) {
    this.#delimiter = delimiter;
    this.#wanted = wanted;
  }

  /** Takes the next piece of the decoded text; pieces may end anywhere. */
  write(piece: string): void {
    this.#read(this.#text + piece, false);
  }

  /** Takes what is left as the last record. */
  end(): void {
    this.#read(this.#text, true);
  }

  #read(text: string, last: boolean): void {
    let at = 0;
    while (at < text.length) {
      const next = this.#wanted.has(this.#line)
        ? this.#record(text, at, last)
        : this.#skipLine(text, at, last);
      if (next === null) break;
      at = next;
    }
    this.#text = text.slice(at);
  }

  /** The place after the line end, null when it has not come yet. */
  #skipLine(text: string, from: number, last: boolean): number | null {
    const end = lineEndFrom(text, from);
    // A carriage return at the very end of a piece may be half of CR LF.
    if (end < 0 || (!last && text[end] === '\r' && end + 1 === text.length)) return last ? text.length : null;
    this.#line += 1;
    return afterBreak(text, end);
  }

  /** Cuts the record that starts here; null when its end has not come yet. */
  #record(text: string, from: number, last: boolean): number | null {
    const cells: CellPlace[] = [];
    let line = this.#line;
    let lineStart = from;
    let at = from;
    for (;;) {
      const start = { line, column: at - lineStart + 1 };
      if (text[at] === '"') {
        at += 1;
        for (;;) {
          const quote = text[at];
          if (quote === undefined) break;
          if (quote === '\n' || quote === '\r') {
            if (!last && at + 1 === text.length) return this.#waitsFor(text, from);
            at = afterBreak(text, at);
            line += 1;
            lineStart = at;
          } else if (quote === '"' && text[at + 1] === '"') at += 2;
          else if (quote === '"') {
            at += 1;
            break;
          } else at += 1;
        }
      }
      while (at < text.length && text[at] !== this.#delimiter && text[at] !== '\n' && text[at] !== '\r')
        at += 1;
      if (!last && at + 1 >= text.length) return this.#waitsFor(text, from);
      cells.push({ ...start, endLine: line, endColumn: at - lineStart + 1 });
      if (text[at] !== this.#delimiter) break;
      at += 1;
    }
    this.found.set(this.#line, cells);
    this.#line = line + 1;
    return at >= text.length ? text.length : afterBreak(text, at);
  }

  /** More of the text is needed, unless the record is longer than any good one: then its cells stay unknown. */
  #waitsFor(text: string, from: number): number | null {
    if (text.length - from <= MAX_RECORD_CHARACTERS) return null;
    return this.#skipLine(text, from, true);
  }
}

function lineEndFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return -1;
}

/** CR LF is one line end. */
function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
