import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addingLine } from '../../../../src/domain/territory/order/order-verbs.ts';
import { readOrder } from '../../../../src/domain/territory/order/read-order.ts';
import { growth, LINEAR } from '../../../support/work.ts';

/** Each item as `line school| street // street : houses`, all ways to read it. */
function read(...lines: readonly string[]): string[] {
  const { items } = readOrder(lines.join('\n'), words => words === 'school-7');
  return items.map(({ splits, words, doubt }) => {
    if (doubt) return `${doubt.code}: ${words}`;
    return splits.map(({ streets, houses }) => `${streets.join(' / ')}: ${houses}`.trim()).join(' || ');
  });
}

describe('running text of an order', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a list of bullets',
      ['- улица Горная дома №№ 2, 4;', '• Горный көшесі: 5'],
      ['улица Горная: дома №№ 2, 4', 'Горный көшесі: 5'],
    ],
    [
      'numbering',
      ['1) ул. Горная 5', '2. ул. Речная 7'],
      ['ул. Горная: 5 || ул. Горная 5:', 'ул. Речная: 7 || ул. Речная 7:'],
    ],
    [
      'a kind for all that follow',
      ['улицы: Горная - дома 2, 4, Речная - дом 6, Садовая'],
      ['улица Горная: дома 2, 4', 'улица Речная: дом 6', 'улица Садовая:'],
    ],
    [
      'a Kazakh kind for all',
      ['көшелері: Горный - 5, Бастау'],
      ['көшесі Горный: 5 || көшесі Горный - 5:', 'көшесі Бастау:'],
    ],
    [
      'two kinds',
      ['проспекты: Мира - дом 5; улицы: Лесная - дом 6'],
      ['проспект Мира: дом 5', 'улица Лесная: дом 6'],
    ],
    ['houses before the street', ['все дома по улице Горной'], ['улица Горной / улица Горная: все дома']],
    ['a side of a street', ['чётная сторона улицы Горького'], ['улица Горького: чётная сторона']],
    [
      'a Kazakh genitive',
      ['Бастау көшесінің жұп жағы'],
      ['Бастау көшесі: жұп жағы || Бастау көшесі жұп: жағы || Бастау көшесі жұп жағы:'],
    ],
    ['a name that a page has broken', ['улица Горно-', 'заводская дом 5'], ['улица Горнозаводская: дом 5']],
    ['a name on two lines', ['улица Зои', 'Лесной дома 5'], ['улица Зои Лесной: дома 5']],
    [
      'houses on two lines',
      ['ул. Горная 2, 4,', '6, 8'],
      ['ул. Горная: 2, 4, 6, 8 || ул. Горная 2: 4, 6, 8'],
    ],
    [
      'houses behind a semicolon',
      ['ул. Горная: чётные: 2-8; нечётные: 1-9'],
      ['ул. Горная: чётные: 2-8; нечётные: 1-9'],
    ],
    [
      'a street in a microdistrict',
      ['мкр. Самал-2, ул. Горная 5'],
      ['мкр. Самал-2, ул. Горная: 5 || мкр. Самал-2, ул. Горная 5:'],
    ],
    [
      'a microdistrict with houses',
      ['мкр. Самал-2 д. 5, ул. Горная д. 6'],
      ['мкр. Самал-2: д. 5', 'ул. Горная: д. 6'],
    ],
    ['a street in a village', ['село Бастау, ул. Горная: 5'], ['Бастау, ул. Горная: 5']],
    ['a heading of a village', ['с. Бастау: ул. Горная: 5'], ['Бастау, ул. Горная: 5']],
    ['a heading of a city', ['г. Жана: ул. Горная: 5'], ['Жана, ул. Горная / ул. Горная: 5']],
    [
      'microdistricts by number',
      ['19, 19А, 20 микрорайоны'],
      ['19 микрорайон:', '19А микрорайон:', '20 микрорайон:'],
    ],
    ['a line break that may be a range', ['ул. Горная дома 1', '- 9'], ['ул. Горная: дома 1 ⏎ - 9']],
    [
      'an initial that looks like a block',
      ['ул. Горная д. 5, К. Лесной 6'],
      ['ул. Горная: д. 5', 'К. Лесной: 6 || К. Лесной 6:'],
    ],
    [
      'numbers that may be houses or names',
      ['ул. Горная д. 5, 7, 9 микрорайоны'],
      ['order-split-unclear: ул. Горная д. 5, 7', 'order-split-unclear: 9 микрорайоны'],
    ],
    [
      'an unclosed bracket',
      ['ул. Горная д. 5 (кроме 7;', 'ул. Речная д. 6'],
      ['order-unclosed: ул. Горная д. 5 (кроме 7', 'ул. Речная: д. 6'],
    ],
    ['houses of no street', ['1-9, 11'], ['order-houses-without-street: 1-9, 11']],
  ])('reads %s', (_, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });

  it.each([
    ['МОУ СОШ № 46: ул. Горная', 'МОУ СОШ № 46'],
    ['1) Школа-лицей № 4 — ул. Горная', 'Школа-лицей № 4'],
    ['№ 3 мектеп: ул. Горная', '№ 3 мектеп'],
    ['3-мектеп: Горный көшесі', '3-мектеп'],
    ['№ 1 - улицы: Горная', '№ 1'],
    ['school-7: ул. Горная', 'school-7'],
    ['БИН 950940007313: ул. Горная', 'БИН 950940007313'],
    ['Территория, закрепленная за МОУ СОШ № 46: ул. Горная', 'МОУ СОШ № 46'],
    ['Территория школы № 46: ул. Горная', 'школы № 46'],
    ['Перечень улиц, закреплённых за школой № 46: ул. Горная', 'школой № 46'],
    ['Улицы, закреплённые за «Школой-лицеем № 4»: ул. Горная', '«Школой-лицеем № 4»'],
    ['Закрепить за школой № 46 следующие улицы: ул. Горная', 'школой № 46'],
    ['Закрепить территорию за школой № 46: ул. Горная', 'школой № 46'],
    ['За МБОУ «Школа № 46» закрепляется территория: ул. Горная', 'МБОУ «Школа № 46»'],
    ['закрепить за school-7: ул. Горная', 'school-7'],
    ['№ 46 мектебіне бекітілген аумақ: Горный көшесі', '№ 46 мектебіне'],
    ['№ 46 мектепке мынадай көшелер бекітілсін: Горный көшесі', '№ 46 мектепке'],
    ['46-мектепке бекітілсін: Горный көшесі', '46-мектепке'],
    ['№ 46 мектептің аумағы: Горный көшесі', '№ 46 мектептің'],
    ['Бекітілген аумақ, № 46 мектеп: Горный көшесі', '№ 46 мектеп'],
    ['Территория школы: ул. Горная', 'школы'],
    ['№ 46 мектептің көшелері: Горный', '№ 46 мектептің'],
    ['Закрепить за школой № 46 улицы: Горная', 'школой № 46'],
  ])('finds the school of %s', (text, words) => {
    const { schools, items } = readOrder(text, one => one === 'school-7');
    expect(schools).toEqual([{ words, line: 1 }]);
    expect(items).toMatchObject([{ school: 0 }]);
  });

  it('keeps the kind that a heading gives to its streets', () => {
    expect(read('Закрепить за школой № 46 следующие улицы: ул. Горная 2, пер. Лесной')).toEqual([
      'ул. Горная: 2 || ул. Горная 2:',
      'пер. Лесной:',
    ]);
    expect(read('Закрепить за школой № 46 улицы: Горная - дома 2, Речная')).toEqual([
      'улица Горная: дома 2',
      'улица Речная:',
    ]);
  });

  it.each(['Мектеп көшесі: 5', 'ул. Школьная: 5', 'ул. Горная 5 (школа № 3)', 'О школах города'])(
    'takes no street for a school: %s',
    text => {
      expect(readOrder(text).schools).toEqual([]);
    },
  );
});

describe('a side before several streets', () => {
  const doubts = (text: string) => readOrder(text).items.map(({ doubt }) => doubt?.args ?? null);

  it('may go for the second street too', () => {
    const unclear = {
      words: 'ул. Речная',
      candidates: ['ул. Речная', 'нечётная сторона ул. Речная'],
    };
    expect(doubts('нечётная сторона ул. Горная, ул. Речная')).toEqual([null, unclear]);
    const third = doubts('чётная сторона ул. Горная, ул. Речная, пер. Лесной');
    expect(third.map(found => found !== null)).toEqual([false, true, true]);
  });

  it.each([
    'нечётная сторона ул. Горная, ул. Речная 1-9',
    'нечётная сторона ул. Горная; ул. Речная',
    'все дома по улице Горная, ул. Речная',
    'ул. Горная (нечётная сторона), ул. Речная',
  ])('leaves no doubt: %s', text => {
    expect(doubts(text)).toEqual([null, null]);
  });
});

describe('an order that only adds', () => {
  it.each([
    ['Приказ\nДополнить территорию школы № 2 улицами:', 2],
    ['№ 2 мектептің аумағы мынадай көшелермен толықтырылсын:', 1],
    ['The territory of school 2 is supplemented with', 1],
    ['О внесении изменений и дополнений в приказ', null],
    ['ул. Добавочная 1-9', null],
  ])('is known by its verb: %s', (text, line) => {
    expect(addingLine(text)?.line ?? null).toBe(line);
  });
});

describe('any text', () => {
  const words = [
    'ул.',
    'Горная',
    'көшесі',
    '1-9',
    ',',
    ';',
    '\n',
    '(',
    ')',
    '«',
    '|',
    '№ 3 мектеп:',
    'улицы:',
    '-',
    'все',
    'по',
    'с.',
    '18',
    'микрорайоны',
    '⏎',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' })), {
    maxLength: 40,
  });

  it('is read without a failure, every item with a line of the text', () => {
    fc.assert(
      fc.property(text, parts => {
        const whole = parts.join(' ');
        const { items, schools } = readOrder(whole);
        const lines = whole.normalize('NFC').split(/\r\n|\n|\r|\u2028|\f/u).length;
        for (const { line, school } of items) {
          expect(line >= 1 && line <= lines).toBe(true);
          expect(school === null || school < schools.length).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['bullets', '- ул. Горная 1-9, 11;\n'],
    ['lines', 'Горная 1\n'],
    ['one line', 'ул. Горная 1-9, 11, '],
    ['brackets', 'ул. Горная (1 '],
    ['no mark at all', 'Горная '],
    ['digits', '1'],
    ['letters', 'а'],
    ['schools', 'школа '],
    ['dashes', ' - '],
    ['pipes', '|1 |ул. Горная |5 |\n'],
  ])('is read in linear work: %s', (_, piece) => {
    const read = (size: number) => readOrder(piece.repeat(Math.ceil(size / piece.length)));
    expect(growth(read, 30_000)).toBeLessThan(LINEAR);
  });
});
