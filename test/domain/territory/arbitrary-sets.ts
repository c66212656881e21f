import fc from 'fast-check';
import { HOUSE_LETTERS, type HouseNumber } from '../../../src/domain/territory/house-number.ts';
import { houseKey } from '../../../src/domain/territory/house-order.ts';
import {
  type HouseSet,
  intersect,
  minus,
  numberRange,
  setFromIntervals,
  singleHouse,
  union,
  wholeNumber,
} from '../../../src/domain/territory/house-set.ts';

/** `house(12, 'А', '1', '2')` is 12А/1 к2. */
export function house(number: number, letter = '', fraction = '', block = ''): HouseNumber {
  return { number, letter, fraction, block };
}

/** Suffixes that stand next to each other in the order, and the last ones there can be. */
const SUFFIXES: readonly (readonly [string, string, string])[] = [
  ['', '', ''],
  ['', '', '1'],
  ['', '', '1І'],
  ['', '', '2'],
  ['', '', 'А'],
  ['', '1', ''],
  ['', '1', '1'],
  ['', '2', ''],
  ['', '10А', ''],
  ['А', '', ''],
  ['А', '', '1'],
  ['А', '1', ''],
  ['Б', '', ''],
  ['Ө', '999999Ө', 'Ө'],
];

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 999_997, 999_998, 999_999];

/** Every house that the property tests look at. */
export const SAMPLE: readonly HouseNumber[] = NUMBERS.flatMap(number =>
  SUFFIXES.map(([letter, fraction, block]) => house(number, letter, fraction, block)),
);

export const sampleHouse = fc.constantFrom(...SAMPLE);

const letters = fc.constantFrom(...HOUSE_LETTERS);
const maybeLetter = fc.oneof(fc.constant(''), letters);
const numbered = fc.tuple(fc.integer({ min: 1, max: 999_999 }), maybeLetter).map(parts => parts.join(''));

/** Any house that can be written. */
export const anyHouse: fc.Arbitrary<HouseNumber> = fc.record({
  number: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 999_999 })),
  letter: maybeLetter,
  fraction: fc.oneof(fc.constant(''), numbered),
  block: fc.oneof(fc.constant(''), numbered, letters),
});

/** A set and, worked out without it, which houses of the sample are in it. */
export interface Modelled {
  readonly set: HouseSet;
  readonly has: (house: HouseNumber) => boolean;
}

type End = HouseNumber | number | null;
const end: fc.Arbitrary<End> = fc.oneof(sampleHouse, fc.constantFrom(...NUMBERS), fc.constant(null));

const atom: fc.Arbitrary<Modelled> = fc.oneof(
  sampleHouse.map(one => ({ set: singleHouse(one), has: (each: HouseNumber) => inOrder(each, one) === 0 })),
  fc
    .constantFrom(...NUMBERS)
    .map(number => ({ set: wholeNumber(number), has: (each: HouseNumber) => each.number === number })),
  fc.tuple(end, end, fc.constantFrom('odd', 'even', 'both')).map(([from, to, side]) => ({
    set: numberRange(from, to, side),
    has: (each: HouseNumber) =>
      (side === 'both' || (each.number % 2 === 1) === (side === 'odd')) &&
      reaches(from, each, 1) &&
      reaches(to, each, -1),
  })),
);

/** Sets of a few neighbouring numbers whose intervals begin and end at any house of them. */
export const crowdedSet: fc.Arbitrary<HouseSet> = fc
  .subarray(
    SAMPLE.filter(({ number }) => number >= 6 && number <= 12).map(each => ({ each, key: houseKey(each) })),
  )
  .map(cuts => {
    const sorted = cuts
      .filter(({ each }) => each.number % 2 === 0)
      .map(({ key }) => key)
      .sort();
    return setFromIntervals(
      sorted.flatMap((lo, i) =>
        i % 2 === 0 ? [{ side: 'even' as const, lo, hi: sorted[i + 1] ?? '~' }] : [],
      ),
    );
  });

/** Sets built by union, minus and intersect. */
export const modelledSet: fc.Arbitrary<Modelled> = fc
  .tuple(atom, fc.array(fc.tuple(fc.constantFrom('or', 'less', 'and', 'or'), atom), { maxLength: 6 }))
  .map(([first, steps]) =>
    steps.reduce((left, [operation, right]) => combined(left, operation, right), first),
  );

function combined(left: Modelled, operation: string, right: Modelled): Modelled {
  if (operation === 'or')
    return { set: union(left.set, right.set), has: each => left.has(each) || right.has(each) };
  if (operation === 'less')
    return { set: minus(left.set, right.set), has: each => left.has(each) && !right.has(each) };
  return { set: intersect(left.set, right.set), has: each => left.has(each) && right.has(each) };
}

/** domain.md, "A range covers": an end without a suffix takes the whole number, one with a suffix is exact. */
function reaches(limit: End, each: HouseNumber, direction: 1 | -1): boolean {
  if (limit === null) return true;
  if (typeof limit === 'number') return (each.number - limit) * direction >= 0;
  const isBare = limit.letter === '' && limit.fraction === '' && limit.block === '';
  return (isBare ? each.number - limit.number : inOrder(each, limit)) * direction >= 0;
}

/** The order as words have it, without keys: component by component, digits as numbers, letters after digits. */
export function inOrder(a: HouseNumber, b: HouseNumber): number {
  return (
    a.number - b.number ||
    partOrder(a.letter, b.letter) ||
    partOrder(a.fraction, b.fraction) ||
    partOrder(a.block, b.block)
  );
}

function partOrder(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? -1 : 1;
  const [digitsA, digitsB] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  if (Number.isNaN(digitsA) !== Number.isNaN(digitsB)) return Number.isNaN(digitsA) ? 1 : -1;
  if (!Number.isNaN(digitsA) && digitsA !== digitsB) return digitsA - digitsB;
  const [tailA, tailB] = [a.replace(/^\d+/, ''), b.replace(/^\d+/, '')];
  return HOUSE_LETTERS.indexOf(tailA) - HOUSE_LETTERS.indexOf(tailB) || tailA.length - tailB.length;
}
