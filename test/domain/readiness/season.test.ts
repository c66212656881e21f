import { describe, expect, it } from 'vitest';
import { windowSet } from '../../../src/domain/readiness/checks/window-set.ts';
import { yearSettingsConsistent } from '../../../src/domain/readiness/checks/year-settings-consistent.ts';
import { yearSettingsSet } from '../../../src/domain/readiness/checks/year-settings-set.ts';
import { placesIn, readClassSets } from '../../../src/domain/season/class-types.ts';
import { department, rules, school, settings } from './facts.ts';

const BY_SCHOOL = { role: 'admin', org: 'school-71' };

describe('window-set', () => {
  it('warns that the default is in force, and the fix confirms it', () => {
    expect(windowSet.run(department({ rulesSet: false }))).toEqual({
      status: 'warn',
      finding: { code: 'window-by-default', args: { opens: '2027-04-01', closes: '2027-08-31' } },
      fix: [
        ...['qabyl', 'set-year-settings', '--department', 'district-7'],
        ...['--opens', '2027-04-01', '--closes', '2027-08-31'],
      ],
      by: { role: 'admin', org: 'district-7' },
    });
  });

  it('passes where the department has set it', () => {
    const own = { ...rules, opens: '2027-05-01' };
    expect(windowSet.run(department({ rules: own })).finding).toEqual({
      code: 'window-set',
      args: { opens: '2027-05-01', closes: '2027-08-31' },
    });
  });
});

describe('year-settings-set', () => {
  it('fails without settings, and the fix proposes no number that the school must decide', () => {
    expect(yearSettingsSet.run(school({ settings: null }))).toEqual({
      status: 'fail',
      finding: { code: 'settings-not-set', args: { year: '2027-2028' } },
      fix: ['qabyl', 'set-year-settings', '--school', 'school-71'],
      by: BY_SCHOOL,
    });
  });

  it('passes with them', () => {
    expect(yearSettingsSet.run(school()).finding).toEqual({
      code: 'settings-set',
      args: { total_places: 600, intake: 50, class_size: 25 },
    });
  });
});

describe('year-settings-consistent', () => {
  const run = (changed: Partial<typeof settings>, caps: Partial<typeof rules> = {}) =>
    yearSettingsConsistent.run(
      school({ settings: { ...settings, ...changed }, rules: { ...rules, ...caps } }),
    );
  const kk = (sets: number, size: number) => [
    { language: 'kk' as const, type: 'general' as const, sets, size },
  ];

  it('is not checked before there are settings', () => {
    expect(yearSettingsConsistent.run(school({ settings: null }))).toEqual({
      status: 'not-checked',
      finding: { code: 'depends-on', args: { check: 'year-settings-set' } },
      fix: null,
      by: null,
    });
  });

  it.each([
    ['intake above places', { total_places: 49 }, {}, ['settings-intake-above-places']],
    ['a sum that is not the intake', { intake: 49 }, {}, ['settings-classes-sum']],
    ['no class sets', { classes: [] }, {}, ['settings-no-classes']],
    ['a limit lowered since', {}, { class_size_max: 24, class_size_norm: 20 }, ['class-size-above-max']],
    ['a class above 36', { intake: 74, class_size: 37, classes: kk(2, 37) }, {}, ['class-size-above-max']],
    [
      'everything at once',
      { total_places: 1, intake: 51 },
      {},
      ['settings-intake-above-places', 'settings-intake-above-capacity', 'settings-classes-sum'],
    ],
  ])('fails for %s, and says all that is wrong', (_, changed, caps, problems) => {
    expect(run(changed, caps)).toMatchObject({
      status: 'fail',
      finding: { code: 'settings-inconsistent', args: { problems } },
      by: BY_SCHOOL,
    });
  });

  it.each([
    [25, 'pass'],
    [26, 'warn'],
    [36, 'warn'],
    [37, 'fail'],
  ])('a class of %i: %s', (size, status) =>
    expect(run({ class_size: size, intake: 2 * size, classes: kk(2, size) }).status).toBe(status),
  );

  it('proposes class sets that keep the norm and lose no place', () => {
    const { finding, fix } = run({ class_size: 27, intake: 135, classes: kk(5, 27) });
    expect(finding).toEqual({ code: 'class-size-over-norm', args: { class_size: 27, norm: 25, max: 36 } });
    expect(fix?.slice(0, 6)).toEqual([
      ...['qabyl', 'set-year-settings', '--school', 'school-71'],
      ...['--class-size', '25'],
    ]);
    const { value } = readClassSets(fix?.at(-1) ?? '');
    expect(placesIn(value)).toBe(135);
    expect(value.every(each => each.size <= 25)).toBe(true);
  });

  it('has nothing to propose where there are no class sets', () => {
    expect(run({ classes: [] }).fix).toContain('CLASSES');
  });
});
