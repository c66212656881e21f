import { describe, expect, it } from 'vitest';
import { readOrder } from '../../../../src/domain/territory/order/read-order.ts';
import { wordsOutside } from '../../../../src/domain/territory/order/school-certainty.ts';

const SCHOOL_1 = ['№ 1 мектеп-гимназия', 'Школа-гимназия № 1 имени Абая'];
const SCHOOL_2 = ['№ 2 жалпы білім беретін мектеп', 'Общеобразовательная школа № 2'];
const SCHOOL_3 = [
  'Ыбырай Алтынсарин атындағы № 3 жалпы білім беретін мектеп',
  'Общеобразовательная школа № 3 имени Ибрая Алтынсарина',
];

describe('words of a heading that the name of its school does not account for', () => {
  it.each<[string, readonly string[]]>([
    ['Школа № 1', SCHOOL_1],
    ['Школа-гимназия № 1', SCHOOL_1],
    ['Гимназия № 1', SCHOOL_1],
    ['школой-гимназией № 1 имени Абая', SCHOOL_1],
    ['№ 1 мектеп-гимназияға', SCHOOL_1],
    ['№ 1 мектеп-гимназиясының', SCHOOL_1],
    ['№ 2 мектепке', SCHOOL_2],
    ['№ 2 мектептің', SCHOOL_2],
    ['№ 2 жалпы білім беретін мектебіне', SCHOOL_2],
    ['2-мектеп', SCHOOL_2],
    ['№ 2', SCHOOL_2],
    ['СОШ №2', SCHOOL_2],
    ['МБОУ «СОШ № 2»', SCHOOL_2],
    ['КГУ «Общеобразовательная школа № 3 имени Ибрая Алтынсарина»', SCHOOL_3],
    ['Общеобразовательной школой № 3 им. И. Алтынсарина', SCHOOL_3],
    ['Ақжайлау ауданы білім бөлімінің № 2 жалпы білім беретін мектебі', SCHOOL_2],
    ['КГУ «Школа № 2» отдела образования Акжайлауского района', SCHOOL_2],
    ['Коммунальное государственное учреждение «Общеобразовательная школа № 2»', SCHOOL_2],
  ])('none in %s', (words, names) => {
    expect(wordsOutside(words, names)).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['Школы № 2, 3', SCHOOL_2, ['3']],
    ['Школы № 2 и 3', SCHOOL_2, ['и', '3']],
    ['Школы № 2–3', SCHOOL_2, ['3']],
    ['Школа № 2-а', SCHOOL_2, ['2-а']],
    ['Школа № 2/3', SCHOOL_2, ['2/3']],
    ['Школа № 2 «а»', SCHOOL_2, ['а']],
    ['Гимназия № 3', SCHOOL_3, ['Гимназия']],
    ['Вечерняя школа № 2', SCHOOL_2, ['Вечерняя']],
    ['Музыкальная школа № 3', SCHOOL_3, ['Музыкальная']],
    ['Лицей № 1', SCHOOL_1, ['Лицей']],
    ['Детский сад № 3', SCHOOL_3, ['Детский', 'сад']],
    ['Филиал школы № 3', SCHOOL_3, ['Филиал']],
    ['Школа № 2 Мира', SCHOOL_2, ['Мира']],
    ['Школа № 2 1-9', SCHOOL_2, ['1-9']],
    ['Школа № 3 имени Абая', SCHOOL_3, ['Абая']],
    ['За школой № 3 закрепить улицу Сатпаева 1-9', SCHOOL_3, ['За', 'закрепить', 'улицу', 'Сатпаева', '1-9']],
    ['школой № 2 отдела образования Сатпаева, Мира', SCHOOL_2, ['Сатпаева', 'Мира']],
  ])('some in %s', (words, names, expected) => {
    expect(wordsOutside(words, names)).toEqual(expected);
  });
});

/** Schools as they are named, and items as `school street: houses`. */
function read(...lines: readonly string[]) {
  const { schools, items } = readOrder(lines.join('\n'));
  return {
    schools: schools.map(({ words }) => words),
    items: items.map(({ school, words, doubt }) => [school, doubt?.code ?? words]),
  };
}

describe('a heading on a line of its own', () => {
  it.each([
    [
      ['Школа № 2', 'Мира 1-9', 'Жамбыла', 'ул. Гоголя'],
      ['Мира 1-9', 'Жамбыла', 'ул. Гоголя'],
    ],
    [
      ['Школа № 2', 'Мира – 1-9, Жамбыла - 2-10 (чет), Сатпаева: 1; 3; 5, 8 Марта 5'],
      ['Мира – 1-9', 'Жамбыла - 2-10 (чет)', 'Сатпаева: 1; 3; 5', '8 Марта 5'],
    ],
  ])('leaves the streets below to be read: %s', (lines, expected) => {
    expect(read(...lines)).toEqual({ schools: ['Школа № 2'], items: expected.map(words => [0, words]) });
  });

  it('goes on in a name that a page has broken', () => {
    expect(read('Школа № 3', 'имени Ибрая Алтынсарина:', 'ул. Мира 1').schools).toEqual([
      'Школа № 3 имени Ибрая Алтынсарина',
    ]);
  });
});

describe('what orders say of a school', () => {
  it('is taken away only where every word of it is known', () => {
    expect(read('За школой № 3 закрепляются Сатпаева: ул. Мира 1-9').schools).toEqual([
      'школой № 3 закрепляются Сатпаева',
    ]);
    expect(read('Школа № 3 закрепить территорию в границах улиц Абая: ул. Мира 1-9').schools).toEqual([
      'Школа № 3 закрепить территорию в границах улиц Абая',
    ]);
  });

  it.each([
    '№ 2 жалпы білім беретін мектепке: ул. Горная 5',
    '№ 3 мектепке: ул. Горная 5',
    '№ 3 мектептің аумағы: ул. Горная 5',
    '№ 3 мектебіне: ул. Горная 5',
    '№ 3 гимназияға: ул. Горная 5',
    '№ 3 мектеп-гимназияға: ул. Горная 5',
  ])('is a heading: %s', text => {
    expect(read(text)).toEqual({
      schools: [expect.stringMatching(/^№ [23] /u)],
      items: [[0, 'ул. Горная 5']],
    });
  });
});

describe('numbers that may be houses or names', () => {
  it('are names behind a plural', () => {
    expect(read('микрорайоны 6, 12.').items).toEqual([
      [null, '6'],
      [null, '12.'],
    ]);
  });

  it.each(['мкр. 6, 12, Самал-2', 'мкр. 6, 12', '6 мкр, 12'])('are not guessed: %s', text => {
    expect(read(text).items[0]).toEqual([null, 'order-split-unclear']);
  });
});

describe('a settlement in brackets', () => {
  const splits = (text: string) =>
    readOrder(text).items.map(item => item.splits.map(({ streets, houses }) => [...streets, houses]));

  it.each([
    ['ул. Садовая (с. Бастау) дома 1-9', [['Бастау, ул. Садовая', 'дома 1-9']]],
    ['Садовая көшесі (Бастау ауылы)', [['Бастау, Садовая көшесі', '']]],
    ['ул. Садовая дома 1-9 (село Бастау)', [['Бастау, ул. Садовая', 'дома 1-9']]],
    ['ул. Садовая (с. Бастау), дома 1, 3', [['Бастау, ул. Садовая', 'дома 1, 3']]],
    ['с. Аксу: ул. Садовая (с. Бастау) дома 1, 3', [['Бастау, ул. Садовая', 'дома 1, 3']]],
    ['ул. Садовая (кроме дома 5)', [['ул. Садовая', '(кроме дома 5)']]],
    ['ул. Садовая (Бастау) дома 5', [['ул. Садовая', '(Бастау) дома 5']]],
  ])('is that of the street before it: %s', (text, expected) => {
    expect(splits(text)).toEqual([expected]);
  });
});

describe('what an order does with a street', () => {
  it.each([
    'исключить улицу 8 Марта',
    'без улицы Мира',
    'передать ул. Мира 1-9',
    'закрепить улицу Мира 1-9',
    'ул. Мира исключить',
    'вместо ул. Мира',
    'Исключить ул. Мира 1-9',
    'Мира көшесі алынып тасталсын',
  ])('is no part of its name: %s', text => {
    expect(read(text).items).toEqual([[null, 'order-words-unread']]);
  });

  it('cuts no name off before its kind has one', () => {
    const [item] = readOrder('ул. 8 Марта 1-9').items;
    expect(item?.splits.map(({ streets, houses }) => [...streets, houses])).toEqual([
      ['ул. 8 Марта', '1-9'],
      ['ул. 8 Марта 1-9', ''],
    ]);
  });
});

describe('a table kept with pipes', () => {
  const header = '| № | Школа | Улица | Дома |';
  const table = (...rows: readonly string[]) =>
    readOrder(rows.join('\n')).items.map(({ splits, doubt }) => [
      doubt?.code ?? null,
      ...splits.flatMap(({ streets, houses }) => [...streets, houses]),
    ]);

  it('passes over the rule below its header, and leaves a row its own street', () => {
    const rows = [
      '|---|---|---|---|',
      '| 1 | Школа № 2 | Абая (с. Бастау) | 1-9 |',
      '|   |  | Жамбыла | 1-45 |',
    ];
    expect(table(header, ...rows)).toEqual([
      [null, 'Бастау, Абая', '1-9'],
      [null, 'Жамбыла', '1-45'],
    ]);
    expect(readOrder([header, ...rows].join('\n')).schools).toEqual([{ words: 'Школа № 2', line: 3 }]);
  });

  it.each([
    [['Школа № 2 | Мира | 1-9', 'Школа № 2 | Жамбыла | 1-45 нечет, 2-10', '', ' | 8 Марта | 1, 3']],
    [['Школа № 2 | Улица | Дома', 'Школа № 4 | Сатпаева | 20-30, 40', ' | | 50, 52']],
  ])('is refused whole where its columns are not certain: %s', rows => {
    const { items, problems } = readOrder(rows.join('\n'));
    expect([items.length, problems[0]?.code]).toEqual([0, 'order-table-columns']);
  });

  it('tells a line without pipes and a cell that no column has', () => {
    const rows = ['| 1 | Школа № 2 | Мира | 1-9 | 11-15 |', '|  |  | Сад | 5 |', '----', 'ул. Горная 1'];
    expect(table(header, ...rows)).toEqual([
      [null, 'Мира', '1-9'],
      [null, 'Сад', '5'],
      ['order-words-unread'],
      ['order-words-unread'],
    ]);
  });

  it('keeps a row above the first school, as a street of nobody', () => {
    const rows = [header, '|  |  | Мира | 1-9 |', '| 1 | Школа № 2 | Сад | 5 |'];
    expect(readOrder(rows.join('\n')).items.map(({ school }) => school)).toEqual([null, 0]);
  });

  it.each([
    ['whole', '|  |  | Мира | все |'],
    ['a side', '|  |  | Мира | нечётные |'],
    ['no houses', '|  |  | Мира |  |'],
  ])('keeps a row above the first school without a number: %s', (_, row) => {
    const { items } = readOrder([header, row, '| 1 | Школа № 2 | Сад | 5 |'].join('\n'));
    expect(items.map(({ line, school }) => [line, school])).toEqual([
      [2, null],
      [3, 0],
    ]);
  });

  it('passes over the lines of its header, its repetition and the numbers of pages', () => {
    const rows = [
      '|  |  | и населённый пункт | или часть |',
      '| 1 | 2 | 3 | 4 |',
      '| 1 | Школа № 2 | Мира | 1-9 |',
      '- 2 -',
      header,
      '|  |  | Сад | 5 |',
    ];
    expect(table(header, ...rows)).toEqual([
      [null, 'Мира', '1-9'],
      [null, 'Сад', '5'],
    ]);
  });

  it('tells what names a school or a street above its header', () => {
    const above = ['Перечень школ и улиц', 'Школа № 3: ул. Горная 1-9', 'ул. Речная 5'];
    const rows = [
      ...above,
      header,
      '| 1 | Школа № 2 | Мира | 1-9 |',
      '|  |  | Сад | 5 |',
      '|  |  | Лес | 7 |',
    ];
    const { items } = readOrder(rows.join('\n'));
    expect(items.filter(({ doubt }) => doubt !== null).map(({ line }) => line)).toEqual([2, 3]);
  });

  it('keeps a bracket that names no settlement to be told', () => {
    expect(table(header, '| 1 | Школа № 2 | Абая (кроме гаражей) | 1-9 |')[0]?.[0]).toBe(
      'order-words-unread',
    );
  });
});
