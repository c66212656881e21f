import type { Source } from '../../../input/source.ts';

/** A source that counts what has been read of it, from its start each time. */
export class CountedSource implements Source {
  readonly name: string;
  readonly #inner: Source;
  readonly #size: number;
  #bytes = 0;
  #told = 0;

  /** @param size in bytes; zero where it is not known */
  constructor(inner: Source, size: number) {
    this.name = inner.name;
    this.#inner = inner;
    this.#size = size;
  }

  async *chunks(): AsyncIterable<Buffer> {
    this.#bytes = this.#told = 0;
    for await (const chunk of this.#inner.chunks()) {
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  sha256(): string | null {
    return this.#inner.sha256();
  }

  /** Bytes read since the last `tell`. */
  get untold(): number {
    return this.#bytes - this.#told;
  }

  /** Bytes read of all, 0 to 1; null where there is no telling. */
  tell(): number | null {
    this.#told = this.#bytes;
    return this.#size === 0 ? null : Math.min(1, this.#bytes / this.#size);
  }
}
