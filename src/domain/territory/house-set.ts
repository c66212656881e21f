import { longCut, shortCut } from './cut-text.ts';
import { cutAfter, cutAtNumber, OPEN_END, SIDES, type Side, sideOf } from './house-cuts.ts';
import { areCanonical, combineIntervals, type HouseInterval, joinIntervals } from './house-intervals.ts';
import { type HouseNumber, hasSuffix } from './house-number.ts';
import { houseKey } from './house-order.ts';

export type { HouseInterval } from './house-intervals.ts';

/**
 * Houses of one street. Odd intervals come first, then even ones, each side sorted by `lo` with room between
 * neighbours: two sets have the same houses exactly when their intervals are the same.
 */
export interface HouseSet {
  readonly intervals: readonly HouseInterval[];
}

/** An end of a range: a bare number takes every suffix with it, a house with a suffix ends the range exactly there, null is open. */
export type RangeEnd = HouseNumber | number | null;

export const emptySet: HouseSet = { intervals: [] };

/** Odd from 1 on and even from 2 on. */
export const wholeStreet: HouseSet = numberRange(null, null, 'both');

/** That house alone: 12 is not 12А. */
export function singleHouse(house: HouseNumber): HouseSet {
  return { intervals: [{ side: sideOf(house.number), lo: houseKey(house), hi: cutAfter(house) }] };
}

/** A number with every letter, fraction and block (domain.md, `2 (все корпуса)`). */
export function wholeNumber(number: number): HouseSet {
  return numberRange(number, number, sideOf(number));
}

/**
 * Every house from `from` to `to`, both included, on the side or sides named (domain.md, "A range covers").
 * Empty when the range is written backwards or the side has no number in it.
 */
export function numberRange(from: RangeEnd, to: RangeEnd, side: Side | 'both'): HouseSet {
  const sides = side === 'both' ? SIDES : [side];
  return {
    intervals: sides
      .map(each => ({ side: each, lo: lowerCut(from, each), hi: upperCut(to, each) }))
      .filter(({ lo, hi }) => lo < hi),
  };
}

export function union(a: HouseSet, b: HouseSet): HouseSet {
  if (isEmptySet(a)) return b;
  if (isEmptySet(b)) return a;
  return { intervals: combineIntervals(a.intervals, b.intervals, (inA, inB) => inA || inB) };
}

/** The houses of `a` that are not in `b`. */
export function minus(a: HouseSet, b: HouseSet): HouseSet {
  if (isEmptySet(a) || isEmptySet(b)) return a;
  return { intervals: combineIntervals(a.intervals, b.intervals, (inA, inB) => inA && !inB) };
}

export function intersect(a: HouseSet, b: HouseSet): HouseSet {
  if (isEmptySet(a) || isEmptySet(b)) return emptySet;
  return { intervals: combineIntervals(a.intervals, b.intervals, (inA, inB) => inA && inB) };
}

/** Union of many sets at once, in n log n of their intervals. */
export function unionAll(sets: Iterable<HouseSet>): HouseSet {
  return setFromIntervals(Array.from(sets).flatMap(set => set.intervals));
}

/** Whether a house is in the set: a binary search. */
export function contains(set: HouseSet, house: HouseNumber): boolean {
  return containsKey(set, house.number, houseKey(house));
}

/** The same for a house whose key is known: it is asked of many sets. */
export function containsKey(set: HouseSet, number: number, key: string): boolean {
  const side = sideOf(number);
  let low = 0;
  let high = set.intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const interval = set.intervals[middle];
    if (interval === undefined) return false;
    if (interval.side === side && interval.lo <= key && key < interval.hi) return true;
    const isBefore = interval.side === side ? interval.hi <= key : interval.side === 'odd';
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return false;
}

export function equalSets(a: HouseSet, b: HouseSet): boolean {
  return (
    a.intervals.length === b.intervals.length &&
    a.intervals.every((interval, i) => {
      const other = b.intervals[i];
      return interval.side === other?.side && interval.lo === other.lo && interval.hi === other.hi;
    })
  );
}

export function isEmptySet(set: HouseSet): boolean {
  return set.intervals.length === 0;
}

/** The set of any intervals, as `intervals` of this module made them: unsorted and overlapping ones are put in order. */
export function setFromIntervals(rows: Iterable<HouseInterval>): HouseSet {
  return { intervals: joinIntervals(rows) };
}

/**
 * The set as one short text for a database column: `odd:1-47,51-~;even:12-12...1`. Equal sets have equal texts;
 * the empty set is ''.
 */
export function setToText(set: HouseSet): string {
  return SIDES.map(side => {
    const own = set.intervals.filter(interval => interval.side === side);
    return own.length === 0
      ? ''
      : `${side}:${own.map(({ lo, hi }) => `${shortCut(lo)}-${shortCut(hi)}`).join(',')}`;
  })
    .filter(text => text !== '')
    .join(';');
}

/**
 * The set of a text that `setToText` made.
 * @throws Error for any other text: a stored set that cannot be read is a fault, not somebody's input
 */
export function setFromText(text: string): HouseSet {
  const rows = text === '' ? [] : text.split(';').flatMap(readSide);
  // What `setToText` wrote is in order already.
  return areCanonical(rows) ? { intervals: rows } : setFromIntervals(rows);
}

function readSide(text: string): HouseInterval[] {
  const [name, list = ''] = text.split(':');
  const side = SIDES.find(each => each === name);
  return list.split(',').map(pair => {
    const [first = '', second = ''] = pair.split('-');
    const [lo, hi] = [longCut(first), longCut(second)];
    if (side === undefined || lo === null || hi === null) throw new Error(`not a stored house set: ${text}`);
    return { side, lo, hi };
  });
}

function lowerCut(from: RangeEnd, side: Side): string {
  if (from === null) return cutAtNumber(side, 1);
  if (typeof from === 'number') return cutAtNumber(side, from);
  return hasSuffix(from) && sideOf(from.number) === side ? houseKey(from) : cutAtNumber(side, from.number);
}

function upperCut(to: RangeEnd, side: Side): string {
  if (to === null) return OPEN_END;
  if (typeof to === 'number') return cutAtNumber(side, to + 1);
  return hasSuffix(to) && sideOf(to.number) === side ? cutAfter(to) : cutAtNumber(side, to.number + 1);
}
