/** So many characters go out at once. */
const PIECE = 64 * 1024;

/**
 * A JSON document as `JSON.stringify(document, null, 2)` and a line end would give it, in pieces: half a million
 * problems would be longer than any string may be.
 * @param document with an empty list under `key`, which no later key has too
 * @param items what belongs into that list
 */
export function* jsonPieces(document: object, key: string, items: Iterable<object>): Generator<string> {
  const frame = new Frame(document, key);
  for (const item of items) if (frame.add(item)) yield frame.take();
  yield frame.end();
}

/** The same for items that are still being read, page by page. */
export async function* pagedJsonPieces(
  document: object,
  key: string,
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  const frame = new Frame(document, key);
  for await (const page of pages) for (const item of page) if (frame.add(item)) yield frame.take();
  yield frame.end();
}

/** What stands before and after the items, and the piece that is growing. */
class Frame {
  readonly #outer: string;
  readonly #tail: string;
  #piece: string;
  #any = false;

  constructor(document: object, key: string) {
    const whole = `${JSON.stringify(document, null, 2)}\n`;
    const list = `"${key}": []`;
    const at = whole.lastIndexOf(list) + list.length - 1;
    const lineStart = whole.lastIndexOf('\n', at) + 1;
    this.#outer = /^ */.exec(whole.slice(lineStart))?.[0] ?? '';
    this.#piece = whole.slice(0, at);
    this.#tail = whole.slice(at);
  }

  /** @returns whether the piece is long enough to go out */
  add(item: object): boolean {
    // No string of JSON holds a line break of its own.
    const text = JSON.stringify(item, null, 2).replaceAll('\n', `\n${this.#outer}  `);
    this.#piece += `${this.#any ? ',' : ''}\n${this.#outer}  ${text}`;
    this.#any = true;
    return this.#piece.length >= PIECE;
  }

  take(): string {
    const piece = this.#piece;
    this.#piece = '';
    return piece;
  }

  end(): string {
    return `${this.#piece}${this.#any ? `\n${this.#outer}` : ''}${this.#tail}`;
  }
}
