const OPENING = '([';
const CLOSING = ')]';

/** A stretch of a text: its words and where they begin. */
export interface Stretch {
  readonly text: string;
  readonly offset: number;
}

/**
 * Cuts a text at some marks that stand outside brackets. A bracket that has no pair holds nothing together: the rest
 * of the order must not vanish in it. Linear in the text.
 */
export function cutOutside(text: string, marks: string, base = 0): Stretch[] {
  const closes = pairs(text);
  const cut: Stretch[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const close = closes.get(at);
    if (close !== undefined) at = close;
    else if (marks.includes(text.charAt(at))) {
      cut.push({ text: text.slice(start, at), offset: base + start });
      start = at + 1;
    }
  }
  cut.push({ text: text.slice(start), offset: base + start });
  return cut;
}

/** Whether a bracket or a quotation mark has no pair in a text. */
export function isUnclosed(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return count(/[([]/gu) !== count(/[)\]]/gu) || count(/["“”„]/gu) % 2 === 1 || count(/«/gu) !== count(/»/gu);
}

/** Opening bracket → its closing one. */
function pairs(text: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) open.push(at);
    else if (CLOSING.includes(character)) {
      const from = open.pop();
      if (from !== undefined) found.set(from, at);
    }
  }
  return found;
}
