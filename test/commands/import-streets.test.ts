import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const HEADER = 'name_kk,name_ru,kind,settlement,aliases,houses';

describe.each(engines)('import-streets on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('import-streets'));
  });
  afterAll(() => district.drop());

  const load = (...rows: readonly string[]) => [
    'import-streets',
    district.file(HEADER, ...rows),
    '--lang',
    'en',
  ];
  const street = async (name: string) => (await district.list('streets', '--street', name))[0];

  it('keeps names, kind, settlement, aliases and the houses that exist', async () => {
    const argv = load('Абай көшесі,улица Абая,street,Аксу,Абая Кунанбаева|Абай Құнанбайұлы,"1-5, 12А"');
    const { document } = await district.done(streetKeeper, argv);
    expect(document).toMatchObject({ outcome: 'applied', summary: { read: 1, add: 1, rejected: 0 } });
    expect(await street('Абай көшесі')).toMatchObject({
      name_kk: 'Абай көшесі',
      name_ru: 'улица Абая',
      kind: 'street',
      settlement: 'Аксу',
      aliases: ['Абая Кунанбаева', 'Абай Құнанбайұлы'],
      houses: '1, 3, 5, 12А',
    });
    expect((await district.done(streetKeeper, argv)).document).toMatchObject({
      outcome: 'unchanged',
      summary: { unchanged: 1 },
    });
  });

  it.each([
    ['даңғылы', 'Достық,Достык', 'avenue'],
    ['пер.', 'Тар,Узкий', 'lane'],
    ['ТҰЙЫҒЫ', 'Соқыр,Глухой', 'dead-end'],
    ['мкр-н', 'Самал-2,Самал-2', 'microdistrict'],
    ['жилой массив', 'Алмалы,Алмалы', 'residential-area'],
    ['алаңы', 'Астана,Астана', 'square'],
    ['б-р', 'Гүлдер,Цветочный', 'boulevard'],
    ['тас жолы', 'Алматы,Алматинское', 'highway'],
    ['пр-д', 'Базар,Базарный', 'passage'],
    ['кв-л', 'Құрылысшылар,Строителей', 'quarter'],
    ['ауылы', 'Қоңыртөбе,Конуртобе', 'village'],
    ['st', 'Nomad,Nomad', 'street'],
  ])('knows the kind “%s”', async (kind, names, stored) => {
    const { document } = await district.done(streetKeeper, load(`${names},${kind},,,`));
    expect(document.changes).toMatchObject([{ action: 'add', after: { kind: stored } }]);
  });

  it.each([
    ['Ұзын даңғылы,', 'avenue'],
    ['Ұзын,проспект Узун', 'avenue'],
    [',переулок Кривой', 'lane'],
    ['Қысқа,', 'street'],
  ])('finds the kind in the names “%s”', async (names, kind) => {
    const { document } = await district.done(streetKeeper, [...load(`${names},,,,`), '--dry-run']);
    expect(document.changes).toMatchObject([{ after: { kind } }]);
    expect(document.changes[0]?.after?.name_ru).not.toBe('');
  });

  it.each([
    [
      'Береке көшесі,улица Береке,lane',
      'street-kind-contradicts',
      '“lane” .*“Береке көшесі” and “улица Береке”',
    ],
    ['Самал-5,мкр Самал-5,street', 'street-kind-contradicts', '“street” .*“мкр Самал-5”'],
    ['Береке көшесі,пер. Береке,', 'street-kinds-differ', '“Береке көшесі” and “пер. Береке”'],
  ])('refuses a row whose kinds contradict each other: %s', async (row, code, quoted) => {
    const { document, codes } = await district.refused(streetKeeper, [
      ...load(`${row},,,`),
      ...['--lang', 'en'],
    ]);
    expect(codes).toEqual([code]);
    expect(document.problems[0]?.message).toMatch(new RegExp(quoted, 'u'));
  });

  it('refuses a name with an unclosed quote, as bind-streets does', async () => {
    const row = await district.refused(streetKeeper, load(',"улица ""Мира",,,,'));
    expect(row.codes).toEqual(['street-unclosed']);
    const bind = ['bind-streets', '--school', 'school-1', '--street', 'ул. "Гоголя', '--houses', '5'];
    expect((await district.refused(streetKeeper, bind)).codes).toEqual(['street-unclosed']);
  });

  it.each([
    ['Береке көшесі,пер. Береке,переулок', 'lane'],
    ['Береке,улица Береке,көшесі', 'street'],
    ['Самал-6 ықшам ауданы,мкр. Самал-6,', 'microdistrict'],
  ])('takes a row where the kind decides or agrees: %s', async (row, kind) => {
    const { document } = await district.done(streetKeeper, [...load(`${row},,,`), '--dry-run']);
    expect(document.changes).toMatchObject([{ after: { kind } }]);
  });

  it('is found again by an alias and by any spelling', async () => {
    await district.done(streetKeeper, load('Жұмағалиев көшесі,улица Жумагалиева,,,Фрунзе,'));
    for (const spelling of ['ул. Фрунзе', 'ЖҰМАҒАЛИЕВ К-СІ', 'Жумагалиева', 'улица Жумагалиев'])
      expect(await street(spelling), spelling).toMatchObject({ name_kk: 'Жұмағалиев көшесі' });
  });

  it('tells one street from another by kind, number and settlement', async () => {
    const { document } = await district.done(
      streetKeeper,
      load(
        'Гоголь көшесі,улица Гоголя,,,,',
        'Гоголь бұрылысы,переулок Гоголя,,,,',
        '1-желі көшесі,1-я линия,,,,',
        '2-желі көшесі,2-я линия,,,,',
        'Орталық көшесі,Центральная,,Қызылту,,',
        'Орталық көшесі,Центральная,,Бірлік,,',
      ),
    );
    expect(document.summary).toMatchObject({ add: 6 });
    const argv = ['bind-streets', '--school', 'school-1', '--street'];
    const both = await district.refused(streetKeeper, [...argv, 'Центральная', '--lang', 'en']);
    expect(both).toMatchObject({ code: 3, codes: ['street-ambiguous'] });
    expect(both.document.problems[0]?.message).toContain('Бірлік');
    expect(both.document.problems[0]?.message).toContain('Қызылту');
    expect((await district.change(streetKeeper, [...argv, 'Бірлік, Орталық көшесі', '-n'])).codes).toEqual(
      [],
    );
  });

  it('warns of another name that means two streets, where it stands', async () => {
    const file = load('Талап көшесі,улица Талап,,Бірлік,,', 'Жаңа көшесі,улица Новая,,Бірлік,Талап,');
    const { document } = await district.done(streetKeeper, [...file, '--dry-run']);
    expect(document.problems).toMatchObject([
      { code: 'street-name-shared', severity: 'warning', where: { line: 3, record: 2, column: 'aliases' } },
    ]);
  });

  it('refuses each wrong row with its place, and writes nothing', async () => {
    const argv = load(
      'Бірінші көшесі,,street,,,',
      'Екінші көшесі,,стрит,,,',
      ',,street,Аксу,,',
      'көшесі,улица,,,,',
      'Үшінші көшесі,,,,,"1-9, гаражи"',
      'ул. Первая,Бірінші,,,,',
      '"БІРІНШІ',
      'К-СІ",,,,,',
      'Бесінші көшесі,,,,,9-1',
    );
    const answer = await district.refused(streetKeeper, argv);
    expect(answer.code).toBe(3);
    const places = answer.document.problems.map(({ code, where }) => [
      code,
      where?.line,
      where?.record,
      where?.column,
    ]);
    expect(places).toHaveLength(6);
    expect(places).toEqual(
      expect.arrayContaining([
        ['street-kind-unknown', 3, 2, 'kind'],
        ['cell-missing', 4, 3, 'name_kk'],
        ['street-key-empty', 5, 4, 'name_kk'],
        ['houses-not-houses', 6, 5, 'houses'],
        ['street-twice', 8, 7, 'name_kk'],
        ['houses-backwards', 10, 8, 'houses'],
      ]),
    );
    const twice = answer.document.problems.find(found => found.code === 'street-twice');
    expect(twice?.message).toContain('line 2');
  });

  it('keeps what the file does not say', async () => {
    await district.done(streetKeeper, load('Бұлақ көшесі,улица Родниковая,,,Ключевая,"1-9, 2"'));
    const bare = district.file('name_kk', 'Бұлақ көшесі');
    const { document } = await district.done(streetKeeper, ['import-streets', bare]);
    expect(document.outcome).toBe('unchanged');
    expect(await street('Ключевая')).toMatchObject({
      name_ru: 'улица Родниковая',
      houses: '1, 2, 3, 5, 7, 9',
    });
  });

  it('finds a street of a list in Russian alone by its Russian name or an alias', async () => {
    await district.done(
      streetKeeper,
      load(
        'Қайнар көшесі,улица Ключей,,Бұлақты,Источник,1-9',
        'Самұрық даңғылы,проспект Самрук,,Бұлақты,Буревестник,',
      ),
    );
    const before = await district.list('streets');
    const russian = district.file(
      'name_ru,settlement',
      'ул. Ключей,Булакты',
      'Буревестник,Булакты', // without a kind it may be the avenue
    );
    const { document } = await district.done(streetKeeper, ['import-streets', russian, '--yes']);
    expect(document.summary).toMatchObject({ add: 0, read: 2 });
    const after = await district.list('streets');
    expect(after.map(row => [row.street, row.name_kk, row.kind, row.settlement])).toEqual(
      before.map(row => [row.street, row.name_kk, row.kind, row.settlement]),
    );
    expect((await district.done(streetKeeper, ['import-streets', russian])).document.outcome).toBe(
      'unchanged',
    );
  });

  it('gives a street of a list in Russian alone its Kazakh name later', async () => {
    const russian = district.file('name_ru,settlement', 'улица Озёрная,Коктал');
    await district.done(streetKeeper, ['import-streets', russian]);
    const { document } = await district.done(streetKeeper, load('Көлді көшесі,улица Озёрная,,Коктал,,'));
    expect(document).toMatchObject({ summary: { add: 0, update: 1 } });
    expect(await street('Озёрная')).toMatchObject({ name_kk: 'Көлді көшесі', name_ru: 'улица Озёрная' });
    // Another Kazakh name is another street, whatever both are called in Russian.
    const other = await district.done(streetKeeper, [...load('Көл көшесі,улица Озёрная,,Коктал,,'), '-n']);
    expect(other.document.summary).toMatchObject({ add: 1, update: 0 });
  });

  it('does not guess which of two streets a Russian name means', async () => {
    await district.done(
      streetKeeper,
      load('Алғыс көшесі,улица Светлая,,Егінді,,', 'Жарық көшесі,улица Светлая,,Егінді,,'),
    );
    const russian = district.file('name_ru,settlement', 'ул. Светлая,Егинды');
    const answer = await district.refused(streetKeeper, ['import-streets', russian, '--lang', 'en']);
    expect(answer).toMatchObject({ code: 3, codes: ['street-ambiguous'] });
    expect(answer.document.problems[0]).toMatchObject({ where: { line: 2, column: 'name_ru' } });
    expect(JSON.stringify(answer.document.problems[0])).toMatch(/Алғыс.*Жарық/u);
  });

  it('keeps two streets apart although one is called by the other’s name', async () => {
    await district.done(streetKeeper, load('Жаңалық көшесі,улица Новостная,,Аршалы,Вестник,'));
    const argv = load('Вестник көшесі,улица Вестника,,Аршалы,,', 'Жаңалық көшесі,улица Новостная,,Аршалы,,');
    const { document } = await district.done(streetKeeper, argv);
    expect(document.summary).toMatchObject({ add: 1, unchanged: 1 });
  });

  it('replaces a name, an alias or the houses that the file says anew', async () => {
    await district.done(streetKeeper, load('Арман көшесі,улица Мечты,,,Мечтателей,1-9'));
    const { document } = await district.done(
      streetKeeper,
      load('Арман көшесі,улица Арман,,,Мечты|Мечтателей,1-11'),
    );
    expect(document).toMatchObject({ summary: { update: 1 }, changes: [{ action: 'update' }] });
    expect(await street('Мечты')).toMatchObject({ name_ru: 'улица Арман', houses: '1, 3, 5, 7, 9, 11' });
  });

  it('is the work of the department’s administrator', async () => {
    const answer = await district.refused(story.admin.iin, load('Жаңа көшесі,,,,,'));
    expect(answer).toMatchObject({ code: 4, codes: ['not-permitted'] });
    expect(answer.document.problems[0]?.message).toMatch(/administrator of akzhailau/u);
    const school = await district.refused(streetKeeper, [
      ...load('Жаңа көшесі,,,,,'),
      '--department',
      'school-1',
    ]);
    expect(school).toMatchObject({ code: 3, codes: ['org-not-department'] });
    const unknown = await district.refused(streetKeeper, [
      ...load('Жаңа көшесі,,,,,'),
      '--department',
      'akzhaylau',
    ]);
    expect(unknown).toMatchObject({ code: 3, codes: ['org-unknown'] });
    expect(unknown.document.problems[0]?.fix).toContain('akzhailau');
  });
});
