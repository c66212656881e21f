import { type HouseSet, intersect, isEmptySet, minus } from './house-set.ts';

/** Houses of one street that a school has or claims. */
export interface Held {
  readonly school: string;
  readonly houses: HouseSet;
  /** houses that it has beside others on purpose; absent = none */
  readonly shared?: HouseSet;
}

/**
 * A house belongs to one school (domain.md, "House lists": overlaps are reported with both schools and the exact
 * houses, and a winner is never picked silently), unless one of the two says that it is shared on purpose.
 * @returns every other school that has some of the wanted houses, with exactly those; empty when they are free
 */
export function heldByOthers<H extends Held>(
  wanted: Held,
  held: Iterable<H>,
): (H & { readonly common: HouseSet })[] {
  return [...held].flatMap(one => {
    if (one.school === wanted.school) return [];
    const common = unmeant(intersect(one.houses, wanted.houses), wanted, one);
    return isEmptySet(common) ? [] : [{ ...one, common }];
  });
}

function unmeant(common: HouseSet, ...both: readonly Held[]): HouseSet {
  return both.reduce((left, { shared }) => (shared === undefined ? left : minus(left, shared)), common);
}
