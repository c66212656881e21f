const RUN = /[\p{L}\p{M}]+|\p{N}+/gu;

/**
 * What of a text is in none of the strings that were taken from it: each word and each number counts as often as it
 * stands there. So nothing of an address is lost, whatever its rules pass over.
 * @returns the words that stand together as they were written, in order
 */
export function leftOver(text: string, taken: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of taken)
    for (const [run] of each.matchAll(RUN)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const left: { from: number; to: number }[] = [];
  let open = false;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const count = counts.get(run) ?? 0;
    if (count > 0) {
      counts.set(run, count - 1);
      open = false;
      continue;
    }
    const last = left.at(-1);
    const to = index + run.length;
    if (open && last !== undefined && !text.slice(last.to, index).includes(',')) last.to = to;
    else left.push({ from: index, to });
    open = true;
  }
  return left.map(({ from, to }) => text.slice(from, to));
}
