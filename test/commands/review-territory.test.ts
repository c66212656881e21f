import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('review-territory on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('review-territory'));
  });
  afterAll(() => district.drop());

  const admin = (school: string) => holder(school, 'admin');
  const review = (school: string, ...argv: readonly string[]) => [
    ...['review-territory', '--school', school, '--lang', 'en'],
    ...argv,
  ];
  const shown = async (as: string, school: string, ...argv: readonly string[]) =>
    parseDocument(await district.text(as, review(school, ...argv, '--json')), 'qabyl.territory/1');

  async function readiness(school: string): Promise<string | undefined> {
    const argv = ['check-readiness', '--school', school, '--only', 'territory-reviewed', '--json'];
    const run = await district.text(story.admin.iin, argv);
    return parseDocument(run, 'qabyl.readiness/1').orgs[0]?.checks[0]?.status;
  }

  const rebind = (school: string, street: string, houses: string, ...argv: readonly string[]) =>
    district.done(streetKeeper, [
      ...['bind-streets', '--school', school, '--street', street, '--houses', houses, '--yes'],
      ...argv,
    ]);

  it('shows every street with its houses, and records nothing by that', async () => {
    const before = await district.lastChange();
    const territory = await shown(admin('school-1'), 'school-1');
    expect(territory).toMatchObject({ school: 'school-1', year: story.year, territory: 'yes', review: null });
    expect(territory.bindings).toHaveLength((await district.list('bindings', '--school', 'school-1')).length);
    expect(territory.bindings).toContainEqual(
      expect.objectContaining({
        name_ru: 'улица Абая',
        settlement: 'Ақжайлау',
        houses: '1–45 odd; 2–60 even',
      }),
    );
    expect(await district.lastChange()).toBe(before);
    expect(await readiness('school-1')).toBe('fail');
  });

  it.each([
    ['en', 'улица Абая', '1–45 odd; 2–60 even', false],
    ['ru', 'улица Абая', '1–45 нечётные; 2–60 чётные', true],
    ['kk', 'Абай көшесі', '1–45 тақ; 2–60 жұп', true],
  ])('prints it in %s', async (lang, street, reading, named) => {
    const run = await district.text(admin('school-1'), [
      'review-territory',
      '--school',
      'school-1',
      '--lang',
      lang,
    ]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(reading);
    if (named) expect(run.stdout).toContain(street);
    expect(run.stderr).not.toBe('');
  });

  it('records with --confirm who has read which version, once', async () => {
    const { document } = await district.done(admin('school-1'), review('school-1', '--confirm'));
    const { version } = await shown(admin('school-1'), 'school-1');
    expect(document.changes).toMatchObject([
      { action: 'add', kind: 'review', after: { territory: version, reviewed_by: admin('school-1') } },
    ]);
    expect(await shown(admin('school-1'), 'school-1')).toMatchObject({
      review: { current: true, reviewed_by: admin('school-1'), change: document.change },
    });
    expect(await readiness('school-1')).toBe('pass');
    const again = await district.done(admin('school-1'), review('school-1', '--confirm'));
    expect(again.document).toMatchObject({ outcome: 'unchanged', change: null });
  });

  it('shows with --confirm what is confirmed, above the outcome', async () => {
    const shown = await district.text(admin('school-2'), review('school-2'));
    const confirmed = await district.text(admin('school-2'), review('school-2', '--confirm', '--dry-run'));
    expect(confirmed.code).toBe(0);
    expect(confirmed.stdout.startsWith(shown.stdout)).toBe(true);
    expect(confirmed.stdout).toMatch(/reading of the territory school-2/u);
  });

  it('confirms the version that was shown, short or whole, and none but the current one', async () => {
    const [, hint = ''] =
      /--confirm (\S+)\n$/u.exec((await district.text(admin('school-3'), review('school-3'))).stderr) ?? [];
    const { version } = await shown(admin('school-3'), 'school-3');
    expect(hint).toBe(version.slice(0, 12));
    for (const named of [hint, version, version.toUpperCase()]) {
      const { document } = await district.done(
        admin('school-3'),
        review('school-3', '--confirm', named, '-n'),
      );
      expect(document.outcome).toBe('planned');
    }
    // What the department binds after it was shown is not what was read.
    await rebind('school-3', 'ул. Гагарина', '12', '--unbind');
    for (const named of [hint, version]) {
      const answer = await district.refused(admin('school-3'), review('school-3', '--confirm', named, '-y'));
      expect(answer).toMatchObject({ code: 5, codes: ['territory-moved-on'] });
      expect(answer.document.problems[0]?.fix).toContain('qabyl review-territory --school school-3');
    }
    await rebind('school-3', 'ул. Гагарина', '12');
    expect((await shown(admin('school-3'), 'school-3')).review).toBeNull();
  });

  it.each(['', ' ', '1f0a', 'latest', `${'0'.repeat(64)}0`])('takes “%s” for no version', async text => {
    const answer = await district.refused(admin('school-1'), review('school-1', '--confirm', text));
    expect(answer).toMatchObject({ code: 2, codes: ['flag-invalid'] });
  });

  it('shows no digest when another version is confirmed', async () => {
    await district.done(admin('school-4'), review('school-4', '--confirm'));
    await rebind('school-4', 'Е-497', '12', '--unbind');
    const run = await district.text(admin('school-4'), review('school-4', '--confirm'));
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^~ reading of the territory school-4/mu);
    expect(run.stdout).not.toMatch(/[0-9a-f]{20}/u);
    await rebind('school-4', 'Е-497', '12');
  });

  it('must be read again when a binding has changed, by what was added as by what was moved away', async () => {
    await district.done(admin('school-2'), review('school-2', '--confirm'));
    await district.done(admin('school-3'), review('school-3', '--confirm'));
    await rebind('school-3', 'Чехов көшесі', '12', '--move');
    expect([await readiness('school-2'), await readiness('school-3')]).toEqual(['fail', 'fail']);
    expect(await readiness('school-1')).toBe('pass');
    const territory = await shown(admin('school-2'), 'school-2');
    expect(territory.review?.current).toBe(false);
    const text = await district.text(admin('school-2'), review('school-2'));
    expect(text.stderr).toMatch(/changed/u);

    await district.done(admin('school-2'), review('school-2', '--confirm'));
    expect(await readiness('school-2')).toBe('pass');
  });

  it('need not be read again when what changed was put back', async () => {
    await district.done(admin('school-3'), review('school-3', '--confirm'));
    const { version } = await shown(admin('school-3'), 'school-3');
    await rebind('school-3', 'Чехов көшесі', '12', '--unbind');
    expect(await readiness('school-3')).toBe('fail');
    await rebind('school-3', 'ул. Чехова', '12');
    expect(await shown(admin('school-3'), 'school-3')).toMatchObject({ version, review: { current: true } });
    expect(await readiness('school-3')).toBe('pass');
  });

  it('must be read again when houses become shared, and when they stop being so, not for the words of it', async () => {
    const shareWith = (reason: string) => rebind('school-3', 'Чехов көшесі', '16', '--share', reason);
    const versions: string[] = [];
    const confirm = async () => {
      expect([await readiness('school-3'), await readiness('school-2')]).toEqual(['fail', 'pass']);
      await district.done(admin('school-3'), review('school-3', '--confirm'));
      versions.push((await shown(admin('school-3'), 'school-3')).version);
    };
    await district.done(admin('school-2'), review('school-2', '--confirm'));
    await rebind('school-2', 'Чехов көшесі', '16', '--move');
    await district.done(admin('school-2'), review('school-2', '--confirm'));
    await shareWith('языки');
    await confirm();
    await shareWith('языки обучения');
    expect(await readiness('school-3')).toBe('pass');
    // The houses stay bound to school-3 alone: what it holds is the same, and nobody shares it any longer.
    await rebind('school-2', 'Чехов көшесі', '16', '--unbind');
    expect(await readiness('school-2')).toBe('fail');
    await district.done(admin('school-2'), review('school-2', '--confirm'));
    await confirm();
    expect(new Set(versions).size).toBe(2);
  });

  it('is not read anew by a street list that keeps the street’s name', async () => {
    await district.done(admin('school-4'), review('school-4', '--confirm'));
    const file = district.file(
      'name_kk,name_ru,settlement,aliases',
      'Бұлақ көшесі,улица Родниковая,Ақжайлау,Ключевая',
    );
    await district.done(streetKeeper, ['import-streets', file]);
    expect(await readiness('school-4')).toBe('pass');
  });

  it('shows nothing to confirm where the school is declared to have no territory', async () => {
    expect(await shown(admin('school-5'), 'school-5')).toMatchObject({ territory: 'none', bindings: [] });
    const answer = await district.refused(admin('school-5'), review('school-5', '--confirm'));
    expect(answer).toMatchObject({ code: 3, codes: ['org-without-territory'] });
    expect(await readiness('school-5')).toBe('waived');
  });

  it('refuses to confirm a territory that is still empty', async () => {
    const file = district.file(
      'code,kind,bin,name_kk,name_ru,department,territory',
      'school-6,school,070941024691,№ 6 мектеп,Школа № 6,akzhailau,yes',
    );
    await district.done(story.admin.iin, ['import-orgs', file]);
    const staff = district.file('iin,surname,given_name,role', `${admin('school-1')},Серікбаева,Жанар,admin`);
    await district.done(story.admin.iin, ['import-staff', staff, '--org', 'school-6']);
    const answer = await district.refused(admin('school-1'), review('school-6', '--confirm'));
    expect(answer).toMatchObject({ code: 3, codes: ['territory-empty'] });
    expect(answer.document.problems[0]?.fix).toContain('qabyl bind-streets --school school-6');
  });

  it.each([
    ['the director', holder('school-1', 'director')],
    ['the department’s administrator', streetKeeper],
    ['another school’s administrator', holder('school-2', 'admin')],
  ])('is confirmed by no other: %s', async (_, who) => {
    const answer = await district.refused(who, review('school-1', '--confirm'));
    expect(answer).toMatchObject({ code: 4, codes: ['not-permitted'] });
  });

  it('is shown to those of the school and above it, and to nobody else', async () => {
    expect((await shown(holder('school-1', 'director'), 'school-1')).school).toBe('school-1');
    expect((await shown(streetKeeper, 'Школа-гимназия № 1 имени Абая')).school).toBe('school-1');
    const run = await district.text(holder('school-2', 'admin'), review('school-1', '--json'));
    expect(run.code).toBe(4);
    const { problems } = parseDocument(run, 'qabyl.change/1');
    expect(problems.map(problem => problem.code)).toEqual(['not-permitted']);
    expect(problems[0]?.message).toMatch(/any employee of school-1 or any employee of akzhailau/u);
  });

  it('is shown for a school only', async () => {
    for (const [org, code] of [
      ['akzhailau', 'org-not-school'],
      ['school-77', 'org-unknown'],
    ] as const)
      expect(await district.refused(streetKeeper, review(org, '--confirm'))).toMatchObject({
        code: 3,
        codes: [code],
      });
    const run = await district.text(streetKeeper, ['review-territory', '--json']);
    expect(run.code).toBe(2);
  });
});
