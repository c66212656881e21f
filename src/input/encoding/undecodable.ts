/** Bytes that the encoding does not have. The reader turns it into a problem with its line. */
export class Undecodable extends Error {
  /** the first of them, in hexadecimal */
  readonly byte: string;
  /** the text of this piece before it, in UTF-8 */
  readonly before: Buffer;

  constructor(byte: number, before: Buffer) {
    super('undecodable bytes');
    this.byte = byte.toString(16).toUpperCase().padStart(2, '0');
    this.before = before;
  }
}
