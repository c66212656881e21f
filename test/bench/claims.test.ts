import { describe, expect, it } from 'vitest';
import { type Bar, judge } from './claims.ts';
import { interleave, type Measure, median } from './measure.ts';

const measure = (name: string, times: readonly number[], peakBytes: number | null = null): Measure => ({
  name,
  runs: times.map(ms => ({ ms, peakBytes })),
  failure: null,
});

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
    [[], Number.NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('a claim', () => {
  it.each<[Bar, boolean]>([
    [{ most: 2 }, true],
    [{ most: 1.9 }, false],
    [{ least: 2 }, true],
    [{ least: 2.1 }, false],
    [{ under: 2 }, false],
    [{ under: 2.1 }, true],
  ])('of twice the time against %j is met: %s', (bar, met) => {
    const measures = [measure('own', [300, 200, 100]), measure('peer', [100])];
    expect(judge({ of: 'own', against: 'peer', figure: 'time', bar }, measures)).toMatchObject({
      value: 2,
      met,
    });
  });

  it('against a peer that is absent is not judged', () => {
    const claim = { of: 'own', against: 'peer', figure: 'time', bar: { most: 2 } } as const;
    expect(judge(claim, [measure('own', [1])])).toMatchObject({ value: null, met: null });
  });

  it('of memory alone is judged in MB of a million bytes', () => {
    const claim = { of: 'own', against: null, figure: 'peak', bar: { most: 256 } } as const;
    expect(judge(claim, [measure('own', [1], 256_000_000)])).toMatchObject({ value: 256, met: true });
    expect(judge(claim, [measure('own', [1], 256 << 20)])).toMatchObject({ met: false });
    expect(judge(claim, [measure('own', [1])])).toMatchObject({ met: null });
  });
});

describe('the size of a database', () => {
  const run = (before: number, after: number) => ({ ms: 1, peakBytes: null, size: { before, after } });
  const measures = [
    { name: 'own', runs: [run(1_000_000, 3_000_000), run(2_000_000, 8_000_000)], failure: null },
    { name: 'peer', runs: [run(1_000_000, 1_100_000)], failure: null },
  ];

  it.each([
    ['own', null, 'size', 5.5],
    ['own', 'peer', 'size', 5],
    ['own', null, 'growth', 3.5],
  ] as const)('%s against %s, %s, is %d', (of, against, figure, expected) => {
    expect(judge({ of, against, figure }, measures).value).toBeCloseTo(expected);
  });

  it('is not judged where it was not asked', () => {
    const claim = { of: 'own', against: null, figure: 'growth' } as const;
    expect(judge(claim, [measure('own', [1])]).value).toBeNull();
  });
});

describe('a rate', () => {
  it('is rows a second, of the median', () => {
    const claim = { of: 'own', against: null, figure: 'rate', rows: 1000 } as const;
    expect(judge(claim, [measure('own', [500, 250, 100])]).value).toBe(4000);
  });
});

describe('the rounds', () => {
  it('run every job once each, keep every run, and leave out a job that has failed', async () => {
    const order: string[] = [];
    const job = (name: string, rounds?: number) => ({
      name,
      ...(rounds === undefined ? {} : { rounds }),
      run: async () => {
        order.push(name);
        if (name === 'broken') throw new Error('no such peer');
        return { ms: order.length, peakBytes: null };
      },
    });
    const measures = await interleave([job('a'), job('broken'), job('once', 1)], 3, () => undefined);
    expect(order).toEqual(['a', 'broken', 'once', 'a', 'a']);
    expect(measures.map(({ runs, failure }) => [runs.length, failure])).toEqual([
      [3, null],
      [0, 'no such peer'],
      [1, null],
    ]);
  });

  it('do not count a run whose work was not done in full', async () => {
    const job = {
      name: 'half',
      run: async () => ({ ms: 1, peakBytes: null }),
      check: async () => {
        throw new Error('half of the rows');
      },
    };
    expect(await interleave([job], 2, () => undefined)).toEqual([
      { name: 'half', runs: [], failure: 'half of the rows' },
    ]);
  });
});

describe('a claim of what one measure takes beyond another', () => {
  const run = (ms: number) => ({ ms, peakBytes: null });
  const measures = [
    { name: 'binding', runs: [run(700), run(900), run(800)], failure: null },
    { name: 'start', runs: [run(100), run(120), run(110)], failure: null },
  ];
  it.each([
    [691, true],
    [690, false],
  ])('is the difference of the medians, under %d: %s', (under, met) => {
    const claim = { of: 'binding', against: 'start', figure: 'beyond', bar: { under } } as const;
    expect(judge(claim, measures)).toEqual({ claim, value: 690, met });
  });
});
