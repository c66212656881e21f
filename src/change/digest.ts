const WORDS = 8;

/**
 * The digest of a plan: the sum, modulo 2^256, of the digests of its rows.
 * A sum does not depend on the order, so the same rows give the same digest however a file is sorted,
 * and it can be recomputed from the tables later.
 */
export class SumDigest {
  readonly #words = new Uint32Array(WORDS);

  /** Adds one row's digest, 32 bytes. */
  add(digest: Buffer): void {
    let carry = 0;
    for (let i = WORDS - 1; i >= 0; i--) {
      const sum = (this.#words[i] ?? 0) + digest.readUInt32BE(i * 4) + carry;
      this.#words[i] = sum >>> 0;
      carry = sum > 0xffffffff ? 1 : 0;
    }
  }

  /** 64 hexadecimal digits. */
  toString(): string {
    return Array.from(this.#words, word => word.toString(16).padStart(8, '0')).join('');
  }
}
