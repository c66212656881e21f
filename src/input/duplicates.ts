/** What an earlier row with the same key said. */
export interface Earlier {
  /** the line where that row starts */
  readonly line: number;
  readonly same: boolean;
}

/**
 * Remembers the rows of one file by their key. It keeps a number for the content and one for the line, not the row:
 * half a million employees must fit beside everything else.
 */
export class RowsSeen {
  readonly #index = new Map<string, number>();
  readonly #contents: number[] = [];
  readonly #lines: number[] = [];

  has(key: string): boolean {
    return this.#index.has(key);
  }

  /** The earlier row with this key, or null when this is the first (it is then remembered). */
  meet(key: string, content: string, line: number): Earlier | null {
    const digest = contentDigest(content);
    const at = this.#index.get(key);
    if (at !== undefined) return { line: this.#lines[at] ?? 0, same: this.#contents[at] === digest };
    this.#index.set(key, this.#lines.length);
    this.#contents.push(digest);
    this.#lines.push(line);
    return null;
  }
}

/** 53 bits of two interleaved multiplicative hashes: for two rows of one key a chance meeting is not a concern. */
function contentDigest(text: string): number {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (other & 0x1fffff) + (one >>> 0);
}
