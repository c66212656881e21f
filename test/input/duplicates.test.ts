import { expect, it } from 'vitest';
import { RowsSeen } from '../../src/input/duplicates.ts';

it('remembers the first row of a key: its line and whether it said the same', () => {
  const seen = new RowsSeen();
  expect(seen.meet('850315400124', 'Ахметова Айгүл', 2)).toBeNull();
  expect(seen.meet('791122400779', 'Ахметова Айгүл', 3)).toBeNull();
  expect(seen.meet('850315400124', 'Ахметова Айгүл', 4)).toEqual({ line: 2, same: true });
  expect(seen.meet('850315400124', 'Ахметова Айгул', 5)).toEqual({ line: 2, same: false });
});
