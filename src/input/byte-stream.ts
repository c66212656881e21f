import type { Source } from './source.ts';

/** The bytes of a source, whose beginning can be looked at before it is read. */
export class ByteStream {
  /** where the bytes come from; it can be read again */
  readonly source: Source;
  readonly #chunks: AsyncIterator<Buffer>;
  #ahead: Buffer[] = [];
  #ended = false;

  constructor(source: Source) {
    this.source = source;
    this.#chunks = source.chunks()[Symbol.asyncIterator]();
  }

  /**
   * The bytes that come next, at least `size` of them unless the source ends before; they are not taken.
   * Throws OperatorError: those of the source.
   */
  async peek(size: number): Promise<Buffer> {
    let have = this.#ahead.reduce((sum, chunk) => sum + chunk.length, 0);
    while (have < size && (await this.#fetch())) have += this.#ahead.at(-1)?.length ?? 0;
    if (this.#ahead.length !== 1) this.#ahead = [Buffer.concat(this.#ahead)];
    return this.#ahead[0] ?? Buffer.alloc(0);
  }

  get name(): string {
    return this.source.name;
  }

  /** Passes over bytes that have been looked at. */
  skip(size: number): void {
    const [head, ...rest] = this.#ahead;
    if (size > 0 && head) this.#ahead = [head.subarray(size), ...rest];
  }

  /** The next piece, or null at the end. */
  async next(): Promise<Buffer | null> {
    for (;;) {
      const chunk = this.#ahead.shift();
      if (chunk === undefined) {
        if (!(await this.#fetch())) return null;
      } else if (chunk.length > 0) return chunk;
    }
  }

  /** Leaves the source, wherever it stands. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#chunks.return?.();
  }

  async #fetch(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#chunks.next();
    if (done) this.#ended = true;
    else this.#ahead.push(value);
    return !done;
  }
}
