import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('set-year-settings --department on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('set-year-settings'));
  });
  afterAll(() => district.drop());

  const season = (...argv: readonly string[]) => [
    'set-year-settings',
    '--department',
    'akzhailau',
    ...argv,
    '--lang',
    'en',
  ];

  it.each([
    [
      'a window that closes before it opens',
      ['--opens', '2027-04-02', '--closes', '2027-04-01'],
      'season-closes-first',
      ['2027-04-02', '2027-04-01'],
    ],
    [
      'a window that closes before the default opening',
      ['--closes', '2027-03-31'],
      'season-closes-first',
      ['2027-04-01'],
    ],
    ['a date outside the year', ['--opens', '2026-04-01'], 'season-date-year', ['2026-04-01', '2027']],
    ['an order before the window', ['--order-from', '2027-03-01'], 'season-order-early', ['2027-03-01']],
    ['an order after study starts', ['--order-from', '2027-09-02'], 'season-order-late', ['2027-09-02']],
    ['an empty class', ['--class-size-max', '0'], 'season-cap', ['0']],
    ['a norm above the maximum', ['--class-size-norm', '37'], 'season-norm-above-max', ['37', '36']],
    ['a class of more than a column holds', ['--class-size-max', '99999999999'], 'season-cap', ['100000']],
    ['fewer than no children', ['--inside-per-outside', '-3'], 'season-cap', ['-3']],
  ])('refuses %s', async (_, argv, code, words) => {
    const answer = await district.refused(streetKeeper, season(...argv));
    expect(answer.code).toBe(3);
    expect(answer.codes).toContain(code);
    const message = answer.document.problems.find(problem => problem.code === code)?.message;
    for (const word of words) expect(message).toContain(word);
  });

  it.each([
    [['--opens', '31.02.2027'], 'date-impossible', 2],
    [['--closes', 'тамыз'], 'date-malformed', 2],
    [['--class-size-max', 'отыз'], 'flag-invalid', 2],
    [[], 'nothing-to-change', 2],
  ])('takes %j for wrong usage', async (argv, code, exit) => {
    expect(await district.refused(streetKeeper, season(...argv))).toMatchObject({
      code: exit,
      codes: [code],
    });
  });

  it('has a default for whatever is not set, and stores what is', async () => {
    const argv = season('--opens', '15.04.2027');
    const { document } = await district.done(streetKeeper, argv);
    expect(document.changes).toMatchObject([
      {
        kind: 'season-rules',
        after: {
          opens: '2027-04-15',
          closes: '2027-08-31',
          order_from: '2027-08-25',
          study_starts: '2027-09-01',
          class_size_norm: 25,
          class_size_max: 36,
          inside_per_outside: 3,
        },
      },
    ]);
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
  });

  it('warns of a window that runs into the school year', async () => {
    const { document } = await district.done(streetKeeper, season('--closes', '2027-09-10', '--yes'));
    expect(document).toMatchObject({
      outcome: 'applied',
      problems: [{ code: 'season-closes-after-study', severity: 'warning' }],
    });
  });

  it('keeps what was set before, and asks before it overwrites', async () => {
    const argv = season('--closes', '2027-08-20');
    expect(await district.refused(streetKeeper, argv)).toMatchObject({
      code: 5,
      document: { approvals: [{ reason: 'settings-overwritten', count: 1 }] },
    });
    const { document } = await district.done(streetKeeper, [...argv, '--yes']);
    expect(document.changes).toMatchObject([{ after: { opens: '2027-04-15', closes: '2027-08-20' } }]);
  });

  it('decides with its caps what its schools may set, now and when it changes them', async () => {
    const school = holder('school-1', 'admin');
    const settings = [
      ...['set-year-settings', '--school', 'school-1', '--total-places', '900', '--intake', '30'],
      ...['--class-size', '30', '--free-choice', 'no', '--classes', 'kk general 1x30'],
    ];
    await district.done(streetKeeper, season('--class-size-max', '28', '--yes'));
    const refused = await district.refused(school, settings);
    expect(refused).toMatchObject({ code: 3, codes: ['class-size-above-max'] });
    expect(refused.document.problems[0]?.message).toContain('28');

    await district.done(streetKeeper, season('--class-size-max', '30', '--class-size-norm', '30', '--yes'));
    expect((await district.done(school, settings)).codes).toEqual([]);
    expect(await consistent()).toBe('pass');
    await district.done(streetKeeper, season('--class-size-norm', '25', '--yes'));
    expect(await consistent()).toBe('warn');
    await district.done(streetKeeper, season('--class-size-max', '29', '--yes'));
    expect(await consistent()).toBe('fail');
  });

  async function consistent(): Promise<string | undefined> {
    const argv = ['check-readiness', '--school', 'school-1', '--only', 'year-settings-consistent', '--json'];
    const run = await district.text(story.admin.iin, argv);
    return parseDocument(run, 'qabyl.readiness/1').orgs[0]?.checks[0]?.status;
  }

  it.each([
    ['the department’s super-administrator', story.admin.iin],
    ['a school’s administrator', holder('school-1', 'admin')],
  ])('is not for %s', async (_, who) => {
    const answer = await district.refused(who, season('--opens', '2027-05-01', '--yes'));
    expect(answer).toMatchObject({ code: 4, codes: ['not-permitted'] });
  });

  it('is for departments', async () => {
    const argv = ['set-year-settings', '--department', 'school-1', '--opens', '2027-05-01'];
    expect(await district.refused(streetKeeper, argv)).toMatchObject({
      code: 3,
      codes: ['org-not-department'],
    });
  });
});
