import { cutAfter, numberAtCut, OPEN_END, plainHouseBefore, type Side } from './house-cuts.ts';
import type { HouseInterval } from './house-intervals.ts';
import { HOUSE_LETTERS, type HouseNumber, hasSuffix, plainHouse } from './house-number.ts';
import { houseOfKey } from './house-order.ts';
import type { HouseSet } from './house-set.ts';

/** Houses of one side from `from` to `to`, as the notation means them: an end without a suffix takes every suffix with it; null is open. */
export interface Stretch {
  readonly side: Side;
  readonly from: HouseNumber;
  readonly to: HouseNumber | null;
}

/** The stretches of a set and its single houses, less the exceptions. */
export interface Pieces {
  readonly stretches: Stretch[];
  readonly singles: HouseNumber[];
  readonly exceptions: HouseNumber[];
}

/** Neighbouring houses up to this many are named one by one: `8, 8 к1` says more than `8–8 к1`. */
const FEW = 3;

/** Takes a set apart into what the notation can say. Intervals with one house missing between them are one stretch with an exception. */
export function pieces(set: HouseSet): Pieces {
  const result: Pieces = { stretches: [], singles: [], exceptions: [] };
  for (const interval of bridged(set, result.exceptions)) {
    const few = fewHouses(interval);
    if (few === null) addStretch(interval, result);
    else result.singles.push(...few);
  }
  return result;
}

function bridged(set: HouseSet, exceptions: HouseNumber[]): HouseInterval[] {
  const result: HouseInterval[] = [];
  for (const next of set.intervals) {
    const last = result.at(-1);
    if (
      last?.side === next.side &&
      !(isSingle(last) && isSingle(next)) &&
      isSingle(holeBetween(last, next))
    ) {
      exceptions.push(houseOfKey(last.hi));
      result[result.length - 1] = { ...last, hi: next.hi };
    } else result.push(next);
  }
  return result;
}

function holeBetween(last: HouseInterval, next: HouseInterval): HouseInterval {
  return { side: last.side, lo: last.hi, hi: next.lo };
}

function isSingle({ lo, hi }: HouseInterval): boolean {
  return cutAfter(houseOfKey(lo)) === hi;
}

/** The houses of an interval one by one when they are few, or blocks with letters (4 корп. А, 4 корп. Б); else null. */
function fewHouses({ lo, hi }: HouseInterval): HouseNumber[] | null {
  const houses: HouseNumber[] = [];
  for (let cut = lo; cut !== hi; ) {
    const house = houseOfKey(cut);
    if (houses.length >= FEW && !isLetter(house.block)) return null;
    houses.push(house);
    cut = cutAfter(house);
  }
  return houses;
}

function isLetter(block: string): boolean {
  return HOUSE_LETTERS.includes(block) && block !== '';
}

function addStretch({ side, lo, hi }: HouseInterval, { stretches, singles, exceptions }: Pieces): void {
  // "from 12 к1" is what "from 12, except 12" leaves; the second is how a person says it, but of 4 к1–4 к5
  const start = isOfOneHouse(lo, hi) ? null : plainHouseBefore(lo);
  if (start !== null) exceptions.push(start);
  const from = start ?? houseOfKey(lo);
  if (hi === OPEN_END) {
    stretches.push({ side, from, to: null });
    return;
  }
  const next = numberAtCut(hi);
  if (next !== null) {
    if (hasSuffix(from) && from.number === next - 2) {
      // 12А up to the end of 12 has no house to end at: it ends at 14 к1, less 14 and 14 к1
      const [bare, beyond] = [plainHouse(next), { ...plainHouse(next), block: '1' }];
      exceptions.push(bare, beyond);
      stretches.push({ side, from, to: beyond });
    } else stretches.push({ side, from, to: plainHouse(next - 2) });
    return;
  }
  const last = plainHouseBefore(hi);
  if (last !== null && hasSuffix(last)) stretches.push({ side, from, to: last });
  else if (last !== null && !(hasSuffix(from) && from.number === last.number - 2)) {
    // a bare 12 at the end of a range would take 12А with it, so it stands alone
    singles.push(last);
    stretches.push({ side, from, to: plainHouse(last.number - 2) });
  } else {
    const beyond = houseOfKey(hi);
    exceptions.push(beyond);
    stretches.push({ side, from, to: beyond });
  }
}

/** Whether an interval holds blocks of one house alone, from a block on and up to a block: 4 к1–4 к5. */
function isOfOneHouse(lo: string, hi: string): boolean {
  const [from, last] = [houseOfKey(lo), plainHouseBefore(hi)];
  if (last === null || from.block === '' || last.block === '') return false;
  return from.number === last.number && from.letter === last.letter && from.fraction === last.fraction;
}
