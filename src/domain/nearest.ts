/** How much of the longer text may differ before a candidate stops being a likely slip of the hand. */
const TOLERATED_SHARE = 0.4;

/** However long the texts: keeps a pasted page from costing seconds. */
const MOST_EDITS = 16;

/**
 * The candidates most like `wanted`, best first: for suggestions only, never to choose by. Case counts, so compare
 * keys of one kind. Candidates with more than two edits in five letters are left out; equal distances keep the
 * order of the candidates.
 */
export function nearest(wanted: string, candidates: readonly string[], limit = 3): string[] {
  return nearestBy(wanted, candidates, candidate => candidate, limit);
}

/** `nearest` over values: `textOf` gives the text that each is compared by. */
export function nearestBy<T>(
  wanted: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
  limit = 3,
): T[] {
  const found: { candidate: T; edits: number }[] = [];
  for (const candidate of candidates) {
    const text = textOf(candidate);
    const longest = Math.max(wanted.length, text.length);
    const allowed = Math.min(Math.max(1, Math.floor(longest * TOLERATED_SHARE)), MOST_EDITS);
    const edits = editDistance(wanted, text, allowed);
    // As many edits as letters: nothing is alike.
    if (edits <= allowed && edits < longest) found.push({ candidate, edits });
  }
  return found
    .sort((one, other) => one.edits - other.edits)
    .slice(0, Math.max(0, limit))
    .map(({ candidate }) => candidate);
}

/**
 * Levenshtein distance in UTF-16 units, bounded: past `most` edits it gives up and answers `most + 1`.
 * O(`most` × length): only a band of that width around the diagonal can matter.
 */
export function editDistance(one: string, other: string, most: number): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const beyond = most + 1;
  if (long.length - short.length > most) return beyond;
  let above = Array.from({ length: short.length + 1 }, (_, column) => Math.min(column, beyond));
  let row = new Array<number>(short.length + 1).fill(beyond);
  for (let i = 1; i <= long.length; i++) {
    const first = Math.max(1, i - most);
    const last = Math.min(short.length, i + most);
    // The cell left of the band: outside it, unless it is the edge of the table.
    row[first - 1] = first === 1 ? Math.min(i, beyond) : beyond;
    let best = row[first - 1] ?? beyond;
    for (let j = first; j <= last; j++) {
      const swap = (above[j - 1] ?? beyond) + (long[i - 1] === short[j - 1] ? 0 : 1);
      // The last cell of the band has nothing of use above it: what is there comes from an older row.
      const drop = j === i + most ? beyond : (above[j] ?? beyond) + 1;
      const cost = Math.min(swap, drop, (row[j - 1] ?? beyond) + 1, beyond);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return beyond;
    [above, row] = [row, above];
  }
  return above[short.length] ?? beyond;
}
