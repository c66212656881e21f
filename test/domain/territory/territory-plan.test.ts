import { describe, expect, it } from 'vitest';
import { type Holding, nothingHeld } from '../../../src/domain/territory/holding.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { type HouseSet, unionAll } from '../../../src/domain/territory/house-set.ts';
import { planOfStreet } from '../../../src/domain/territory/territory-plan.ts';

const set = (text: string): HouseSet => {
  const { set: houses, problems } = readHouseList(text);
  expect(problems).toEqual([]);
  return houses;
};
const has = (houses: string, shared = '', reason: string | null = null): Holding => ({
  houses: set(houses),
  shared: shared === '' ? nothingHeld.shared : set(shared),
  reason,
});
const plan = (before: Record<string, Holding>, after: Record<string, Holding>, known: string | null = null) =>
  planOfStreet({
    street: 'Абай көшесі',
    known: known === null ? null : set(known),
    before: new Map(Object.entries(before)),
    after: new Map(Object.entries(after)),
  });

describe('what a change of bindings means for the schools of a street', () => {
  it('says which houses pass from whom to whom, and which nobody takes over', () => {
    const found = plan(
      { a: has('1-45'), b: has('2-60') },
      { a: has('1-9'), b: has('2-40'), c: has('11-21, 50') },
    );
    expect(found.moves).toEqual([
      { street: 'Абай көшесі', from: 'a', to: 'c', houses: set('11-21'), known: null },
      { street: 'Абай көшесі', from: 'b', to: 'c', houses: set('50'), known: null },
    ]);
    expect(found.dropped).toMatchObject([
      { school: 'a', houses: set('23-45') },
      { school: 'b', houses: unionAll([set('42-60, кроме 50')]) },
    ]);
    expect(found.shared).toEqual([]);
  });

  it('counts the houses that are known to exist', () => {
    const { moves, dropped } = plan(
      { a: has('1-45') },
      { a: nothingHeld, b: has('1-9') },
      '1, 3, 3А, 7, 21, 23, 48',
    );
    expect([moves[0]?.known, dropped[0]?.known]).toEqual([4, 2]);
  });

  it('takes houses that two schools swap for two moves, and what a school keeps for none', () => {
    const { moves, dropped } = plan(
      { a: has('1-9'), b: has('2-8') },
      { a: has('2-8'), b: has('1-9'), c: nothingHeld },
    );
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(dropped).toEqual([]);
  });

  it('tells a share once: not what is stored so already, but a new reason for it', () => {
    const before = { a: has('1-45'), b: has('1-9', '1-5', 'languages') };
    expect(plan(before, before).shared).toEqual([]);
    expect(plan(before, { ...before, b: has('1-9', '1-9', 'languages') }).shared).toMatchObject([
      { school: 'b', others: ['a'], houses: set('7-9') },
    ]);
    expect(plan(before, { ...before, b: has('1-9', '1-5', 'grades') }).shared).toMatchObject([
      { houses: set('1-5'), reason: 'grades' },
    ]);
  });
});
