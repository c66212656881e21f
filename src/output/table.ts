import stringWidth from 'string-width';

/** Rows as aligned columns without borders: one record per line, fit for grep and awk. The last column is not padded. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  // Not a spread over the rows: a hundred thousand arguments overflow the stack.
  const widths = header.map((_, i) =>
    all.reduce((widest, row) => Math.max(widest, stringWidth(row[i] ?? '')), 0),
  );
  return all
    .map(row =>
      row
        .map((text, i) => (i === row.length - 1 ? text : pad(text, widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}

/** Fills a text with blanks up to a width in terminal columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
