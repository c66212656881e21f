/** The beginning of a text that is too long to be shown, with `…` for the rest; never half a character. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  return `${start.isWellFormed() ? start : start.slice(0, -1)}…`;
}
