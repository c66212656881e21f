import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassSets, readClassSets } from '../../../src/domain/season/class-types.ts';
import { defaultSeasonRules } from '../../../src/domain/season/window.ts';
import { checkYearSettings, type YearSettings } from '../../../src/domain/season/year-settings.ts';

const RULES = defaultSeasonRules('2027-2028');

const GOOD: YearSettings = {
  total_places: 600,
  intake: 75,
  class_size: 25,
  free_choice: true,
  classes: classes('kk general 2x25, ru general 1x25'),
};

function classes(text: string): readonly ClassSets[] {
  return readClassSets(text).value;
}

describe('the arithmetic of year settings', () => {
  const cases: [string, Partial<YearSettings>, object[]][] = [
    ['agree', {}, []],
    ['agree with the last place taken', { total_places: 75 }, []],
    [
      'agree with classes smaller than the class size',
      { intake: 60, classes: classes('kk general 3x20') },
      [],
    ],
    [
      'ask for more places than there are',
      { total_places: 74 },
      [{ code: 'settings-intake-above-places', severity: 'error', args: { intake: 75, total_places: 74 } }],
    ],
    [
      'spread too few pupils over the classes',
      { intake: 70 },
      [{ code: 'settings-classes-sum', severity: 'error', args: { intake: 70, sum: 75 } }],
    ],
    [
      'admit more than the classes hold',
      { intake: 80 },
      [
        {
          code: 'settings-intake-above-capacity',
          severity: 'error',
          args: { intake: 80, sets: 3, class_size: 25, capacity: 75 },
        },
        { code: 'settings-classes-sum', args: { intake: 80, sum: 75 } },
      ],
    ],
    [
      'have a class above the class size',
      { intake: 76, classes: classes('kk general 2x25, ru general 1x26') },
      [
        { code: 'settings-intake-above-capacity', args: { capacity: 75 } },
        {
          code: 'settings-size-above-class-size',
          severity: 'error',
          args: { classes: 'ru general 1x26', size: 26, class_size: 25 },
        },
      ],
    ],
    [
      'have no classes',
      { classes: [] },
      [{ code: 'settings-no-classes', severity: 'error', args: { intake: 75 } }],
    ],
    [
      'count no places',
      { total_places: 0 },
      [{ code: 'settings-number', severity: 'error', args: { field: 'total_places', value: 0 } }],
    ],
    [
      'count fewer than none',
      { intake: -75 },
      [{ code: 'settings-number', args: { field: 'intake', value: -75 } }],
    ],
    [
      'count more places than any school has',
      { total_places: 100_001 },
      [{ code: 'settings-number', args: { field: 'total_places', value: 100_001, max: 100_000 } }],
    ],
    [
      'count half a pupil',
      { class_size: 24.5 },
      [{ code: 'settings-number', args: { field: 'class_size' } }],
    ],
    [
      'list a class set of nobody',
      { classes: [{ language: 'kk', type: 'general', sets: 3, size: 0 }] },
      [{ code: 'classes-zero', severity: 'error', args: { words: 'kk general 3x0' } }],
    ],
  ];
  it.each(cases)('settings that %s', (_what, change, problems) => {
    const found = checkYearSettings({ ...GOOD, ...change }, RULES);
    expect(found).toMatchObject(problems);
    expect(found).toHaveLength(problems.length);
  });

  it.each([
    [1, null],
    [25, null],
    [26, 'warning'],
    [36, 'warning'],
    [37, 'error'],
  ])('a class of %i is %s', (size, severity) => {
    const settings = { ...GOOD, class_size: size, intake: size, classes: classes(`kk general 1x${size}`) };
    expect(checkYearSettings(settings, RULES).map(found => found.severity)).toEqual(
      severity ? [severity] : [],
    );
  });

  it('takes the norm and the maximum from the department', () => {
    const crowded = { ...RULES, class_size_norm: 30, class_size_max: 40 };
    const settings = { ...GOOD, class_size: 40, intake: 40, classes: classes('kk general 1x40') };
    expect(
      checkYearSettings(
        { ...settings, class_size: 30, intake: 30, classes: classes('kk general 1x30') },
        crowded,
      ),
    ).toEqual([]);
    expect(checkYearSettings(settings, crowded)).toMatchObject([
      { code: 'class-size-above-norm', severity: 'warning', args: { class_size: 40, norm: 30, max: 40 } },
    ]);
    expect(checkYearSettings(settings, RULES)).toMatchObject([
      { code: 'class-size-above-max', severity: 'error', args: { class_size: 40, max: 36 } },
    ]);
  });

  it('finds no fault with any settings that are made to agree', () => {
    const sets = fc.integer({ min: 1, max: 30 });
    const size = fc.integer({ min: 1, max: 25 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sets, size), { minLength: 1, maxLength: 6 }),
        fc.nat(500),
        (spread, spare) => {
          const intake = spread.reduce((sum, [n, s]) => sum + n * s, 0);
          const settings = {
            ...GOOD,
            total_places: intake + spare,
            intake,
            classes: spread.map(([n, s]) => ({ language: 'kk', type: 'general', sets: n, size: s }) as const),
          };
          expect(checkYearSettings(settings, RULES)).toEqual([]);
        },
      ),
    );
  });
});
