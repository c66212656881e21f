import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { lookInside } from '../support/look-inside.ts';
import { pasted } from '../support/paste.ts';
import { checkOf, readiness } from '../support/readiness.ts';
import { scenesBefore } from '../support/story.ts';

const STREETS = [
  'name_kk,name_ru,kind,settlement,houses',
  'Ақ көшесі,Белая,street,,',
  'Көк көшесі,Синяя,street,,"1, 2, 3, 4/1"',
  'Сары көшесі,Жёлтая,street,,',
];
const BINDINGS = [
  'school,street,houses',
  'school-1,Ақ көшесі,1-9',
  'school-2,Ақ көшесі,15-21',
  'school-1,Көк көшесі,1-3',
  'school-3,Көк көшесі,2',
];

describe.each(engines)('overlaps and gaps on $engine', ({ create }) => {
  let district: District;
  const street = (name: string) => `/street/${name}`;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('import-streets'));
    await district.done(streetKeeper, ['import-streets', district.file(...STREETS)]);
    await district.done(streetKeeper, ['bind-streets', '--file', district.file(...BINDINGS)]);
    await district.done(story.admin.iin, [
      ...['import-staff', `${process.cwd()}/fixtures/district/staff-school-2.csv`, '--org', 'school-2'],
    ]);
    // The command line binds no house twice: what is there may come from an older copy of the data.
    const inside = await lookInside(district.db);
    await inside.run([
      `update binding set houses = 'odd:9-11,15-23' where school = 'school-2' and street = '${street('ак')}'`,
      `update binding set houses = 'odd:3-3...1;even:2-2...1', shared_houses = 'odd:3-3...1', share = 'языки'
         where school = 'school-3' and street = '${street('кок')}'`,
    ]);
    await inside.close();
  });
  afterAll(() => district.drop());

  const found = (kind: string, ...argv: readonly string[]) => district.list(kind, ...argv);
  const common = { year: story.year, department: 'akzhailau' };

  it('lists both schools and the houses that they both have, and why where that is meant', async () => {
    expect(await found('overlaps')).toEqual([
      {
        ...common,
        street: street('ак'),
        school: 'school-1',
        other_school: 'school-2',
        houses: '9 (all blocks)',
        share: null,
      },
      {
        ...common,
        street: street('кок'),
        school: 'school-1',
        other_school: 'school-3',
        houses: '3',
        share: 'языки',
      },
    ]);
  });

  it('lists known houses of no school for certain; else numbers between ranges, sides and streets', async () => {
    expect(await found('gaps')).toEqual([
      { ...common, street: street('ак'), houses: '11–13 odd; even side', known: false },
      { ...common, street: street('кок'), houses: '4/1', known: true },
      { ...common, street: street('сар'), houses: 'whole street', known: false },
    ]);
  });

  it.each([
    ['overlaps', ['--school', 'school-2'], ['ак']],
    ['overlaps', ['--school', 'school-4'], []],
    ['overlaps', ['--street', 'Көк көшесі'], ['кок']],
    ['gaps', ['--school', 'school-2'], ['ак']],
    ['gaps', ['--org', 'akzhailau', '--street', 'Сары көшесі'], ['сар']],
  ])('lists %s narrowed by %j', async (kind, argv, streets) => {
    expect((await found(kind, ...argv)).map(row => row.street)).toEqual(streets.map(street));
  });

  it('lists to the people of a school what concerns it, and nothing else', async () => {
    const asHead = async (kind: string) => {
      const run = await district.text(holder('school-2', 'director'), ['list', kind, '--json']);
      return parseDocument(run, 'qabyl.list/1').rows;
    };
    expect(await asHead('overlaps')).toMatchObject([{ street: street('ак'), other_school: 'school-2' }]);
    expect(await asHead('gaps')).toMatchObject([{ street: street('ак') }]);
  });

  it('names streets as people do in a table and in CSV', async () => {
    const csv = await district.text(streetKeeper, ['list', 'overlaps', '--csv', '--lang', 'ru']);
    expect(csv.stdout.trimEnd().split(/\r?\n/)).toEqual([
      'street,school,other_school,houses,share',
      'Ақ көшесі,school-1,school-2,9 (все корпуса),',
      'Көк көшесі,school-1,school-3,3,языки',
    ]);
    const table = await district.text(streetKeeper, ['list', 'gaps', '--lang', 'ru']);
    expect(table.stdout.split('\n').slice(0, 3)).toEqual([
      'Улица        Дома                            Дома улицы перечислены',
      'Ақ көшесі    11–13 нечётные; чётная сторона  нет',
      'Көк көшесі   4/1                             да',
    ]);
  });

  it('shows a school its own overlaps and the gaps on its streets', async () => {
    const argv = ['review-territory', '--school', 'school-3', '--lang', 'en'];
    const document = parseDocument(
      await district.text(streetKeeper, [...argv, '--json']),
      'qabyl.territory/1',
    );
    expect(document.overlaps).toEqual([
      { street: street('кок'), label: 'Көк көшесі', school: 'school-1', houses: '3', share: 'языки' },
    ]);
    expect(document.gaps).toEqual([
      { street: street('кок'), label: 'Көк көшесі', houses: '4/1', known: true },
    ]);
    const lines = (await district.text(streetKeeper, argv)).stdout.trimEnd().split('\n');
    expect(lines.slice(-2)).toEqual([
      '  Көк көшесі: shared with school-1 (языки): 3',
      '! Көк көшесі: bound to no school: 4/1',
    ]);
    const other = await district.text(streetKeeper, [
      'review-territory',
      '--school',
      'school-2',
      '--lang',
      'en',
    ]);
    expect(other.stdout.trimEnd().split('\n').slice(-2)).toEqual([
      '! Ақ көшесі: bound to school-1 too: 9 (all blocks)',
      '? Ақ көшесі: bound to no school, if there are such houses: 11–13 odd; even side',
    ]);
  });

  it('fails the department for them, and not for what is shared', async () => {
    const report = await readiness(['--department', 'akzhailau', '--lang', 'en'], {
      db: district.db,
      as: streetKeeper,
    });
    expect(checkOf(report, 'akzhailau', 'territory-overlap')).toMatchObject({
      status: 'fail',
      message:
        'The same houses are bound to two schools: Ақ көшесі (school-1 and school-2): 9 (all blocks). If both are meant to serve them, put --share "REASON" in place of --unbind.',
      fix: 'qabyl bind-streets --school school-1 --street "Ақ көшесі" --houses "9 (all blocks)" --unbind',
    });
    expect(checkOf(report, 'akzhailau', 'territory-gap')).toMatchObject({
      status: 'fail',
      message: 'These houses are bound to no school: Көк көшесі: 4/1.',
      fix: 'qabyl bind-streets --school SCHOOL --street "Көк көшесі" --houses 4/1',
    });
    expect(checkOf(report, 'akzhailau', 'streets-bound')).toMatchObject({
      status: 'fail',
      message: '1 street is bound to no school: Сары көшесі.',
    });
  });

  it.each([
    ['taken from one of the two', (words: readonly string[]) => words],
    [
      'shared, where both are meant to serve them',
      (words: readonly string[]) =>
        words.flatMap(word => (word === '--unbind' ? ['--share', 'языки'] : [word])),
    ],
  ])('is mended by the pasted command: houses %s', async (_, told) => {
    const checked = async (id: 'territory-overlap' | 'territory-gap') =>
      checkOf(
        await readiness(['--department', 'akzhailau'], { db: district.db, as: streetKeeper }),
        'akzhailau',
        id,
      );
    const inside = await lookInside(district.db);
    await inside.run([
      `update binding set houses = 'odd:1-11', shared_houses = null, share = null where school = 'school-1' and street = '${street('ак')}'`,
    ]);
    await inside.close();
    const { fix } = await checked('territory-overlap');
    await district.done(streetKeeper, [...told(pasted(fix ?? '')), '--yes']);
    expect((await checked('territory-overlap')).status).toBe('pass');
  });

  it('has its gap closed by the pasted command, for the school that the department chooses', async () => {
    const gap = async () =>
      checkOf(
        await readiness(['--department', 'akzhailau'], { db: district.db, as: streetKeeper }),
        'akzhailau',
        'territory-gap',
      );
    const words = pasted((await gap()).fix ?? '').map(word => (word === 'SCHOOL' ? 'school-1' : word));
    await district.done(streetKeeper, [...words, '--yes']);
    // What is left are numbers that may not exist.
    expect((await gap()).status).toBe('warn');
  });

  it('takes a range of known houses for its numbers: what is bound one by one leaves no gap of letters', async () => {
    const list = district.file('name_kk,name_ru,kind,houses', 'Боз көшесі,Сизая,street,"1-6, 3А"');
    await district.done(streetKeeper, ['import-streets', list]);
    const bind = ['bind-streets', '--school', 'school-1', '--street', 'Боз', '--houses'];
    await district.done(streetKeeper, [...bind, '1, 2, 3, 4, 5, 6']);
    const gap = { ...common, street: street('боз'), houses: '3А', known: true };
    expect(await found('gaps', '--street', 'Боз')).toEqual([gap]);
    await district.done(streetKeeper, [...bind, '3А']);
    expect(await found('gaps', '--street', 'Боз')).toEqual([]);
    for (const [kind, said] of [
      ['gaps', 'No houses without a school were found.'],
      ['overlaps', 'No houses of two schools were found.'],
    ] as const) {
      const run = await district.text(streetKeeper, ['list', kind, '--street', 'Боз']);
      expect(run).toMatchObject({ code: 0, stdout: '', stderr: `${said}\n` });
    }
  });
});
