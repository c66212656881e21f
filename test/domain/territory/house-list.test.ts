import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import {
  type HouseSet,
  minus,
  numberRange,
  setToText,
  singleHouse,
  unionAll,
  wholeNumber,
  wholeStreet,
} from '../../../src/domain/territory/house-set.ts';
import { house } from './arbitrary-sets.ts';

const odd = numberRange(null, null, 'odd');
const even = numberRange(null, null, 'even');

function only(...houses: Parameters<typeof house>[]): HouseSet {
  return unionAll(houses.map(parts => singleHouse(house(...parts))));
}

function numbers(...list: number[]): HouseSet {
  return only(...list.map((number): [number] => [number]));
}

function read(text: string) {
  const { set, problems } = readHouseList(text);
  return { set: setToText(set), problems };
}

function reads(text: string, expected: HouseSet) {
  expect(read(text)).toEqual({ set: setToText(expected), problems: [] });
}

describe('a house list', () => {
  it.each(
    ', ,все,Все дома,вся улица,улица полностью,все чётные и нечётные дома,обе стороны,барлық үйлер,барлығы,бүкіл көше,all,whole street'.split(
      ',',
    ),
  )('reads «%s» as the whole street', text => reads(text, wholeStreet));

  it.each<[string, HouseSet]>([
    ['12', only([12])],
    ...['12А', '12 а', '12-а', '12 "а"', '12«А»', '12A', '12/а', '12 лит. А', '12\u200bА'].map(
      (text): [string, HouseSet] => [text, only([12, 'А'])],
    ),
    ...['12/1', '12\\1', '12 / 1'].map((text): [string, HouseSet] => [text, only([12, '', '1'])]),
    ['5/10А', only([5, '', '10А'])],
    ['12а/2', only([12, 'А', '2'])],
    ...['4 к. 1', '4 к1', '4 корп. 1', '4К1', '4-үй 1-корпус'].map((text): [string, HouseSet] => [
      text,
      only([4, '', '', '1']),
    ]),
    ['40а кор. 2', only([40, 'А', '', '2'])],
    ['2/13А корп 1', only([2, '', '13А', '1'])],
    ['12к, 12 с', only([12, 'К'], [12, 'С'])],
    ['36 (а,б)', only([36, 'А'], [36, 'Б'])],
    ['36 (а и б)', only([36, 'А'], [36, 'Б'])],
    ['2 (корпуса 1, 2)', only([2, '', '', '1'], [2, '', '', '2'])],
    ['83/89 (к. 1, к. 2)', only([83, '', '89', '1'], [83, '', '89', '2'])],
  ])('reads «%s» as those houses and no others', reads);

  it.each<[string, HouseSet]>([
    ['2 (все корпуса)', wholeNumber(2)],
    ['2 (барлық корпустары)', wholeNumber(2)],
    ['2 (all letters and blocks)', wholeNumber(2)],
    ['2-2', wholeNumber(2)],
  ])('reads «%s» as the number with every suffix', reads);

  it.each<[string, HouseSet]>([
    ['118-146', numberRange(118, 146, 'even')],
    ['45 – 85', numberRange(45, 85, 'odd')],
    ['45\u201185', numberRange(45, 85, 'odd')],
    ['45\u221285', numberRange(45, 85, 'odd')],
    ['с 1 по 87', numberRange(1, 87, 'odd')],
    ['c 1 пo 87', numberRange(1, 87, 'odd')],
    ['с д. 93 по д. 189', numberRange(93, 189, 'odd')],
    ['с № 11 - 15', numberRange(11, 15, 'odd')],
    ['№ 1-ден 45-ке дейін', numberRange(1, 45, 'odd')],
    ['1-үйден 45-үйге дейін', numberRange(1, 45, 'odd')],
    ['from 1 to 45', numberRange(1, 45, 'odd')],
    ['1-10', numberRange(1, 10, 'both')],
    ['1-5/9', numberRange(1, house(5, '', '9'), 'odd')],
    ['144/148 - 208', numberRange(house(144, '', '148'), 208, 'even')],
    ['64-64а', numberRange(64, house(64, 'А'), 'even')],
  ])('reads «%s» as a range on the side or sides of its ends', reads);

  it.each<[string, HouseSet]>([
    ...['нечетные', 'нечётная сторона', 'тақ жағы', 'тақ сандар', 'так', 'odd'].map(
      (text): [string, HouseSet] => [text, odd],
    ),
    ...['четные', 'чётная сторона', 'жұп жағы', 'жұп сандар', 'EVEN'].map((text): [string, HouseSet] => [
      text,
      even,
    ]),
    ['1-45 (нечетные)', numberRange(1, 45, 'odd')],
    ['нечетные дома: 3-9', numberRange(3, 9, 'odd')],
    ['четные с 2 по 60', numberRange(2, 60, 'even')],
    ['1-10 (четные)', numberRange(2, 10, 'even')],
    ['1-45тақ', numberRange(1, 45, 'odd')],
    ['2-60жұп, 1', unionAll([numberRange(2, 60, 'even'), numbers(1)])],
    ['(нечётная сторона, с 1 по 45)', numberRange(1, 45, 'odd')],
    ['(жұп жағы, 2-60)', numberRange(2, 60, 'even')],
    ['12-ші үй, 14', numbers(12, 14)],
    ['4-үй, 1-корпус', singleHouse(house(4, '', '', '1'))],
    ['1-9 (четные и нечетные)', numberRange(1, 9, 'both')],
    ['по нечетной стороне с 1 по 9', numberRange(1, 9, 'odd')],
    ['четные: 54-72; все нечетные дома', unionAll([numberRange(54, 72, 'even'), odd])],
  ])('reads «%s» with the side it states', reads);

  it.each<[string, HouseSet]>([
    ['от дома 20', numberRange(20, null, 'both')],
    ['начиная с дома 36', numberRange(36, null, 'both')],
    ['120 и далее', numberRange(120, null, 'both')],
    ['с 113 (нечетные)', numberRange(113, null, 'odd')],
    ['20-дан бастап', numberRange(20, null, 'both')],
    ['с 20 до конца', numberRange(20, null, 'both')],
    ['20-дан соңына дейін', numberRange(20, null, 'both')],
    ['20 and up', numberRange(20, null, 'both')],
    ['до дома 26', numberRange(null, 26, 'both')],
    ['26-ға дейін', numberRange(null, 26, 'both')],
    ['up to 26', numberRange(null, 26, 'both')],
    ['от 1 и далее', wholeStreet],
  ])('reads «%s» as open at one end', reads);

  it.each<[string, HouseSet]>([
    ['1-45 кроме 7, 9', minus(numberRange(1, 45, 'odd'), numbers(7, 9))],
    ['все (кроме 7, 9)', minus(wholeStreet, numbers(7, 9))],
    ['все, за исключением домов 7 и 9', minus(wholeStreet, numbers(7, 9))],
    ['барлық үйлер, 7, 9-дан басқа', minus(wholeStreet, numbers(7, 9))],
    ['барлық үйлер (7, 9-дан басқа)', minus(wholeStreet, numbers(7, 9))],
    ['7, 9-үйлерді қоспағанда, барлық үйлер', minus(wholeStreet, numbers(7, 9))],
    ['all houses except for 7 and 9', minus(wholeStreet, numbers(7, 9))],
    [
      '1-45 (кроме 7), 2-60',
      unionAll([minus(numberRange(1, 45, 'odd'), numbers(7)), numberRange(2, 60, 'even')]),
    ],
  ])('takes the exact exceptions of «%s» from what stands before', reads);

  it.each<[string, HouseSet]>([
    [
      '1-45 (нечетные), 2, 4 к1, с 60 (четные)',
      unionAll([numberRange(1, 45, 'odd'), only([2], [4, '', '', '1']), numberRange(60, null, 'even')]),
    ],
    ['четные: 2-8, 12; нечетные: 3-9', unionAll([numberRange(2, 9, 'both'), numbers(12)])],
    ['нечетные 1-45 четные 2-60', unionAll([numberRange(1, 45, 'odd'), numberRange(2, 60, 'even')])],
    ['1-45 нечетные\n2-60 четные', unionAll([numberRange(1, 45, 'odd'), numberRange(2, 60, 'even')])],
    ['нечетные (1-9), четные (4-8)', unionAll([numberRange(1, 9, 'odd'), numberRange(4, 8, 'even')])],
    ['дома №№ 45, 47, 49 (корпуса 1, 2)', only([45], [47], [49, '', '', '1'], [49, '', '', '2'])],
    ['дома - 105, 107, с 116 по 118', unionAll([numbers(105, 107), numberRange(116, 118, 'even')])],
    ['82, 97/1 дома', only([82], [97, '', '1'])],
    ['72; 73. 74,, 75,', numbers(72, 73, 74, 75)],
    ['д. 5 д. 7', numbers(5, 7)],
    ['12а 14 16б', only([12, 'А'], [14], [16, 'Б'])],
    ['5 және 7', numbers(5, 7)],
    ['с 1 по 5 (всего 3 дома)', numberRange(1, 5, 'odd')],
    ['с 3 по 8 (всего 5 домов), 9', unionAll([numberRange(3, 8, 'both'), numbers(9)])],
    ['1-9 (барлығы 5 үй)', numberRange(1, 9, 'odd')],
    ['2-10 (барлығы – 3 үй) жұп', numberRange(2, 10, 'even')],
    ['1-9 (total: 4 houses)', numberRange(1, 9, 'odd')],
    ['10/12-34', numberRange(house(10, '', '12'), 34, 'even')],
    [
      '6/8-12,18,19-45',
      unionAll([numberRange(house(6, '', '8'), 12, 'even'), numbers(18), numberRange(19, 45, 'odd')]),
    ],
    ['все дома 1-44; 45-50', numberRange(1, 50, 'both')],
    ['все нечетные дома с 1 по 45', numberRange(1, 45, 'odd')],
    ['барлық үйлер 20-дан бастап', numberRange(20, null, 'both')],
    ['все четные и 1-9', unionAll([even, numberRange(1, 9, 'odd')])],
    ['все четные, 1-9', unionAll([even, numberRange(1, 9, 'odd')])],
    ['нечетная сторона и 2-10', unionAll([odd, numberRange(2, 10, 'even')])],
    ['барлық жұп үйлер және 7-үй', unionAll([even, numbers(7)])],
    ['all even houses and 7', unionAll([even, numbers(7)])],
    ['2-8 четные и все нечетные', unionAll([numberRange(2, 8, 'even'), odd])],
    ['четные: 2-8, 1-9 (нечетные)', unionAll([numberRange(2, 8, 'even'), numberRange(1, 9, 'odd')])],
    ['все дома: четные 2-8, нечетные 3-9', numberRange(2, 9, 'both')],
    ['12Ч, 14-ч, 16 "н", 18 (н, ч)', only([12, 'Ч'], [14, 'Ч'], [16, 'Н'], [18, 'Н'], [18, 'Ч'])],
    ['1-45 неч, 2-60 чет', unionAll([numberRange(1, 45, 'odd'), numberRange(2, 60, 'even')])],
    ['12.14.16', numbers(12, 14, 16)],
    ['4 к. 1, 6, 8', only([4, '', '', '1'], [6], [8])],
    ['2, 3, 12 к1', only([2], [3], [12, '', '', '1'])],
    ['12 к1, д. 2, 3', only([12, '', '', '1'], [2], [3])],
    ['12 к1, 2/1', only([12, '', '', '1'], [2, '', '1'])],
    ['12 к1; 2', only([12, '', '', '1'], [2])],
    ['47/1, 46', only([47, '', '1'], [46])],
    ['12 к1, 10, 8', only([12, '', '', '1'], [10], [8])],
    ['12/5, 3, 144/148, 20', only([12, '', '5'], [3], [144, '', '148'], [20])],
    ['12/1, 2-8 (четные)', unionAll([only([12, '', '1']), numberRange(2, 8, 'even')])],
    ['12 (корпуса 1, 2), 3', only([12, '', '', '1'], [12, '', '', '2'], [3])],
    ['2-64, 3-47', unionAll([numberRange(2, 64, 'even'), numberRange(3, 47, 'odd')])],
  ])('reads the mixed or dirty «%s»', reads);

  it('shows back what each piece was read as, and where the side was inferred', () => {
    const { parts } = readHouseList('1-45, 2-60 (чётные), кроме 7');
    expect(parts).toEqual([
      { words: '1-45', effect: 'add', set: numberRange(1, 45, 'odd'), isSideInferred: true },
      { words: '2-60 (чётные)', effect: 'add', set: numberRange(2, 60, 'even'), isSideInferred: false },
      { words: '7', effect: 'except', set: numbers(7), isSideInferred: false },
    ]);
  });

  it.each<[string, ...[words: string, effect: string, set: HouseSet, isSideInferred: boolean][]]>([
    [''],
    ['все дома', ['все дома', 'add', wholeStreet, false]],
    ['тақ жағы', ['тақ жағы', 'add', odd, false]],
    ['12 "а"', ['12 "а"', 'add', only([12, 'А']), false]],
    ['36 (а, б)', ['36 (а, б)', 'add', only([36, 'А'], [36, 'Б']), false]],
    ['2 со всеми корпусами', ['2 со всеми корпусами', 'add', wholeNumber(2), false]],
    ['34-67', ['34-67', 'add', numberRange(34, 67, 'both'), true]],
    ['20-дан бастап', ['20-дан бастап', 'add', numberRange(20, null, 'both'), true]],
    ['up to 26 (even)', ['up to 26 (even)', 'add', numberRange(null, 26, 'even'), false]],
    [
      'чётные: 2-8, 12; 15',
      ['2-8', 'add', numberRange(2, 8, 'even'), false],
      ['12', 'add', numbers(12), false],
      ['15', 'add', numbers(15), false],
    ],
    [
      '1-45 (кроме 7, 9-11), 50',
      ['1-45', 'add', numberRange(1, 45, 'odd'), true],
      ['7', 'except', numbers(7), false],
      ['9-11', 'except', numberRange(9, 11, 'odd'), true],
      ['50', 'add', numbers(50), false],
    ],
    [
      '1-45 тақ, 7, 9-дан басқа',
      ['1-45 тақ', 'add', numberRange(1, 45, 'odd'), false],
      ['7', 'except', numbers(7), false],
      ['9-дан', 'except', numbers(9), false],
    ],
    [
      '7, 9-үйлерді қоспағанда, барлық үйлер',
      ['барлық үйлер', 'add', wholeStreet, false],
      ['7', 'except', numbers(7), false],
      ['9-үйлерді', 'except', numbers(9), false],
    ],
    [
      'all, except 7; 12 щука',
      ['all', 'add', wholeStreet, false],
      ['7', 'except', numbers(7), false],
      ['12', 'add', numbers(12), false],
    ],
  ])('shows the parts of «%s» in the order in which they count', (text, ...expected) => {
    const parts = expected.map(([words, effect, set, isSideInferred]) => {
      return { words, effect, set, isSideInferred };
    });
    expect(readHouseList(text).parts).toEqual(parts);
  });

  it('covers suffixes inside a range, and not those of a single house', () => {
    expect(read('1-45').set).toBe(setToText(numberRange(1, 45, 'odd')));
    expect(setToText(minus(readHouseList('1-45').set, readHouseList('45').set))).toBe(
      setToText(minus(numberRange(1, 45, 'odd'), singleHouse(house(45)))),
    );
  });
});
