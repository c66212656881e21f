/** So many characters go out at once. */
const PIECE = 64 * 1024;

/**
 * A JSON document as `JSON.stringify(document, null, 2)` and a line end would give it, in pieces: half a million
 * problems would be longer than any string may be.
 * @param document with an empty list under `key`, which no later key has too
 * @param items what belongs into that list
 */
export function* jsonPieces(document: object, key: string, items: Iterable<object>): Generator<string> {
  const whole = `${JSON.stringify(document, null, 2)}\n`;
  const list = `"${key}": []`;
  const at = whole.lastIndexOf(list) + list.length - 1;
  const lineStart = whole.lastIndexOf('\n', at) + 1;
  const outer = /^ */.exec(whole.slice(lineStart))?.[0] ?? '';
  let piece = whole.slice(0, at);
  let any = false;
  for (const item of items) {
    // No string of JSON holds a line break of its own.
    const text = JSON.stringify(item, null, 2).replaceAll('\n', `\n${outer}  `);
    piece += `${any ? ',' : ''}\n${outer}  ${text}`;
    any = true;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${any ? `\n${outer}` : ''}${whole.slice(at)}`;
}
