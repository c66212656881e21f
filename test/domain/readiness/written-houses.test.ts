import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenHouses } from '../../../src/domain/readiness/written-houses.ts';
import {
  type HouseSet,
  isEmptySet,
  setFromIntervals,
  singleHouse,
} from '../../../src/domain/territory/house-set.ts';
import { isWithin } from '../../../src/domain/territory/set-inclusion.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import { houses as en } from '../../../src/locales/en/houses.ts';
import { anyHouse, crowdedSet, house, modelledSet } from '../territory/arbitrary-sets.ts';
import { houses } from './facts.ts';

const short = fc
  .oneof(
    modelledSet.map(({ set }) => set),
    crowdedSet,
  )
  .filter(set => !isEmptySet(set));

describe('houses in a command to paste', () => {
  it.each(['39-45 odd', 'whole street', 'odd side', '1-9 odd; 2, 4/1', 'even from 20 on', '12 (all blocks)'])(
    'are written as “%s”',
    text => {
      expect(writtenHouses(houses(text))).toBe(text);
    },
  );

  it('are read as the same houses, or as some of them where there are very many', () => {
    fc.assert(
      fc.property(short, set => {
        const text = writtenHouses(set);
        const read = houses(text);
        expect(isWithin(read, set)).toBe(true);
        // the command repeats the side behind each range, which at most doubles the printed text
        if (en.print(describeSet(set)).length <= 150) expect(read).toEqual(set);
      }),
      { numRuns: 500 },
    );
  });

  it('are never very many', () => {
    const all = (list: readonly HouseSet[]) => setFromIntervals(list.flatMap(({ intervals }) => intervals));
    fc.assert(
      fc.property(fc.array(anyHouse, { minLength: 1, maxLength: 300 }), list => {
        const set = all(list.map(singleHouse));
        const text = writtenHouses(set);
        expect(text.length).toBeLessThanOrEqual(300);
        expect(isWithin(houses(text), set)).toBe(true);
      }),
    );
    expect(writtenHouses(all([house(12), house(20)].map(singleHouse)))).toBe('12, 20');
  });
});
