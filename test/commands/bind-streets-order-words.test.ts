import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('every word of an order is accounted for, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  it.each([
    'За школой № 3 закрепить улицу Сатпаева 1-9.',
    'Закрепить за школой № 2 улицу Мира 1-9.',
    'Передать школе № 3 улицу 40 лет Победы 1-9.',
    'Школа № 3 Сатпаева 1-9',
    'Школа № 3, Сатпаева 1-9, Жамбыла',
    'Школа № 1, Абая',
    'Школа № 1 Абая',
    'Школа № 3 (улицы Сатпаева, Жамбыла)',
    'Школа № 3 улицы Сатпаева, Жамбыла',
    'За школой № 3 закрепить территорию в границах улиц Сатпаева, Жамбыла',
    '№ 3 мектепке Сәтбаев көшесі 1-9 бекітілсін.',
    'Школа № 77 Мира 1-9',
    'Школа № 2 | Мира | 1-9',
  ])('tells that streets may stand in a heading: %s', async line => {
    const unclear = [['order-heading-unclear', 1]];
    expect(await district.triedOrder([line])).toEqual({ bound: [], errors: unclear });
    const below = await district.triedOrder([line, '', 'ул. Гоголя 5']);
    expect(below).toEqual({ bound: [], errors: unclear });
    const named = await district.triedOrder([line], '--school', 'school-2');
    expect(named.bound).toEqual([]);
    expect(named.errors).toHaveLength(1);
  });

  it('tells it behind a semicolon too', async () => {
    const found = await district.triedOrder(['Школа № 2: ул. Мира 1-9; школе № 3 Сатпаева 1-9; Жамбыла.']);
    expect(found.bound).toHaveLength(1);
    expect(found.errors).toEqual([['order-heading-unclear', 1]]);
  });

  it.each([
    ['Школы № 2, 3:', '“3”', 'school-2; school-3'],
    ['Школы № 2 и 3:', '“и 3”', 'school-2; school-3'],
    ['Школа № 2/3:', '“2/3”', 'school-2'],
    ['Школа № 2-а:', '“2-а”', 'school-2'],
    ['Гимназия № 3:', '“Гимназия”', 'school-3'],
    ['Вечерняя школа № 2:', '“Вечерняя”', 'school-2'],
    ['Музыкальная школа № 3:', '“Музыкальная”', 'school-3'],
    ['Лицей № 1:', '“Лицей”', 'school-1'],
    ['Школа № 3, ул. Мира:', '“ул Мира”', 'school-3'],
    ['Школы № 77, 78:', '“78”', null],
  ])('takes %s for no school', async (heading, rest, candidates) => {
    const lines = ['Школа № 1: ул. Гагарина 5', `${heading} ул. Гоголя 1-9`, 'ул. Чехова 5'];
    const { document } = await district.change(streetKeeper, district.order(lines, '-n', '--skip-invalid'));
    expect(document.changes.map(({ after }) => after?.school)).toEqual(['school-1']);
    expect(document.problems).toMatchObject([
      { code: 'order-school-unclear', where: { line: 2 }, message: expect.stringContaining(rest) },
    ]);
    if (candidates !== null) expect(document.problems[0]?.fix).toContain(`${candidates}?`);
  });

  it.each([
    ['Детский сад № 3: ул. Гоголя 1-9', 'ул. Чехова 5'],
    ['Колледж № 4:', 'ул. Чехова 5'],
    ['Детский сад «Балдырган»', 'ул. Чехова 5'],
    ['ул. Гоголя 1-9, Колледж № 4: ул. Мира 5', 'ул. Чехова 5'],
    ['ул. Гоголя 1-9, Школа № 3: ул. Мира 5', 'ул. Чехова 5'],
  ])('gives what follows %s to nobody', async (...lines) => {
    const { bound, errors } = await district.triedOrder([
      'Школа № 1: ул. Гагарина 5;',
      ...lines,
      'Школа № 2: пер. Бастау 5',
    ]);
    expect(bound).toContainEqual(expect.stringMatching(/^school-2 /u));
    expect(bound.filter(one => /чехов|мира|бейбит/u.test(one))).toEqual([]);
    expect(errors.filter(([code]) => code === 'order-school-unsure')).toHaveLength(1);
    await district.triedOrder(['Школа № 1: ул. Гагарина 5;', ...lines], '--unread', 'nobody.csv');
    const unread = readFileSync(join(district.database.folder, 'nobody.csv'), 'utf8').trimEnd().split('\r\n');
    expect(unread.at(-1)).toMatch(/^;ул\. Чехова;/u);
  });

  it('reads Kazakh datives and genitives of schools', async () => {
    const lines = [
      '№ 2 жалпы білім беретін мектепке: Чехов көшесі 5',
      '№ 3 мектептің аумағы: Гагарин көшесі 5',
    ];
    expect((await district.triedOrder([...lines, '№ 1 мектеп-гимназияға: Пушкин көшесі 5'])).errors).toEqual(
      [],
    );
  });

  it('proposes no street whose name holds what the order does with it', async () => {
    const { document } = await district.refused(
      streetKeeper,
      district.order(['Школа № 1:', 'исключить улицу Гоголя'], '-n'),
    );
    expect(document.problems).toMatchObject([{ code: 'order-words-unread', where: { line: 2 } }]);
    expect(document.problems[0]?.fix).not.toContain('--accept');
  });

  it('proposes no street for a name that two lines make together', async () => {
    const lines = ['Школа № 1:', 'ул. Гагорина', 'Чехова;', 'ул. Гагорина 5'];
    const { document } = await district.refused(streetKeeper, district.order(lines, '-n'));
    const fixes = document.problems.filter(({ code }) => code === 'street-unknown').map(({ fix }) => fix);
    expect(fixes).toEqual([expect.not.stringContaining('--accept'), expect.stringContaining('--accept')]);
  });

  it('cuts the street of an unknown school off as it is written', async () => {
    await district.refused(
      streetKeeper,
      district.order(['Школа № 77: ул. 8 Марта 1-9'], '--unread', 'cut.csv'),
    );
    const unread = readFileSync(join(district.database.folder, 'cut.csv'), 'utf8');
    expect(unread.split('\r\n')[1]).toMatch(/^Школа № 77;ул\. 8 Марта;'?1-9;/u);
  });
});
