import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_END, sideOf } from '../../../src/domain/territory/house-cuts.ts';
import { areCanonical } from '../../../src/domain/territory/house-intervals.ts';
import {
  formatHouseNumber,
  HOUSE_LETTERS,
  type HouseNumber,
  MAX_NUMBER,
  parseHouseNumber,
} from '../../../src/domain/territory/house-number.ts';
import { houseKey, houseOfKey } from '../../../src/domain/territory/house-order.ts';
import {
  type HouseSet,
  numberRange,
  setFromText,
  setToText,
  singleHouse,
  unionAll,
  wholeNumber,
  wholeStreet,
} from '../../../src/domain/territory/house-set.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { createPostgres, RuleBench } from './rule-bench.ts';

const MANY = { minLength: 200, maxLength: 200 };
const RUNS = { numRuns: 25 };

const letter = fc.constantFrom('', ...HOUSE_LETTERS);
const number = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.constantFrom(99, 100, 99_999, MAX_NUMBER - 1, MAX_NUMBER),
);
const part = fc.oneof(
  fc.constant(''),
  fc.tuple(number, letter).map(([n, tail]) => `${n}${tail}`),
);
const house: fc.Arbitrary<HouseNumber> = fc.record({
  number,
  letter,
  fraction: part,
  block: fc.oneof(part, letter),
});
const end = fc.oneof(number, house, fc.constant(null));
const piece: fc.Arbitrary<HouseSet> = fc.oneof(
  house.map(singleHouse),
  number.map(wholeNumber),
  fc
    .tuple(end, end, fc.constantFrom('odd' as const, 'even' as const, 'both' as const))
    .map(([from, to, side]) => numberRange(from, to, side)),
  fc.constant(wholeStreet),
);
const written = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map(pieces => setToText(unionAll(pieces)))
  .filter(text => text !== '');
/** Nearly such texts: one sign more, less or another. */
const spoiled = fc
  .tuple(written, fc.nat(), fc.constantFrom(...'0123579~-,.:;АӨЁA o', ';even:2-~', ',3-5', '00', ''))
  .map(([text, at, sign]) => {
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${sign}${text.slice(place + (at % 2))}`;
  });
const dirt = fc.constantFrom(
  ...['', 'odd:', 'odd:1-3,3-5', 'odd:3-1', 'odd:1-1', 'odd:1-2', 'even:1-3', 'odd:01-3', 'odd:0-3'],
  ...['even:2-~;odd:1-~', 'odd:1-~,3-5', 'odd:1-3;odd:5-7', 'odd:1000001-~', 'odd:~-~', 'odd:1-3,', 'all'],
  ...[
    'even:12-12...1',
    'even:12.А-12.А.1',
    'even:12..0-14',
    'even:12.АБ-14',
    'even:12....1-14',
    'even:12.-14',
  ],
);
/** Whether a text is one that `setToText` writes: it is read, is made of cuts between houses, and is written so again. */
function isStored(text: string): boolean {
  try {
    const set = setFromText(text);
    const cuts = set.intervals.flatMap(({ side, lo, hi }) => [
      isCut(lo, side),
      hi === OPEN_END || isCut(hi, side),
    ]);
    return text !== '' && cuts.every(Boolean) && areCanonical(set.intervals) && setToText(set) === text;
  } catch {
    return false;
  }
}

function isCut(cut: string, side: string): boolean {
  const one = houseOfKey(cut);
  const read = parseHouseNumber(formatHouseNumber(one));
  return read !== null && houseKey(read) === cut && sideOf(read.number) === side;
}

describe('sets of houses as the database reads them', () => {
  let place: TestDatabase;
  let bench: RuleBench;
  beforeAll(async () => {
    place = await createPostgres();
    bench = await RuleBench.bare(place.target);
  });
  afterAll(async () => {
    await bench.close();
    await place.drop();
  });

  it('every set that the program writes is one, and nothing else is', async () => {
    const seen = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(written, spoiled, spoiled, dirt), MANY), async texts => {
        const judged = await bench.judge('is_house_set(v)', texts);
        const wanted = texts.map(isStored);
        for (const holds of wanted) seen[`${holds}`] += 1;
        expect(texts.filter((_, i) => judged[i] !== wanted[i])).toEqual([]);
      }),
      RUNS,
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100);
  });

  it('its cuts are those of the program, in the order of houses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, MANY), async texts => {
        const wanted = texts.map(text =>
          setFromText(text)
            .intervals.flatMap(({ side, lo, hi }) => [`${side} ${lo} 1`, `${side} ${hi} -1`])
            .join('\n'),
        );
        expect(await bench.cuts(texts)).toEqual(wanted);
      }),
      RUNS,
    );
  });
});
