import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { numberRange, setToText, unionAll } from '../../../src/domain/territory/house-set.ts';
import { growth, LINEAR } from '../../support/work.ts';

const MEGABYTE = 1_000_000;
const SMALL = 10_000;
/** Pieces that a list may repeat without end: houses, ranges, brackets, headings, exceptions, words of no meaning. */
const PIECES = [
  '1, ',
  '12 ',
  '1-3 5-7 ',
  '1-',
  '(',
  '((1)',
  '12 (а,б) ',
  '12 (1, ',
  '12 (всего ',
  '1 кроме 1;',
  '1-9, 1-3-тен басқа, ',
  '1 басқа, ',
  'нечетные: 1-3; ',
  '1 мен 3 ',
  'с 1 ',
  'уч18, ',
  'до конца ',
  '"',
  'щука ',
];

describe('the work of reading a house list', () => {
  it.each(PIECES)(
    'grows with its length: «%s» again and again',
    piece => {
      const read = (length: number) => readHouseList(piece.repeat(length / piece.length));
      expect(growth(read, SMALL)).toBeLessThan(LINEAR);
    },
    60_000,
  );
});

describe('a house list of a megabyte', () => {
  it('is read', () => {
    const ranges = Array.from({ length: 70_000 }, (_, i) => [i * 4 + 1, i * 4 + 3] as const);
    const text = ranges.map(([from, to]) => `${from}-${to} odd`).join(', ');
    expect(text.length).toBeGreaterThan(MEGABYTE);
    const { set, problems } = readHouseList(text);
    expect(problems).toEqual([]);
    expect(setToText(set)).toBe(setToText(numberRange(1, 279_999, 'odd')));
  }, 30_000);

  it('is refused with a hundred problems at most, none of them longer than a line', () => {
    const { set, problems } = readHouseList('9-17-22-25, щука «, '.repeat(MEGABYTE / 20));
    expect(set).toEqual(unionAll([]));
    expect(problems).toHaveLength(100);
    for (const { args } of problems) expect(JSON.stringify(args).length).toBeLessThan(120);
  }, 30_000);

  it('of one word is refused with the start of it', () => {
    const { problems } = readHouseList('щ'.repeat(MEGABYTE));
    expect(problems).toMatchObject([{ code: 'houses-unreadable', args: { words: `${'щ'.repeat(80)}…` } }]);
  }, 30_000);
});
