import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const LANGUAGES = 'русские классы';

describe.each(engines)('bind-streets --share on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const bind = (school: string, street: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--school', school, '--street', street, '--lang', 'en'],
    ...argv,
  ];
  const shares = async (street: string) =>
    Object.fromEntries(
      (await district.list('bindings', '--street', street))
        .filter(row => row.share !== null)
        .map(row => [String(row.school), `${row.shared_houses}: ${row.share}`]),
    );

  const streets = [
    ...['Гагарин көшесі', 'Чехов көшесі', 'Бұлақ көшесі', 'Наурыз көшесі', 'Саябақ көшесі'],
    ...['Достық көшесі', 'Бейбітшілік көшесі', 'Лермонтов көшесі', 'Пушкин көшесі'],
    ...['Кенесары хан көшесі', 'Қажымұқан көшесі', 'Мәметова көшесі'],
  ];
  let street = '';
  beforeEach(async () => {
    street = streets.shift() ?? '';
    await district.done(streetKeeper, bind('school-1', street, '--houses', '1-45'));
  });

  it('is offered beside --move where houses are taken', async () => {
    const answer = await district.refused(streetKeeper, bind('school-2', street, '--houses', '41-51'));
    expect(answer).toMatchObject({ code: 3, codes: ['houses-taken'] });
    expect(answer.document.problems[0]?.fix).toMatch(/--move .*--share "REASON"/);
  });

  it('binds them without taking them, and the plan names both schools, the houses and the reason', async () => {
    const argv = bind('school-2', street, '--houses', '41-51', '--share', LANGUAGES);
    const { document } = await district.done(streetKeeper, argv);
    expect(document).toMatchObject({
      summary: { add: 1, update: 0 },
      approvals: [],
      moves: [],
      dropped: [],
      shared: [
        { school: 'school-2', others: ['school-1'], houses: '41–45 odd', reason: LANGUAGES, known: null },
      ],
    });
    expect(await district.bound(street)).toEqual({ 'school-1': '1–45 odd', 'school-2': '41–51 odd' });
    expect(await shares(street)).toEqual({ 'school-2': `41–45 odd: ${LANGUAGES}` });
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
    const plain = bind('school-1', street, '--houses', '1-45');
    expect((await district.done(streetKeeper, plain)).document.outcome).toBe('unchanged');
  });

  it('says so in words', async () => {
    const argv = bind('school-2', street, '--houses', '41-51', '--share', LANGUAGES, '--dry-run');
    const { stdout } = await district.text(streetKeeper, argv);
    expect(stdout).toContain('Houses shared on purpose:\n  school-2 with school-1: 1 street\n');
    expect(stdout).toContain(`${street}: 41–45 odd (${LANGUAGES})`);
  });

  it('is no overlap for the readiness of the department', async () => {
    await district.done(streetKeeper, bind('school-2', street, '--share', LANGUAGES));
    const run = await district.text(streetKeeper, [
      ...['check-readiness', '--department', 'akzhailau', '--only', 'territory-overlap', '--json'],
    ]);
    expect(run.code, run.stdout).toBe(0);
  });

  it('lets nobody else in: a third school must say so itself', async () => {
    await district.done(streetKeeper, bind('school-2', street, '--houses', '1-9', '--share', LANGUAGES));
    const third = bind('school-3', street, '--houses', '9');
    expect(await district.refused(streetKeeper, third)).toMatchObject({
      code: 3,
      codes: ['houses-taken', 'houses-taken'],
    });
    const { document } = await district.done(streetKeeper, [...third, '--share', 'grades']);
    expect(document.shared).toMatchObject([{ school: 'school-3', others: ['school-1', 'school-2'] }]);
  });

  it('ends with the houses: unbinding either school ends what was shared', async () => {
    await district.done(streetKeeper, bind('school-2', street, '--houses', '1-9', '--share', LANGUAGES));
    await district.done(streetKeeper, bind('school-2', street, '--houses', '1', '--unbind', '--yes'));
    expect(await shares(street)).toEqual({ 'school-2': `1–9 odd, except 1: ${LANGUAGES}` });
    const unbind = bind('school-1', street, '--unbind', '--yes');
    const { document } = await district.done(streetKeeper, unbind);
    expect(document).toMatchObject({ summary: { remove: 1, update: 1 }, dropped: [{ school: 'school-1' }] });
    expect(await shares(street)).toEqual({});
    // Nothing is left that would let the first school back in without a word.
    expect(await district.refused(streetKeeper, bind('school-1', street, '--houses', '3'))).toMatchObject({
      codes: ['houses-taken'],
    });
  });

  it('--move takes shared houses from all who have them', async () => {
    await district.done(streetKeeper, bind('school-2', street, '--houses', '1-9', '--share', LANGUAGES));
    const move = bind('school-3', street, '--houses', '5-15', '--move', '--yes');
    const { document } = await district.done(streetKeeper, move);
    expect(document.moves).toMatchObject([
      { from: 'school-1', to: 'school-3', houses: '5–15 odd', known: null },
      { from: 'school-2', to: 'school-3', houses: '5–9 odd', known: null },
    ]);
    expect(await shares(street)).toEqual({ 'school-2': `1–3 odd: ${LANGUAGES}` });
  });

  it('keeps the old reason beside a new one for other houses, and gives way to one for all of them', async () => {
    const share = (houses: string, reason: string) =>
      district.done(streetKeeper, bind('school-2', street, '--houses', houses, '--share', reason));
    await share('1-9', LANGUAGES);
    await share('11-13', 'grades');
    expect(await shares(street)).toEqual({ 'school-2': `1–13 odd: ${LANGUAGES}; grades` });
    await share('1-13', 'a new school');
    expect(await shares(street)).toEqual({ 'school-2': '1–13 odd: a new school' });
  });

  it('warns where no other school has the houses', async () => {
    const argv = bind('school-2', street, '--houses', '2-10', '--share', LANGUAGES);
    const { document } = await district.done(streetKeeper, argv);
    expect(document).toMatchObject({ outcome: 'applied', problems: [{ code: 'share-idle' }] });
    expect(await shares(street)).toEqual({});
  });

  it.each(['--move', '--unbind'])('does not go with %s', async flag => {
    const answer = await district.refused(streetKeeper, bind('school-2', street, '--share', 'x', flag));
    expect(answer).toMatchObject({ code: 2, codes: ['flags-conflict'] });
  });
});

describe.each(engines)('a column share on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());
  const HEADER = 'school,street,houses,shared_houses,share';
  const bindFile = (file: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--file', file, '--lang', 'en'],
    ...argv,
  ];

  it('shares a row’s houses, or some of them, whichever school comes first in the file', async () => {
    const file = district.file(
      HEADER,
      'school-2,Мира,1-45,1-9,languages',
      'school-1,Мира,1-15,,',
      'school-3,Чехова,,,',
      'school-1,Чехова,2-8,,grades',
    );
    const answer = await district.refused(streetKeeper, bindFile(file));
    expect(answer).toMatchObject({ code: 3, codes: ['rows-overlap'] });
    expect(answer.document.problems[0]?.message).toMatch(/: 11–15 odd\.$/);

    const good = district.file(
      HEADER,
      'school-2,Мира,1-45,1-15,languages',
      'school-1,Мира,1-15,,',
      'school-3,Чехова,,,',
      'school-1,Чехова,2-8,,grades',
    );
    const { document } = await district.done(streetKeeper, bindFile(good));
    expect(document.shared).toMatchObject([
      { school: 'school-2', others: ['school-1'], houses: '1–15 odd', reason: 'languages' },
      { school: 'school-1', others: ['school-3'], houses: '2–8 even', reason: 'grades' },
    ]);
  });

  it('comes back from list --csv and changes nothing, with --replace-all and --move too', async () => {
    const csv = await district.text(streetKeeper, ['list', 'bindings', '--csv']);
    const file = district.file(...csv.stdout.replace('\uFEFF', '').trim().split(/\r?\n/));
    for (const argv of [[], ['--replace-all'], ['--move']])
      expect((await district.done(streetKeeper, bindFile(file, ...argv))).document.outcome).toBe('unchanged');
  });

  it('is needed where shared houses are named', async () => {
    const file = district.file(HEADER, 'school-3,Мира,2-8,2,');
    const answer = await district.refused(streetKeeper, bindFile(file));
    expect(answer.document.problems).toMatchObject([
      { code: 'cell-missing', where: { line: 2, column: 'share' } },
    ]);
    const given = await district.change(streetKeeper, bindFile(file, '--share', 'grades', '-n'));
    expect(given.document).toMatchObject({ outcome: 'planned', problems: [{ code: 'share-idle' }] });
  });

  it('says nothing where it is blank: what was shared stays so', async () => {
    const file = district.file('school,street,houses', 'school-2,Мира,1-45', 'school-1,Мира,1-15');
    expect((await district.done(streetKeeper, bindFile(file))).document.outcome).toBe('unchanged');
  });
});

describe.each(engines)('what is shared, stated anew on $engine', ({ create }) => {
  const street = 'Гагарин көшесі';
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const bind = (school: string, ...argv: readonly string[]) =>
    district.done(streetKeeper, ['bind-streets', '--school', school, '--street', street, ...argv]);
  beforeEach(async () => {
    for (const { school } of await district.list('bindings', '--street', street))
      await bind(String(school), '--unbind', '--yes');
    await bind('school-2', '--houses', '1-9');
    await bind('school-1', '--houses', '1-9', '--share', LANGUAGES);
  });
  const bindRows = (rows: readonly string[], ...flags: readonly string[]) => [
    ...['bind-streets', '--file', district.file('school,street,houses,shared_houses,share', ...rows)],
    ...['--lang', 'en', '--yes', ...flags],
  ];
  const held = async () =>
    Object.fromEntries(
      (await district.list('bindings', '--street', street)).map(row => [
        String(row.school),
        [row.houses, row.shared_houses, row.share],
      ]),
    );

  it.each([
    ['all of its houses', ['1-9'], '1–9 odd'],
    ['some of them', ['3-7'], '3–7 odd'],
    ['several rows', ['1-3', '9'], '1–3 odd; 9'],
  ])('by --replace-all as %s stays shared where no row says otherwise', async (_, lists, houses) => {
    const rows = lists.map(list => `school-1,${street},${list},,`);
    await district.done(streetKeeper, bindRows(rows, '--replace-all'));
    expect(await held()).toEqual({
      'school-1': [houses, houses, LANGUAGES],
      'school-2': ['1–9 odd', null, null],
    });
  });

  it('by --replace-all is shared as its row says, and what is no longer shared is taken', async () => {
    const row = `school-1,${street},1-9,1-5,grades`;
    expect(await district.refused(streetKeeper, bindRows([row], '--replace-all'))).toMatchObject({
      code: 3,
      codes: ['houses-taken'],
    });
    await district.done(streetKeeper, bindRows([row, `school-2,${street},1-5,,`], '--replace-all'));
    expect(await held()).toEqual({
      'school-1': ['1–9 odd', '1–5 odd', 'grades'],
      'school-2': ['1–5 odd', null, null],
    });
  });

  const third = `school-3,${street},1-5,,`;
  const first = `school-1,${street},1-9,,`;
  it.each([
    [['--move'], [third, first], 'rows-overlap'],
    [['--move'], [first, third], 'rows-overlap'],
    [['--replace-all', '--move'], [third, first], 'rows-overlap'],
    [['--replace-all', '--move'], [first, third], 'rows-overlap'],
    [['--replace-all'], [third, first], 'houses-taken'],
    [['--replace-all'], [first, third], 'rows-overlap'],
  ])('%s lets in nobody with whom it was not shared: %s', async (flags, rows, code) => {
    expect(await district.refused(streetKeeper, bindRows(rows, ...flags))).toMatchObject({
      code: 3,
      codes: [code],
    });
  });
});
