import type { Side } from './house-cuts.ts';
import { type HouseNumber, hasSuffix } from './house-number.ts';
import { compareHouseNumbers } from './house-order.ts';
import type { HouseSet } from './house-set.ts';
import { pieces, type Stretch } from './set-pieces.ts';
import { bothSides } from './two-sided.ts';

/**
 * One phrase of a set's description. `range` is closed; `from` and `up-to` are open at one end; an end without a
 * suffix takes every suffix with it. `except` comes last and takes exact houses from all that stands before it.
 */
export type SetPart =
  | { readonly kind: 'whole-street' }
  | { readonly kind: 'whole-side'; readonly side: Side }
  | {
      readonly kind: 'range';
      readonly side: Side | 'both';
      readonly from: HouseNumber;
      readonly to: HouseNumber;
    }
  | { readonly kind: 'from'; readonly side: Side | 'both'; readonly from: HouseNumber }
  | { readonly kind: 'up-to'; readonly side: 'both'; readonly to: HouseNumber }
  | { readonly kind: 'house'; readonly house: HouseNumber }
  | { readonly kind: 'whole-number'; readonly number: number }
  | { readonly kind: 'except'; readonly houses: readonly HouseNumber[] };

/**
 * Describes a set in the fewest plain phrases: what covers both sides first, then odd, then even ranges, then
 * single houses in their order, then the exceptions. Written out in any language and read again it is the same
 * set. The empty set has no parts.
 */
export function describeSet(set: HouseSet): SetPart[] {
  const { stretches, singles, exceptions } = pieces(set);
  const { paired, left } = bothSides(stretches);
  const parts: SetPart[] = [
    ...paired,
    ...left.map(oneSide),
    ...singles.sort(compareHouseNumbers).map((house): SetPart => ({ kind: 'house', house })),
  ];
  if (exceptions.length > 0) parts.push({ kind: 'except', houses: exceptions.sort(compareHouseNumbers) });
  return parts;
}

function oneSide({ side, from, to }: Stretch): SetPart {
  if (to === null) return isFirst(from) ? { kind: 'whole-side', side } : { kind: 'from', side, from };
  if (from.number === to.number && !hasSuffix(from) && !hasSuffix(to)) {
    return { kind: 'whole-number', number: from.number };
  }
  return { kind: 'range', side, from, to };
}

function isFirst(house: HouseNumber): boolean {
  return house.number <= 2 && !hasSuffix(house);
}
