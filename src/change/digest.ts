const WORDS = 8;

/**
 * The digest of a plan: the sum, modulo 2^256, of the digests of its rows.
 * A sum does not depend on the order, so the same rows give the same digest however a file is sorted,
 * and it can be recomputed from the tables later.
 */
export class SumDigest {
  readonly #words = new Uint32Array(WORDS);

  /** Adds one row's digest: 32 bytes, each a character (`binary`). */
  add(digest: string): void {
    let carry = 0;
    for (let i = WORDS - 1; i >= 0; i--) carry = this.#addWord(i, wordAt(digest, i * 4), carry);
  }

  /** 64 hexadecimal digits. */
  toString(): string {
    return Array.from(this.#words, word => word.toString(16).padStart(8, '0')).join('');
  }

  #addWord(i: number, word: number, carry: number): number {
    const sum = (this.#words[i] ?? 0) + word + carry;
    this.#words[i] = sum;
    return sum > 0xffffffff ? 1 : 0;
  }
}

function wordAt(bytes: string, at: number): number {
  const high = (bytes.charCodeAt(at) << 24) | (bytes.charCodeAt(at + 1) << 16);
  return (high | (bytes.charCodeAt(at + 2) << 8) | bytes.charCodeAt(at + 3)) >>> 0;
}
