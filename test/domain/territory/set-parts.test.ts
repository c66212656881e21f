import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptySet,
  type HouseSet,
  minus,
  numberRange,
  singleHouse,
  union,
  unionAll,
  wholeNumber,
  wholeStreet,
} from '../../../src/domain/territory/house-set.ts';
import { describeSet, type SetPart } from '../../../src/domain/territory/set-parts.ts';
import { anyHouse, crowdedSet, house, modelledSet } from './arbitrary-sets.ts';

const range = (side: 'odd' | 'even' | 'both', from: number, to: number): SetPart => ({
  kind: 'range',
  side,
  from: house(from),
  to: house(to),
});
const one = (...args: Parameters<typeof house>): SetPart => ({ kind: 'house', house: house(...args) });

describe('the description of a set', () => {
  it.each<[string, HouseSet, SetPart[]]>([
    ['nothing', emptySet, []],
    ['the whole street', wholeStreet, [{ kind: 'whole-street' }]],
    ['one side', numberRange(null, null, 'odd'), [{ kind: 'whole-side', side: 'odd' }]],
    ['ends of both parities', numberRange(1, 88, 'both'), [range('both', 1, 88)]],
    ['ends of both parities, lower end even', numberRange(20, 87, 'both'), [range('both', 20, 87)]],
    [
      'both sides up to an odd number',
      numberRange(1, 87, 'both'),
      [{ kind: 'up-to', side: 'both', to: house(87) }],
    ],
    ['both sides, ends of one parity', numberRange(3, 9, 'both'), [range('odd', 3, 9), range('even', 4, 8)]],
    [
      'two sides with ends of their own',
      union(numberRange(1, 45, 'odd'), numberRange(2, 60, 'even')),
      [range('odd', 1, 45), range('even', 2, 60)],
    ],
    [
      'both sides from a number on',
      numberRange(20, null, 'both'),
      [{ kind: 'from', side: 'both', from: house(20) }],
    ],
    [
      'one side from a number on',
      numberRange(113, null, 'odd'),
      [{ kind: 'from', side: 'odd', from: house(113) }],
    ],
    ['a number with everything on it', wholeNumber(2), [{ kind: 'whole-number', number: 2 }]],
    [
      'single houses in their order',
      unionAll([house(12, 'А'), house(5, '', '10А'), house(12)].map(singleHouse)),
      [one(5, '', '10А'), one(12), one(12, 'А')],
    ],
    [
      'a street less two houses',
      minus(minus(wholeStreet, singleHouse(house(9))), singleHouse(house(7))),
      [{ kind: 'whole-street' }, { kind: 'except', houses: [house(7), house(9)] }],
    ],
    [
      'a range less its first house',
      minus(numberRange(12, 20, 'even'), singleHouse(house(12))),
      [range('even', 12, 20), { kind: 'except', houses: [house(12)] }],
    ],
    [
      'a range and one bare house behind it',
      union(numberRange(2, 10, 'even'), singleHouse(house(12))),
      [range('even', 2, 10), one(12)],
    ],
    [
      'a range that ends at a house with a letter',
      numberRange(2, house(12, 'А'), 'even'),
      [{ kind: 'range', side: 'even', from: house(2), to: house(12, 'А') }],
    ],
    [
      'a number from its first letter on',
      minus(wholeNumber(12), numberRange(12, house(12, '', '999999Ө', 'Ө'), 'even')),
      [
        { kind: 'range', side: 'even', from: house(12, 'І'), to: house(14, '', '', '1') },
        { kind: 'except', houses: [house(14), house(14, '', '', '1')] },
      ],
    ],
    [
      'lettered houses and the bare house behind them',
      union(minus(numberRange(house(10, 'А'), 12, 'even'), wholeNumber(12)), singleHouse(house(12))),
      [
        { kind: 'range', side: 'even', from: house(10, 'А'), to: house(12, '', '', '1') },
        { kind: 'except', houses: [house(12, '', '', '1')] },
      ],
    ],
    [
      'a house and the first block of it',
      unionAll([house(8), house(8, '', '', '1')].map(singleHouse)),
      [one(8), one(8, '', '', '1')],
    ],
    [
      'blocks with letters that follow each other',
      unionAll(['А', 'Б', 'В'].map(block => singleHouse(house(4, '', '', block)))),
      [one(4, '', '', 'А'), one(4, '', '', 'Б'), one(4, '', '', 'В')],
    ],
    [
      'blocks of one house',
      numberRange(house(4, '', '', '1'), house(4, '', '', '5'), 'even'),
      [{ kind: 'range', side: 'even', from: house(4, '', '', '1'), to: house(4, '', '', '5') }],
    ],
    [
      'neighbouring houses of one number',
      unionAll([house(12), house(12, '', '', '1І')].map(singleHouse)),
      [one(12), one(12, '', '', '1І')],
    ],
  ])('of %s is the plain phrase', (_name, set, parts) => {
    expect(describeSet(set)).toEqual(parts);
  });

  it('read phrase by phrase is the same set', () => {
    fc.assert(
      fc.property(modelledSet, ({ set }) => {
        expect(meaning(describeSet(set))).toEqual(set);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps a set of neighbouring houses', () => {
    fc.assert(
      fc.property(crowdedSet, set => {
        expect(meaning(describeSet(set))).toEqual(set);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps a set whose ends are any houses', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyHouse, anyHouse), { maxLength: 5 }), pairs => {
        const set = unionAll(pairs.map(([from, to]) => numberRange(from, to, 'both')));
        expect(meaning(describeSet(set))).toEqual(set);
      }),
    );
  });

  it('has each phrase once, exceptions last, and no range whose reading would need a guess', () => {
    fc.assert(
      fc.property(modelledSet, ({ set }) => {
        const parts = describeSet(set);
        expect(new Set(parts.map(part => JSON.stringify(part))).size).toBe(parts.length);
        expect(parts.slice(0, -1).filter(part => part.kind === 'except')).toEqual([]);
        for (const part of parts) {
          if (part.kind !== 'range') continue;
          if (part.side === 'both') expect((part.from.number + part.to.number) % 2).toBe(1);
          else {
            expect(part.from.number % 2 === 1).toBe(part.side === 'odd');
            expect(part.to.number % 2 === 1).toBe(part.side === 'odd');
          }
        }
      }),
    );
  });
});

/** What each phrase means by domain.md. */
function meaning(parts: readonly SetPart[]): HouseSet {
  return parts.reduce((before, part) => {
    if (part.kind === 'except') return minus(before, unionAll(part.houses.map(singleHouse)));
    return union(before, meaningOf(part));
  }, emptySet);
}

function meaningOf(part: Exclude<SetPart, { kind: 'except' }>): HouseSet {
  switch (part.kind) {
    case 'whole-street':
      return wholeStreet;
    case 'whole-side':
      return numberRange(null, null, part.side);
    case 'range':
      return numberRange(part.from, part.to, part.side);
    case 'from':
      return numberRange(part.from, null, part.side);
    case 'up-to':
      return numberRange(null, part.to, part.side);
    case 'house':
      return singleHouse(part.house);
    case 'whole-number':
      return wholeNumber(part.number);
  }
}
