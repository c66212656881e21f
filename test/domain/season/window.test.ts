import { describe, expect, it } from 'vitest';
import { checkSeasonRules, defaultSeasonRules, type SeasonRules } from '../../../src/domain/season/window.ts';

const YEAR = '2027-2028';
const DEFAULTS = defaultSeasonRules(YEAR);

describe('the season of a department', () => {
  it('is by default what Order 564 says', () => {
    expect(DEFAULTS).toEqual({
      opens: '2027-04-01',
      closes: '2027-08-31',
      order_from: '2027-08-25',
      study_starts: '2027-09-01',
      class_size_norm: 25,
      class_size_max: 36,
      inside_per_outside: 3,
    });
    expect(checkSeasonRules(DEFAULTS, YEAR)).toEqual([]);
  });

  const cases: [Partial<SeasonRules>, ...string[]][] = [
    [{ opens: '2027-03-01', closes: '2027-08-20' }],
    [{ opens: '2027-08-31' }, 'season-order-early'],
    [{ opens: '2026-04-01' }, 'season-date-year'],
    [{ study_starts: '2028-09-01' }, 'season-date-year'],
    [{ opens: '2027-07-01', closes: '2027-06-30' }, 'season-closes-first'],
    [{ order_from: '2027-03-31' }, 'season-order-early'],
    [{ order_from: '2027-09-02' }, 'season-order-late'],
    [{ order_from: '2027-09-01' }],
    [{ closes: '2027-09-01' }, 'season-closes-after-study'],
    [{ class_size_norm: 0 }, 'season-cap'],
    [{ class_size_max: 30.5 }, 'season-cap'],
    [{ inside_per_outside: -1 }, 'season-cap'],
    [{ inside_per_outside: 100_001 }, 'season-cap'],
    [{ class_size_norm: 100_000, class_size_max: 100_000 }],
    [{ class_size_norm: 37 }, 'season-norm-above-max'],
    [{ class_size_norm: 36 }],
  ];
  it.each(cases)('with %j finds what is wrong', (change, ...codes) => {
    expect(checkSeasonRules({ ...DEFAULTS, ...change }, YEAR).map(({ code }) => code)).toEqual(codes);
  });

  it('only warns of a window that runs into the school year', () => {
    expect(checkSeasonRules({ ...DEFAULTS, closes: '2027-09-15' }, YEAR)).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('names the date, its field and the year it should be in', () => {
    expect(checkSeasonRules({ ...DEFAULTS, opens: '2026-04-01' }, YEAR)).toMatchObject([
      { args: { field: 'opens', date: '2026-04-01', year: 2027 }, severity: 'error' },
    ]);
  });
});
