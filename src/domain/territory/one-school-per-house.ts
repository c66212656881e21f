import { type HouseSet, intersect, isEmptySet } from './house-set.ts';

/** Houses of one street that a school has or claims. */
export interface Held {
  readonly school: string;
  readonly houses: HouseSet;
}

/**
 * A house belongs to one school (domain.md, "House lists": overlaps are reported with both schools and the exact
 * houses, and a winner is never picked silently).
 * @returns every other school that has some of the wanted houses, with exactly those; empty when they are free
 */
export function heldByOthers<H extends Held>(
  wanted: Held,
  held: Iterable<H>,
): (H & { readonly common: HouseSet })[] {
  return [...held].flatMap(one => {
    const common = intersect(one.houses, wanted.houses);
    return one.school === wanted.school || isEmptySet(common) ? [] : [{ ...one, common }];
  });
}
