import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idleShare,
  keptShare,
  nothingHeld,
  settled,
  withHouses,
  withoutHouses,
} from '../../../src/domain/territory/holding.ts';
import {
  emptySet,
  equalSets,
  intersect,
  isEmptySet,
  minus,
  numberRange,
} from '../../../src/domain/territory/house-set.ts';
import { modelledSet } from './arbitrary-sets.ts';

const anySet = modelledSet.map(({ set }) => set);
const odd = (from: number, to: number) => numberRange(from, to, 'odd');
const held = { houses: odd(1, 45), shared: odd(1, 9), reason: 'languages' };

describe('what a school has on a street', () => {
  it.each([
    ['all that was shared', odd(1, 45), 'grades', 'grades'],
    ['other houses', odd(11, 15), 'grades', 'languages; grades'],
    ['other houses for the same reason', odd(11, 15), 'languages', 'languages'],
  ])('a share of %s joins its reason to the old one', (_, shared, reason, joined) => {
    expect(withHouses(held, shared, { shared, reason }).reason).toBe(joined);
  });

  it('a reason is not said twice', () => {
    const twice = { ...held, reason: 'languages; grades' };
    expect(withHouses(twice, odd(11, 15), { shared: odd(11, 15), reason: 'grades' }).reason).toBe(
      'languages; grades',
    );
  });

  it('the parts of a reason are not said twice either', () => {
    const twice = { ...held, reason: 'languages; grades' };
    const more = { shared: odd(11, 15), reason: 'grades; a new school' };
    expect(withHouses(twice, odd(11, 15), more).reason).toBe('languages; grades; a new school');
  });

  it('what is shared is idle as far as no other school has it', () => {
    const holding = (houses: typeof held.houses) => ({ ...nothingHeld, houses });
    const street = (houses: typeof held.houses) =>
      new Map([
        ['a', held],
        ['b', holding(houses)],
      ]);
    expect(idleShare(street(odd(1, 45)), 'a')).toEqual(emptySet);
    expect(idleShare(street(odd(5, 45)), 'a')).toEqual(minus(odd(1, 9), odd(5, 45)));
    expect(idleShare(new Map([['a', held]]), 'a')).toEqual(held.shared);
    expect(idleShare(street(odd(1, 45)), 'b')).toEqual(emptySet);
    expect(idleShare(street(odd(1, 45)), 'c')).toEqual(emptySet);
  });

  it('what is stated anew without a word goes on being shared, unless a word was said before', () => {
    expect(keptShare(held, odd(5, 15), nothingHeld)).toEqual({ shared: odd(5, 9), reason: 'languages' });
    expect(keptShare(held, odd(11, 15), nothingHeld)).toBeNull();
    expect(keptShare(nothingHeld, odd(1, 9), nothingHeld)).toBeNull();
    const said = withHouses(nothingHeld, odd(1, 5), { shared: odd(1, 5), reason: 'grades' });
    expect(keptShare(held, odd(1, 9), said)).toEqual({ shared: odd(7, 9), reason: 'languages' });
    expect(keptShare(held, odd(1, 3), said)).toBeNull();
  });

  it('houses that come without a word about sharing leave the share as it is', () => {
    expect(withHouses(held, odd(47, 49), null)).toMatchObject({ shared: held.shared, reason: held.reason });
  });

  it('a settled share is always among its own houses and those of others; without any there is no reason', () => {
    fc.assert(
      fc.property(anySet, anySet, anySet, anySet, (houses, shared, gone, others) => {
        const left = settled(withoutHouses({ houses, shared, reason: 'grades' }, gone), others);
        expect(isEmptySet(minus(left.shared, left.houses))).toBe(true);
        expect(isEmptySet(minus(left.shared, others))).toBe(true);
        expect(isEmptySet(intersect(left.shared, gone))).toBe(true);
        expect(left.reason === null).toBe(isEmptySet(left.shared));
        const again = settled(left, others);
        expect(equalSets(again.shared, left.shared)).toBe(true);
      }),
    );
  });
});
