const LF = 10;
const CR = 13;

/** Line breaks in a cell: CR LF is one, as are a lone CR and a lone LF. */
export function breaksIn(cell: string): number {
  let breaks = 0;
  for (let i = cell.indexOf('\n'); i !== -1; i = cell.indexOf('\n', i + 1)) breaks++;
  for (let i = cell.indexOf('\r'); i !== -1; i = cell.indexOf('\r', i + 1))
    if (cell.charCodeAt(i + 1) !== LF) breaks++;
  return breaks;
}

/** Counts the physical lines of a stream of bytes, so that a bad byte can be placed. */
export class LineCounter {
  #line = 1;
  #endedInCr = false;

  /** The line (from 1) of the byte that comes next. */
  get line(): number {
    return this.#line;
  }

  /** Moves past these bytes. CR LF counts once even when the two arrive in different pieces. */
  pass(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    for (let i = bytes.indexOf(LF); i !== -1; i = bytes.indexOf(LF, i + 1)) this.#line++;
    for (let i = bytes.indexOf(CR); i !== -1; i = bytes.indexOf(CR, i + 1))
      if (bytes[i + 1] !== LF) this.#line++;
    if (this.#endedInCr && bytes[0] === LF) this.#line--;
    this.#endedInCr = bytes[bytes.length - 1] === CR;
  }
}
