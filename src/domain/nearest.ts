import { distance } from 'fastest-levenshtein';

/** How much of the longer text may differ before a candidate stops being a likely slip of the hand. */
const TOLERATED_SHARE = 0.4;
/** A short word may differ by this much all the same: `Абоя` is a slip for `Абая`, whose key is `абай`. */
const TOLERATED_EDITS = 2;
const SHORT = 4;

/** However long the texts: keeps a pasted page from costing seconds. */
const MOST_EDITS = 16;

/**
 * The candidates most like `wanted`, best first: for suggestions only, never to choose by. Case counts, so compare
 * keys of one kind. Candidates with more than two edits in five letters are left out (short words may have two);
 * equal distances keep the order of the candidates.
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
    const least = longest < SHORT ? 1 : TOLERATED_EDITS;
    const allowed = Math.min(Math.max(least, Math.floor(longest * TOLERATED_SHARE)), MOST_EDITS);
    if (Math.abs(wanted.length - text.length) > allowed) continue;
    const edits = distance(wanted, text);
    // As many edits as letters: nothing is alike.
    if (edits <= allowed && edits < longest) found.push({ candidate, edits });
  }
  return found
    .sort((one, other) => one.edits - other.edits)
    .slice(0, Math.max(0, limit))
    .map(({ candidate }) => candidate);
}
