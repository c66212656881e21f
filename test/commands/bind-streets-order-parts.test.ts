import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

/** A street that is certain, before and after the words that were not read. */
const FIRST = 'school-2 акжайлау/street/гагарин: 1–9 odd';
const LAST = 'school-3 акжайлау/street/пушкин: 5';

describe.each(engines)('words of an order that may open another part, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const between = (lines: readonly string[]) =>
    district.triedOrder(['Школа № 2: ул. Гагарина 1-9;', ...lines, 'Школа № 3: ул. Пушкина 5']);

  it.each([
    [['ул. Гоголя 1-9, Колледж № 4: ул. Мира 2-8']],
    [['ул. Гоголя 1-9,', 'Колледж № 4: ул. Мира 2-8']],
    [['ул. Чехова 1, ул. Гоголя 1-9 Колледж № 4: ул. Мира 2-8']],
    [['ул. Гоголя 1-9', 'Колледж № 4:', 'ул. Чехова 1-9']],
    [['ул. Гоголя 1-9', 'колледж № 4', 'ул. Чехова 1-9']],
    [['ул. Гоголя', 'Колледж № 4', 'ул. Чехова 1-9']],
    [['ул. Гоголя гаражи;', 'детский сад № 4', 'ул. Чехова 1-9']],
    [['ул. Гоголя гаражи', 'Детский сад «Балдырган» (ул. Абая, 5)', 'ул. Чехова 1-9']],
    [['Детский сад «Балдырган» (ул. Абая, 5)', 'ул. Чехова 1-9']],
    [['Детский сад ул. Гоголя 5', 'ул. Чехова 1-9']],
    [['Детсад Гагарина № 4', 'ул. Чехова 1-9']],
    [['Детсад Гагарина 5', 'ул. Чехова 1-9']],
    [['Гагорина', 'ул. Чехова 1-9']],
    [['улицы: Чехова, Колледж № 4, Мира 5; переулки: Гоголя 5']],
    [['Гоголя 1-9, Гагорина, Мира 5']],
    [['исключить ул. Гоголя 1-9, ул. Мира 2-8; ул. Чехова 5']],
    [['ул. Мира 2-8, ул. Гоголя 1-9 исключить', 'ул. Чехова 5']],
    [['мкр. Ромашка: ул. Мира 2-8', 'ул. Чехова 5']],
  ])('hold back what stands beside and below them: %s', async lines => {
    const { bound, errors } = await between(lines);
    expect(bound).toEqual([FIRST, LAST]);
    expect(errors.length).toBeGreaterThan(0);
  });

  it.each([
    ['в границах улиц Чехова, Гоголя, Мира'],
    ['территория, ограниченная улицами Чехова, Гоголя, Мира'],
    ['квартал, ограниченный ул. Чехова, ул. Гоголя, ул. Мира'],
    ['от ул. Чехова до ул. Гоголя, ул. Мира 5'],
    ['нечётная сторона улиц Чехова, Мира'],
    ['ул. Мира, частный сектор по ул. Чехова, ул. Гоголя'],
    ['Чехов, Гоголь, Мира көшелерінің аралығы'],
    ['Чехов көшесінен Гоголь көшесіне дейін, Бейбітшілік көшесі 5'],
  ])('speak of the streets of their sentence: %s', async sentence => {
    const { bound } = await between([`${sentence};`, 'ул. Лермонтова 5']);
    expect(bound).toContain(LAST);
    expect(bound.filter(one => /чехов|гогол|бейбитшилик/u.test(one))).toEqual([]);
  });

  it.each([
    ['все улицы, кроме ул. Чехова, ул. Гоголя; ул. Мира 5'],
    ['все дома микрорайона Самал-2, за исключением ул. Чехова, ул. Мира'],
    ['ул. Чехова 1-9 за исключением ул. Гоголя 5, ул. Мира 7'],
    ['ул. Чехова (кроме ул. Гоголя, 5), ул. Мира'],
    ['Самал-2 ықшам ауданы, Чехов көшесін қоспағанда, Бейбітшілік көшесі'],
  ])('take out what follows them: %s', async sentence => {
    const { bound } = await between([sentence]);
    expect(bound.filter(one => one !== FIRST)).toEqual([LAST]);
  });

  it.each([
    ['a misspelt street', ['ул. Гагорина 1-9, ул. Чехова 5'], ['чехов']],
    ['a misspelt bare street with its houses', ['Гагорина 1-9; Чехова 5'], ['чехов']],
    ['the same before a comma', ['Гагорина 1-9, Чехова 5'], ['чехов']],
    ['a street of a plural', ['улицы: Ромашкина, Чехова 5; переулки: Гоголя 5'], ['гогол', 'чехов']],
    ['a border', ['ул. Гоголя от ул. Абая до проспекта Тауелсиздик', 'ул. Чехова 5'], ['чехов']],
  ])('are not %s', async (_, lines, streets) => {
    const { bound } = await between(lines);
    const names = bound.filter(one => one !== FIRST && one !== LAST).map(one => /([^/]+):/u.exec(one)?.[1]);
    expect(names).toEqual(streets);
  });

  it('are told once, with how many streets wait for nothing else', async () => {
    const lines = [
      'Школа № 2: ул. Гагарина 1-9;',
      'Колледж № 4:',
      'ул. Чехова 5',
      'ул. Наурыыз 5',
      'ул. Мира 5',
    ];
    const { document } = await district.refused(streetKeeper, district.order(lines));
    expect(document.problems.map(({ code, where }) => [code, where?.line])).toEqual([
      ['order-words-unread', 2],
      ['order-school-unsure', 3],
      ['street-unknown', 4],
    ]);
    expect(document.problems[1]?.message).toContain('2 of them wait for nothing else.');
  });

  it('hold back the other lines of the streets below them', async () => {
    const lines = ['Школа № 2: ул. Гагарина 1-9;', 'Колледж № 4:', 'ул. Гагарина 11'];
    expect(await district.triedOrder(lines)).toEqual({
      bound: [],
      errors: [
        ['order-street-incomplete', 1],
        ['order-words-unread', 2],
        ['order-school-unsure', 3],
      ],
    });
  });

  it('hold back the streets that an unread line may mean', async () => {
    const lines = ['Школа № 2: ул. Гагарина 1-9;', 'Школа № 3: с. Тумарбулак, ул. Абая 1-9;', 'ул. Абая 11;'];
    expect(await district.triedOrder(lines)).toEqual({
      bound: [FIRST],
      errors: [
        ['order-street-incomplete', 2],
        ['street-ambiguous', 3],
      ],
    });
  });

  it('speak of every school where they take streets away before the first one', async () => {
    const lines = ['Исключить следующие улицы:', 'Школа № 2: ул. Гагарина 1-9', 'Школа № 3: ул. Мира 5'];
    expect(await district.triedOrder(lines)).toEqual({
      bound: [],
      errors: [
        ['order-without-school', 1],
        ['order-words-unread', 1],
        ['order-school-unsure', 2],
      ],
    });
  });

  it.each([['Гагорина'], ['Гагорина 1-9'], ['Перечень улиц', 'Гагорина 1-9']])(
    'are no title where a street may stand, so that nothing is replaced: %s',
    async (...lines) => {
      const order = district.order([...lines, 'Школа № 2: ул. Чехова 1-9'], '--replace-all', '--yes');
      const { document } = await district.refused(streetKeeper, order);
      expect(document.problems.map(({ code, where }) => [code, where?.line])).toEqual([
        ['order-without-school', 1],
      ]);
    },
  );

  it('are no numbers of pages; a number alone may be one', async () => {
    const pages = ['- 3 -', '11, 13;', 'стр. 4', 'ул. Чехова 5', '5-бет', 'Школа № 3: ул. Пушкина 5'];
    const whole = await district.triedOrder(['Школа № 2: ул. Гагарина 1-9,', ...pages]);
    expect(whole.errors).toEqual([]);
    expect(whole.bound).toContain('school-2 акжайлау/street/гагарин: 1–9 odd; 11, 13');
    const alone = await between(['ул. Чехова 1-9;', '4']);
    expect(alone).toEqual({ bound: [FIRST, LAST], errors: [['order-words-unread', 2]] });
  });
});
