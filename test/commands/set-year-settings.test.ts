import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const admin = (school: string) => holder(school, 'admin');

/** Settings that agree: 75 pupils in three classes of 25. */
const sound = {
  '--total-places': '900',
  '--intake': '75',
  '--class-size': '25',
  '--free-choice': 'yes',
  '--classes': 'kk general 2x25, ru general 1x25',
};
type Flags = Readonly<Record<string, string>>;

const set = (school: string, flags: Flags, ...argv: readonly string[]) => [
  ...['set-year-settings', '--school', school, '--lang', 'en'],
  ...Object.entries(flags).flat(),
  ...argv,
];

describe.each(engines)('set-year-settings --school on $engine', ({ create }) => {
  let district: District;
  const stored = async (school: string) => (await district.list('settings', '--school', school))[0];
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('set-year-settings'));
  });
  afterAll(() => district.drop());

  it('stores what agrees, and nothing again', async () => {
    const argv = set('school-1', sound);
    const { document } = await district.done(admin('school-1'), argv);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 1, add: 1 }, problems: [] });
    expect(await stored('school-1')).toEqual({
      year: '2027-2028',
      school: 'school-1',
      total_places: 900,
      intake: 75,
      class_size: 25,
      free_choice: true,
      classes: 'kk general 2x25, ru general 1x25',
    });
    const again = set('school-1', { ...sound, '--classes': 'орыс жалпы 1×25; қазақ жалпы 2х25' });
    expect((await district.done(admin('school-1'), again)).document.outcome).toBe('unchanged');
  });

  it.each<[string, Flags, string, readonly string[]]>([
    ['an intake above the places', { '--total-places': '74' }, 'settings-intake-above-places', ['75', '74']],
    [
      'an intake that does not fit',
      { '--class-size': '24', '--classes': 'kk general 3x24, ru general 1x3', '--intake': '97' },
      'settings-intake-above-capacity',
      ['97', '96', '4', '24'],
    ],
    [
      'class types that do not add up',
      { '--classes': 'kk general 2x25' },
      'settings-classes-sum',
      ['50', '75'],
    ],
    [
      'a class above the class size',
      { '--class-size': '20', '--classes': 'kk general 3x25' },
      'settings-size-above-class-size',
      ['25', '20'],
    ],
    ['37 in a class', { '--class-size': '37' }, 'class-size-above-max', ['37', '36']],
    ['no places', { '--total-places': '0' }, 'settings-number', ['0']],
    ['fewer than no pupils', { '--intake': '-75' }, 'settings-number', ['-75']],
    ['an empty class', { '--class-size': '0' }, 'settings-number', ['0']],
    [
      'more places than a database column holds',
      { '--total-places': '99999999999' },
      'settings-number',
      ['99999999999', '100000'],
    ],
    ['a crowd', { '--intake': '100001' }, 'settings-number', ['100001', '100000']],
    ['a class of thousands', { '--class-size': '2147483648' }, 'settings-number', ['2147483648']],
    ['no class sets', { '--classes': 'kk general 0x25' }, 'classes-zero', ['0x25']],
    ['class sets of words', { '--classes': 'екі сынып' }, 'classes-malformed', ['екі сынып']],
    ['class sets below none', { '--classes': 'kk general -2x25' }, 'classes-malformed', ['-2x25']],
    [
      'one kind of class twice',
      { '--classes': 'kk general 1x25, қазақ жалпы 2x25' },
      'classes-twice',
      ['қазақ жалпы 2x25'],
    ],
    ['an unknown language', { '--classes': 'fr general 3x25' }, 'classes-word-unknown', ['fr']],
    [
      'a class without a language',
      { '--classes': 'general 3x25' },
      'classes-language-missing',
      ['general 3x25'],
    ],
  ])('refuses %s and tells the numbers', async (_, flags, code, numbers) => {
    const answer = await district.refused(admin('school-2'), set('school-2', { ...sound, ...flags }));
    expect(answer.code).toBe(3);
    expect(answer.codes).toContain(code);
    const message = answer.document.problems.find(problem => problem.code === code)?.message ?? '';
    for (const number of numbers) expect(message).toContain(number);
  });

  it('tells everything that does not agree at once', async () => {
    const flags = { ...sound, '--total-places': '60', '--class-size': '40', '--classes': 'kk general 1x41' };
    const answer = await district.refused(admin('school-2'), set('school-2', flags));
    expect(answer.codes).toEqual([
      'settings-intake-above-places',
      'settings-intake-above-capacity',
      'settings-classes-sum',
      'settings-size-above-class-size',
      'class-size-above-max',
    ]);
  });

  it.each(['12,5', '1e3', 'жүз', '', '99999999999999999999'])(
    'takes “%s” for no number of places',
    async places => {
      const answer = await district.refused(
        admin('school-2'),
        set('school-2', { ...sound, '--total-places': places }),
      );
      expect(answer).toMatchObject({ code: 2, codes: ['flag-invalid'] });
      expect(answer.document.problems[0]?.message).toContain('--total-places');
    },
  );

  it('warns of 27 in a class and stores it', async () => {
    const flags = { ...sound, '--intake': '81', '--class-size': '27', '--classes': 'kk general 3x27' };
    const { document } = await district.done(admin('school-3'), set('school-3', flags));
    expect(document).toMatchObject({
      outcome: 'applied',
      problems: [{ code: 'class-size-above-norm', severity: 'warning' }],
    });
    expect(document.problems[0]?.message).toMatch(/27.*25.*36/u);
  });

  it('keeps what the flags do not name, and asks before it overwrites', async () => {
    await district.done(admin('school-4'), set('school-4', sound));
    const argv = set('school-4', { '--free-choice': 'no', '--total-places': '800' });
    const asked = await district.refused(admin('school-4'), argv);
    expect(asked).toMatchObject({
      code: 5,
      codes: ['approval-needed'],
      document: { approvals: [{ reason: 'settings-overwritten', count: 1 }] },
    });
    await district.done(admin('school-4'), [...argv, '--yes']);
    expect(await stored('school-4')).toMatchObject({ total_places: 800, intake: 75, free_choice: false });
    // A part is judged together with the rest.
    const answer = await district.refused(admin('school-4'), set('school-4', { '--intake': '76' }, '--yes'));
    expect(answer.codes).toEqual(['settings-intake-above-capacity', 'settings-classes-sum']);
    expect((await district.done(admin('school-4'), set('school-4', {}))).document.outcome).toBe('unchanged');
  });

  it.each([
    ['иә', true],
    ['нет', false],
    ['жоқ', false],
  ])('takes --free-choice in the words of files: %s', async (word, free) => {
    const { document } = await district.change(
      admin('school-3'),
      set('school-3', { ...sound, '--free-choice': word }, '-n'),
    );
    expect(document.changes[0]?.after).toMatchObject({ free_choice: free });
  });

  it('undoes nothing that another run sets at the same time', async () => {
    await district.done(admin('school-4'), set('school-4', sound, '--yes'));
    const places = set('school-4', { '--total-places': '700' }, '--yes');
    const choice = set('school-4', { '--free-choice': 'no' }, '--yes');
    await Promise.all([district.done(admin('school-4'), places), district.done(admin('school-4'), choice)]);
    expect(await stored('school-4')).toMatchObject({ total_places: 700, free_choice: false });
  });

  it('names the flag that is missing where nobody can be asked, and asks where somebody can', async () => {
    const { '--classes': classes, ...rest } = sound;
    const answer = await district.refused(admin('school-2'), set('school-2', rest));
    expect(answer).toMatchObject({ code: 2, codes: ['flag-missing'] });
    expect(answer.document.problems[0]?.message).toContain('--classes');
    const run = await district.text(admin('school-2'), set('school-2', rest), { answers: [classes] });
    expect(run.code).toBe(0);
    expect(await stored('school-2')).toMatchObject({ classes });
  });

  it.each<[string, string, string]>([
    ['the director', holder('school-1', 'director'), 'not-permitted'],
    ['another school’s administrator', admin('school-2'), 'not-permitted'],
    ['the department’s administrator', streetKeeper, 'not-permitted'],
    ['somebody who works nowhere', '850101300779', 'actor-unknown'],
  ])('is not for %s', async (_, who, code) => {
    const answer = await district.refused(who, set('school-1', { '--intake': '50' }, '--yes'));
    expect(answer).toMatchObject({ code: 4, codes: [code] });
    if (code === 'not-permitted')
      expect(answer.document.problems[0]?.message).toMatch(/administrator of school-1/u);
  });

  it.each([
    [['--school', 'school-1', '--file', 'a.csv'], 'flags-conflict'],
    [['--school', 'school-1', '--department', 'akzhailau'], 'flags-conflict'],
    [['--school', 'school-1', '--opens', '2027-04-01'], 'flag-needs'],
    [['--department', 'akzhailau', '--intake', '75'], 'flag-needs'],
    [['--intake', '75'], 'flag-missing'],
  ])('refuses the flags %j', async (flags, code) => {
    const answer = await district.refused(admin('school-1'), ['set-year-settings', ...flags]);
    expect(answer).toMatchObject({ code: 2, codes: [code] });
  });
});
