/** The colours of `style.ts`, and what ends them. */
const STYLE = /^\p{Cc}\[(?:1|2|22|3[1-39])m$/u;
const BLANKS = /^[\n\t]|^\r\n$/u;

/**
 * A text as a terminal may be given it: control characters as `\u001b`, which in JSON means the same. A file or a cell
 * may be named by whoever likes, and a terminal obeys what it is sent. Line ends, tabs and the program's own colours
 * stay.
 */
export function visibleControls(text: string): string {
  return text.replace(/\p{Cc}(?:\[\d+m|\n)?/gu, found =>
    (found.startsWith('\u001b') && STYLE.test(found)) || BLANKS.test(found)
      ? found
      : `${escaped(found)}${found.slice(1)}`,
  );
}

function escaped(found: string): string {
  return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
