import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('import-streets --houses-file on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('import-streets'));
    const file = district.file(
      'name_kk,name_ru,kind,settlement,aliases,houses',
      'Абай көшесі,улица Абая,,,,1-3',
      'Абай көшесі,улица Абая,,Ақсу,,',
      'Алтай-2 ықшам ауданы,мкр. Алтай-2,,,,',
      'Достық даңғылы,проспект Достык,,,Мира,9',
    );
    await district.done(streetKeeper, ['import-streets', file]);
  });
  afterAll(() => district.drop());

  const houses = (...rows: readonly string[]) => [
    ...['import-streets', '--houses-file', district.file('street,settlement,house', ...rows), '--lang', 'en'],
  ];
  const known = async () =>
    Object.fromEntries(
      (await district.list('streets')).map(row => [
        [row.settlement, row.name_kk].filter(part => part !== null).join(', '),
        row.houses,
      ]),
    );

  it('gathers the houses of each street, one or a list in a row, in whatever order', async () => {
    const argv = houses(
      'Абай көшесі,,12',
      'мкр. Алтай-2,,5',
      'Абай көшесі,,"12 ""а"""',
      'ул. Абая,Ақсу ауылы,4/1',
      'Абай көшесі,,"1, 3, 45"',
      'мкр. Алтай-2,,56а',
      'мкр. Алтай-2,,12 корп. 1',
      'Абай көшесі,Ақсу,7',
    );
    const { document } = await district.done(streetKeeper, argv);
    expect(document.summary).toMatchObject({ read: 8, add: 0, update: 3, remove: 0, rejected: 0 });
    expect(await known()).toMatchObject({
      'Абай көшесі': '1, 3, 12, 12А, 45',
      'Ақсу, Абай көшесі': '4/1, 7',
      'Алтай-2 ықшам ауданы': '5, 12 к1, 56А',
      // A file of houses says nothing of a street that it does not name.
      'Достық даңғылы': '9',
    });
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
  });

  it('comes beside a list, whose streets it may name at once', async () => {
    const list = district.file('name_kk,aliases,houses', 'Самал көшесі,Мира-2,1', 'Достық даңғылы,,');
    const second = district.file('Улица;Дом', 'Мира-2;3', 'просп. Мира;11', 'Мира-2;2');
    const argv = ['import-streets', list, '--houses-file', second, '--lang', 'en'];
    const { document } = await district.done(streetKeeper, argv);
    expect(document.summary).toMatchObject({ read: 5, add: 1, update: 1 });
    expect(await known()).toMatchObject({ 'Самал көшесі': '1, 2, 3', 'Достық даңғылы': '11' });
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
    const history = await district.text(streetKeeper, [
      'show',
      String(await district.lastChange()),
      '--json',
    ]);
    expect(history.stdout).toContain(second);
  });

  it('tells each unknown street once, with the nearest, and what is no house', async () => {
    const argv = houses(
      'Обая,,1',
      'Обая,,2',
      'Достық,,гаражи',
      'Достық,,все',
      ',,5',
      'Достық,,',
      'ул. Абая,,9',
    );
    const answer = await district.refused(streetKeeper, argv);
    expect(answer.code).toBe(3);
    expect(answer.document.summary).toMatchObject({ read: 7, rejected: 7 });
    expect(answer.document.problems.map(({ code, where }) => [code, where?.line, where?.column])).toEqual([
      ['street-unknown', 2, 'street'],
      ['houses-not-houses', 4, 'house'],
      ['known-houses-endless', 5, 'house'],
      ['cell-missing', 6, 'street'],
      ['cell-missing', 7, 'house'],
      ['street-ambiguous', 8, 'street'],
    ]);
    expect(answer.document.problems[0]?.fix).toContain('Абай көшесі');
  });

  it('with --skip-invalid leaves a street alone of which a row cannot be used', async () => {
    const before = await known();
    const argv = houses('Достық,,1', 'мкр. Алтай-2,,77', 'Достық,,гаражи');
    const answer = await district.change(streetKeeper, [...argv, '--skip-invalid']);
    expect(answer.code).toBe(6);
    // What the other street no longer lists is told, and what of this one cannot be read.
    expect(answer.codes.toSorted()).toEqual(['houses-not-houses', 'known-houses-dropped']);
    expect(await known()).toEqual({ ...before, 'Алтай-2 ықшам ауданы': '77' });
  });

  it('warns once of the houses of a street that come again', async () => {
    const { document } = await district.done(streetKeeper, [
      ...houses('Достық,,5', 'Достық,,7', 'Достық,,5', 'Достық,,5', 'мкр. Алтай-2,,1'),
      '-n',
    ]);
    const repeated = document.problems.filter(({ code }) => code === 'street-houses-repeated');
    expect(repeated).toMatchObject([
      { code: 'street-houses-repeated', severity: 'warning', where: { line: 2, column: 'house' } },
    ]);
    expect(repeated[0]?.message).toContain('2 rows repeat');
  });

  it('is not taken for the list: its bad rows are no rejects of that', async () => {
    const list = district.file('name_kk,kind', 'Арман көшесі,', 'Тілек көшесі,стрит');
    const second = district.file('street,house', 'Тілек көшесі,1', 'Обая,2');
    const argv = ['import-streets', list, '--houses-file', second, '--rejects', 'rejects.csv', '--json'];
    const run = await district.text(streetKeeper, argv);
    expect(run.code).toBe(3);
    const rejects = readFileSync(`${district.database.folder}/rejects.csv`, 'utf8');
    expect(rejects).toContain('Тілек көшесі');
    expect(rejects).not.toContain('Арман');
    expect(rejects).not.toContain('street-unknown');
  });

  it('does not empty the list with --sync, which needs the list itself', async () => {
    const alone = await district.refused(streetKeeper, [...houses('Достық,,1'), '--sync']);
    expect(alone).toMatchObject({ code: 2, codes: ['flag-needs'] });
    const twice = await district.refused(streetKeeper, ['import-streets', '-', '--houses-file', '-']);
    expect(twice).toMatchObject({ code: 2, codes: ['flags-conflict'] });
    const empty = await district.refused(streetKeeper, [
      'import-streets',
      '--houses-file',
      district.file(''),
    ]);
    expect(empty).toMatchObject({ code: 3, codes: ['file-empty'] });
  });

  it('may fill in the houses of every street, which replaces nothing', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `${i + 10} желі көшесі`);
    await district.done(streetKeeper, ['import-streets', district.file('name_kk', ...names)]);
    const argv = houses(...names.map(name => `${name},,1`));
    expect((await district.done(streetKeeper, argv)).document.summary).toMatchObject({ update: 40 });
    const other = await district.refused(streetKeeper, houses(...names.map(name => `${name},,2`)));
    expect(other.code).toBe(5);
    expect(new Set(other.codes)).toEqual(new Set(['known-houses-dropped', 'changes-over-threshold']));
  });

  it('shows which known houses a file leaves out, and asks where they are many', async () => {
    await district.done(streetKeeper, [
      'import-streets',
      district.file('name_kk,houses', 'Кең көшесі,"1-19, 2-20"'),
    ]);
    const asked = await district.refused(streetKeeper, houses('Кең көшесі,,1'));
    expect(asked).toMatchObject({ code: 5, codes: ['known-houses-dropped', 'approval-needed'] });
    expect(asked.document.problems[0]?.message).toContain('19 known houses leave the list, of 20');
    await district.done(streetKeeper, [...houses('Кең көшесі,,1-19', 'Кең көшесі,,2-16'), '--yes']);
    const few = await district.done(streetKeeper, houses('Кең көшесі,,1-19', 'Кең көшесі,,2-14'));
    expect(few.codes).toEqual(['known-houses-dropped']);
    const list = ['import-streets', district.file('name_kk,houses', 'Кең көшесі,3')];
    expect(await district.refused(streetKeeper, list)).toMatchObject({ code: 5 });
  });

  it('takes a village of twenty thousand houses', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `мкр. Алтай-2;${i + 1}`);
    const file = district.file('street;house', rows.join('\n'));
    const argv = ['import-streets', '--houses-file', file, '--lang', 'en'];
    const { document } = await district.done(streetKeeper, argv);
    expect(document.summary).toMatchObject({ read: 20_000, update: 1 });
    const [stored] = await district.list('streets', '--street', 'мкр. Алтай-2');
    expect(String(stored?.houses).split(', ')).toHaveLength(20_000);
  });
});
