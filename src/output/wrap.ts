import stringWidth from 'fast-string-width';

const BLANKS = / +/u;

/**
 * A text in lines of at most `width` columns, all but the first behind `indent`. Lines break at blanks; a word that no
 * line can hold is broken where it must. Null leaves the text as it is.
 */
export function wrap(text: string, width: number | null, indent = ''): string {
  if (width === null || stringWidth(text) <= width) return text;
  const lines: string[] = [];
  let line = leading(text);
  let isEmpty = true;
  for (const word of text.trimStart().split(BLANKS)) {
    const longer = isEmpty ? `${line}${word}` : `${line} ${word}`;
    if (isEmpty || stringWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = `${indent}${word}`;
    }
    isEmpty = false;
    while (stringWidth(line) > width) {
      const start = fitting(line, width);
      lines.push(start);
      line = `${indent}${line.slice(start.length)}`;
    }
  }
  return [...lines, line].join('\n');
}

/**
 * Each line of a text wrapped, its further lines behind two more blanks. A line with a command stays whole: pasted in
 * pieces it would be several.
 */
export function wrapLines(text: string, width: number | null): string {
  if (width === null) return text;
  const wrapped = (line: string) =>
    line.includes('qabyl ') ? line : wrap(line, width, `${leading(line)}  `);
  return text.split('\n').map(wrapped).join('\n');
}

function leading(line: string): string {
  return /^ */u.exec(line)?.[0] ?? '';
}

/** As many characters from the start as fit. */
function fitting(text: string, width: number): string {
  let start = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(start + segment) > width) break;
    start += segment;
  }
  return start;
}
