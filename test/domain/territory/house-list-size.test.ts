import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { numberRange, setToText, unionAll } from '../../../src/domain/territory/house-set.ts';

const MEGABYTE = 1_000_000;
const SMALL = 10_000;
/** Ten times the text may take thirty times as long, collecting garbage included; a quadratic reading takes a hundred. */
const [TIMES, SLOWER] = [10, 30];
const TRIES = 5;

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

describe('the time a house list takes', () => {
  it.each(PIECES)(
    'grows with its length: «%s» again and again',
    piece => {
      let slower = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < TRIES && slower > SLOWER; tries += 1) {
        const [small, large] = [duration(piece, SMALL), duration(piece, SMALL * TIMES)];
        slower = Math.min(slower, large / small);
      }
      expect(slower).toBeLessThan(SLOWER);
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

function duration(piece: string, length: number): number {
  const text = piece.repeat(length / piece.length);
  const start = process.cpuUsage(); // what else the machine does is not counted
  readHouseList(text);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
