import { sideOf } from './house-cuts.ts';
import { type HouseNumber, hasSuffix } from './house-number.ts';
import type { SetPart } from './set-parts.ts';
import type { Stretch } from './set-pieces.ts';

/** What one phrase can say for both sides, and the stretches that need their own. */
export interface TwoSided {
  readonly paired: SetPart[];
  readonly left: Stretch[];
}

/** Pairs odd and even stretches that begin and end at neighbouring numbers, where the notation has a phrase for both. */
export function bothSides(stretches: readonly Stretch[]): TwoSided {
  const evenByStart = new Map(stretches.filter(isBareEven).map(stretch => [stretch.from.number, stretch]));
  const paired: SetPart[] = [];
  const used = new Set<Stretch>();
  for (const odd of stretches) {
    if (odd.side === 'even' || !hasBareEnds(odd)) continue;
    for (const start of [odd.from.number - 1, odd.from.number + 1]) {
      const even = evenByStart.get(start);
      const part = even === undefined || used.has(odd) ? null : phraseForBoth(odd, even);
      if (even === undefined || part === null) continue;
      paired.push(part);
      used.add(odd).add(even);
    }
  }
  return { paired, left: stretches.filter(stretch => !used.has(stretch)) };
}

function phraseForBoth(odd: Stretch, even: Stretch): SetPart | null {
  const from = odd.from.number < even.from.number ? odd.from : even.from;
  if (odd.to === null || even.to === null) {
    if (odd.to !== even.to) return null;
    return from.number === 1 ? { kind: 'whole-street' } : { kind: 'from', side: 'both', from };
  }
  if (Math.abs(odd.to.number - even.to.number) !== 1) return null;
  const to: HouseNumber = odd.to.number > even.to.number ? odd.to : even.to;
  // ends of one parity would be read as that side only (domain.md, "A range without a side")
  if (sideOf(from.number) !== sideOf(to.number)) return { kind: 'range', side: 'both', from, to };
  return from.number === 1 ? { kind: 'up-to', side: 'both', to } : null;
}

function isBareEven(stretch: Stretch): boolean {
  return stretch.side === 'even' && hasBareEnds(stretch);
}

function hasBareEnds({ from, to }: Stretch): boolean {
  return !hasSuffix(from) && (to === null || !hasSuffix(to));
}
