/**
 * The control characters of a text that are no blanks, as `U+001B`, each once; null when there are none. Line
 * breaks and tabs (U+0009–U+000D) are blanks.
 */
export function controlCharacters(text: string): readonly string[] | null {
  let found: Set<string> | null = null;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isControl(code)) continue;
    found ??= new Set();
    found.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return found && [...found];
}

function isControl(code: number): boolean {
  return (code < 0x20 && (code < 0x09 || code > 0x0d)) || (code >= 0x7f && code <= 0x9f);
}
