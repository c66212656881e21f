import { describe, expect, it } from 'vitest';
import type { ProblemArgs } from '../../../src/domain/problem.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { emptySet, numberRange, singleHouse } from '../../../src/domain/territory/house-set.ts';
import type { TerritoryProblems } from '../../../src/domain/territory/problems.ts';
import { house } from './arbitrary-sets.ts';

type Told = keyof TerritoryProblems | 'letters-lost' | 'street-range';
type Found = { [C in Told]: [C, ProblemArgs[C]] }[Told];

function found(text: string, strictRanges = false) {
  return readHouseList(text, { strictRanges }).problems.map(({ code, args }) => [code, args]);
}

describe('a house list that cannot be read for certain', () => {
  it.each<[string, ...Found[]]>([
    ['12, щука 7, 14', ['houses-unreadable', { words: 'щука 7' }]],
    ['1-45 та?', ['letters-lost', { value: '1-45 та?' }]],
    ['?йлер 1-5', ['letters-lost', { value: '?йлер 1-5' }]],
    ['12, б?рі', ['letters-lost', { value: 'б?рі' }]],
    ['1-8 линия', ['street-range', { text: '1-8 линия' }]],
    ['4-үй, 1-корпус, 2-корпус', ['houses-unreadable', { words: '2-корпус' }]],
    ['12-ші', ['houses-unreadable', { words: '12-ші' }]],
    ['(нечётная сторона, 1, 3)', ['houses-swallowed', { words: '1', within: 'нечётная сторона' }]],
    ['1, 3, 5 и далее', ['houses-side-missing', { words: '5 и далее', side: 'odd' }]],
    ['2-8, 10, 12-ден бастап', ['houses-side-missing', { words: '12-ден бастап', side: 'even' }]],
    ['1, 3, 5 and up', ['houses-side-missing', { words: '5 and up', side: 'odd' }]],
    ['12/1/2', ['houses-unreadable', { words: '12/1/2' }]],
    ['1..15', ['houses-unreadable', { words: '1..15' }]],
    ['1,3,5,...15', ['houses-unreadable', { words: '...15' }]],
    ['1-я линия', ['houses-unreadable', { words: '1-я линия' }]],
    ['68, 70(1)', ['houses-unreadable', { words: '70(1)' }]],
    ['с 1 по 5 (кроме прочих)', ['houses-unreadable', { words: 'прочих' }]],
    ['12 (всего 3 дома)', ['houses-unreadable', { words: '12 (всего 3 дома)' }]],
    [
      'с 1 по 5 (всего 5 домов)',
      ['houses-count-differs', { words: 'с 1 по 5 (всего 5 домов)', count: 5, numbers: 3 }],
    ],
    [
      '2-8 тақ (барлығы 4 үй)',
      ['houses-count-differs', { words: '2-8 тақ (барлығы 4 үй)', count: 4, numbers: 3 }],
    ],
    [
      '1-6 (total 7 houses)',
      ['houses-count-differs', { words: '1-6 (total 7 houses)', count: 7, numbers: 6 }],
    ],
    ['12 (школа)', ['houses-unreadable', { words: '12 (школа)' }]],
    ['23 (новостройка 25)', ['houses-unreadable', { words: '23 (новостройка 25)' }]],
    ['23 (новостройки, кроме дома 5)', ['houses-unreadable', { words: '23 (новостройки, кроме дома 5)' }]],
    ['12 (жаңадан салынған 2 үй)', ['houses-unreadable', { words: '12 (жаңадан салынған 2 үй)' }]],
    ['1, уч18, 2', ['houses-not-houses', { words: 'уч18' }]],
    ['18, уч. 18', ['houses-not-houses', { words: 'уч. 18' }]],
    ['уч18', ['houses-not-houses', { words: 'уч18' }]],
    ['все, кроме уч18', ['houses-not-houses', { words: 'кроме уч18' }]],
    ['т 5, 7', ['houses-not-houses', { words: 'т 5' }]],
    ['5, 12 т', ['houses-not-houses', { words: '12 т' }]],
    ['18, телім 18', ['houses-not-houses', { words: 'телім 18' }]],
    ['plot 18, 19', ['houses-not-houses', { words: 'plot 18' }]],
    [',', ['houses-unreadable', { words: ',' }]],
    ['СНТ «Сазан»', ['houses-not-houses', { words: 'СНТ «Сазан»' }]],
    ['1, гаражи, 3', ['houses-not-houses', { words: 'гаражи' }]],
    ['частный сектор', ['houses-not-houses', { words: 'частный сектор' }]],
    ['общежитие №3, 5', ['houses-not-houses', { words: 'общежитие №3' }]],
    ['в/ч 12345', ['houses-not-houses', { words: 'в/ч 12345' }]],
    ['22дача', ['houses-not-houses', { words: '22дача' }]],
    [
      'все дома от ул. Ленина до ул. Мира',
      ['houses-not-houses', { words: 'все дома от ул. Ленина до ул. Мира' }],
    ],
    ['01.02.2027', ['houses-date', { words: '01.02.2027' }]],
    ['01.фев', ['houses-date', { words: '01.фев' }]],
    ['9А – 17 – 22 – 25', ['houses-ambiguous-dashes', { words: '9А – 17 – 22 – 25' }]],
    ['с 9 по 15-2, 20', ['houses-ambiguous-dashes', { words: 'с 9 по 15-2' }]],
    ['1 8а', ['houses-ambiguous-blank', { words: '1 8а' }]],
    ['13,1\n5,16', ['houses-ambiguous-blank', { words: '1 5' }]],
    [
      '12 корпус 1, 2, 3',
      ['houses-ambiguous-blocks', { words: '12 корпус 1, 2, 3', one: '12 к1', other: '12 к2', number: '2' }],
    ],
    [
      '12 к. 1, 2 и 3, 14',
      ['houses-ambiguous-blocks', { words: '12 к. 1, 2 и 3', one: '12 к1', other: '12 к2', number: '2' }],
    ],
    [
      '5, 12/1,2,3',
      ['houses-ambiguous-blocks', { words: '12/1,2,3', one: '12/1', other: '12/2', number: '2' }],
    ],
    [
      '12 к3, 1',
      ['houses-ambiguous-blocks', { words: '12 к3, 1', one: '12 к3', other: '12 к1', number: '1' }],
    ],
    [
      '12 block 1, 2-5',
      ['houses-ambiguous-blocks', { words: '12 block 1, 2-5', one: '12 к1', other: '12 к2', number: '2' }],
    ],
    [
      '12-үй 1-корпус, 2',
      ['houses-ambiguous-blocks', { words: '12-үй 1-корпус, 2', one: '12 к1', other: '12 к2', number: '2' }],
    ],
    [
      'все, кроме 12 к1, 2',
      ['houses-ambiguous-blocks', { words: '12 к1, 2', one: '12 к1', other: '12 к2', number: '2' }],
    ],
    ['2А (все корпуса)', ['houses-unreadable', { words: '2А (все корпуса)' }]],
    ['1-45, 3, 7-15-тен басқа', ['houses-unreadable', { words: '7-15-тен басқа' }]],
    ['1-45, только 7', ['houses-unreadable', { words: 'только 7' }]],
    ['1-45 (кроме 7) (нечетные)', ['houses-unreadable', { words: '1-45 (кроме 7) (нечетные)' }]],
    ['2-60 (8-ден басқа) жұп', ['houses-unreadable', { words: '2-60 (8-ден басқа) жұп' }]],
    ['1-45 (except 7) odd', ['houses-unreadable', { words: '1-45 (except 7) odd' }]],
    ['4 корп. 1-5', ['houses-unreadable', { words: '4 корп. 1-5' }]],
    ['4 block 1-15', ['houses-unreadable', { words: '4 block 1-15' }]],
    ['49 корпуса 1, 2', ['houses-unreadable', { words: '49 корпуса 1' }]],
    ['49 blocks 1, 2', ['houses-unreadable', { words: '49 blocks 1' }]],
    ['49 корпустары 1, 2', ['houses-unreadable', { words: '49 корпустары 1' }]],
    ['26-ға', ['houses-unreadable', { words: '26-ға' }]],
    ['0', ['houses-number-impossible', { words: '0' }]],
    ['1000000', ['houses-number-impossible', { words: '1000000' }]],
    [
      '45-1, 60-2',
      ['houses-backwards', { from: '45', to: '1' }],
      ['houses-backwards', { from: '60', to: '2' }],
    ],
    ['12Б-12А', ['houses-backwards', { from: '12Б', to: '12А' }]],
    ['12 "а', ['houses-unclosed', { words: '12 "а' }]],
    ['(1-45', ['houses-unclosed', { words: '(1-45' }]],
    ['1-45)', ['houses-unclosed', { words: '1-45)' }]],
    ['7 (четные)', ['houses-side-mismatch', { words: '7 (четные)', side: 'even' }]],
    ['нечетные: 3, 4', ['houses-side-mismatch', { words: '4', side: 'odd' }]],
    ['все дома с 1 по 45', ['houses-side-missing', { words: 'с 1 по 45', side: 'odd' }]],
    ['барлық үйлер: 2-60', ['houses-side-missing', { words: '2-60', side: 'even' }]],
    ['all houses 1-45', ['houses-side-missing', { words: '1-45', side: 'odd' }]],
    ['5 с 7', ['houses-unreadable', { words: '5 с 7' }]],
    ['четные: 2-8; 10-15', ['houses-side-missing', { words: '10-15', side: 'both' }]],
    ['четные 2-60, 1-9', ['houses-side-strays', { words: '1-9', side: 'even', instead: 'odd' }]],
    ['четные: 2-60, 65-70', ['houses-side-strays', { words: '65-70', side: 'even', instead: 'both' }]],
    ['тақ үйлер: 1-9, 2-10', ['houses-side-strays', { words: '2-10', side: 'odd', instead: 'even' }]],
    ['even: 2-8, from 13', ['houses-side-strays', { words: 'from 13', side: 'even', instead: 'both' }]],
    ['нечетные четные', ['houses-side-contradicts', { words: 'нечетные четные' }]],
    ['чётные нечётные', ['houses-side-contradicts', { words: 'чётные нечётные' }]],
    ['1, все нечетные все четные', ['houses-side-contradicts', { words: 'все нечетные все четные' }]],
    ['четные: нечетные 3-9', ['houses-side-contradicts', { words: 'четные: нечетные' }]],
    ['тақ жұп 3-9', ['houses-side-contradicts', { words: 'тақ жұп' }]],
    ['odd: 1-9 (even)', ['houses-side-contradicts', { words: 'odd: 1-9 (even)' }]],
    ['1-45 нечетные четные', ['houses-side-contradicts', { words: '1-45 нечетные четные' }]],
    ['1-9 нечетные (четные)', ['houses-side-contradicts', { words: '1-9 нечетные (четные)' }]],
    ['нечетная сторона (четная)', ['houses-side-contradicts', { words: 'нечетная сторона (четная' }]],
    ['2-8 четные нечетные 3-9', ['houses-side-contradicts', { words: '2-8 четные нечетные' }]],
    ['1-9, четные и', ['houses-unreadable', { words: 'четные и' }]],
    ['все и 1-9', ['houses-swallowed', { words: '1-9', within: 'все' }]],
    ['нечетные и 1-9', ['houses-swallowed', { words: '1-9', within: 'нечетные' }]],
    ['б/н', ['houses-not-houses', { words: 'б/н' }]],
    ['н/д', ['houses-not-houses', { words: 'н/д' }]],
    ['1-60 ч', ['houses-side-initial', { words: '1-60 ч' }]],
    ['1-60ч', ['houses-side-initial', { words: '1-60ч' }]],
    [
      '1-45н, 2-60ч',
      ['houses-side-initial', { words: '1-45н' }],
      ['houses-side-initial', { words: '2-60ч' }],
    ],
    ['с 1 по 45н', ['houses-side-initial', { words: 'с 1 по 45н' }]],
    [
      '1-45 н, 2-60 Ч.',
      ['houses-side-initial', { words: '1-45 н' }],
      ['houses-side-initial', { words: '2-60 Ч' }],
    ],
    ['12 ч', ['houses-side-initial', { words: '12 ч' }]],
    ['1-45 нч', ['houses-side-initial', { words: '1-45 нч' }]],
    ['1-45 (н)', ['houses-side-initial', { words: '1-45 (н)' }]],
    ['ч: 2-60', ['houses-side-initial', { words: 'ч: 2-60' }]],
    ['5/10 н, 12', ['houses-side-initial', { words: '5/10 н' }]],
    ['12-5 кв', ['houses-not-houses', { words: '12-5 кв' }]],
    ['12-5 кв., 14', ['houses-not-houses', { words: '12-5 кв' }]],
    ['31.12.26', ['houses-date', { words: '31.12.26' }]],
    ['12.14.2016', ['houses-date', { words: '12.14.2016' }]],
    ['1-45, нечетные', ['houses-swallowed', { words: '1-45', within: 'нечетные' }]],
    ['нечетные, 1-45', ['houses-swallowed', { words: '1-45', within: 'нечетные' }]],
    ['все дома, 5', ['houses-swallowed', { words: '5', within: 'все дома' }]],
    ['с №№ 6, 8, 10', ['houses-swallowed', { words: '8', within: 'с №№ 6' }]],
    ['все, кроме 7; 9', ['houses-swallowed', { words: '9', within: 'все' }]],
    ['1-45, кроме 46', ['houses-except-nothing', { words: '46' }]],
    ['1-45 кроме 7, 9, 2-60', ['houses-except-nothing', { words: '2-60' }]],
    ['12, 14 басқа', ['houses-except-nothing', { words: '12' }]],
  ])('says why for «%s», and binds nothing of it', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
    expect(readHouseList(text).set).toEqual(emptySet);
  });

  it('shortens long words to what a person reads', () => {
    const [first] = readHouseList(`12 ${'щука '.repeat(1000)}`).problems;
    expect(first?.code === 'houses-unreadable' && first.args.words.length).toBe(81);
  });

  it('stops after a hundred errors', () => {
    expect(found('0,'.repeat(5000))).toHaveLength(100);
  });

  it('does not count exceptions without end', () => {
    const text = Array.from({ length: 30 }, (_, i) => `${i * 2 + 1} кроме ${i * 2 + 1};`).join(' ');
    expect(found(text)).toContainEqual(['houses-except-many', { words: '41', limit: 20 }]);
  });
});

describe('a house list that is read with a warning', () => {
  it('names a house that is written twice, in any spelling', () => {
    const { set, problems } = readHouseList('12а, 12-А, 12 «а»');
    expect(problems).toEqual([{ code: 'houses-twice', severity: 'warning', args: { house: '12А' } }]);
    expect(set).toEqual(singleHouse(house(12, 'А')));
  });

  it.each([
    ['18, уч18', 'уч18', '18'],
    ['1-45, участок 9г', 'участок 9г', '9Г'],
    ['plot 12A, 12A', 'plot 12A', '12А'],
  ])('leaves out the plot of «%s», whose house is in the list as well', (text, words, house) => {
    const { set, problems } = readHouseList(text);
    expect(problems).toEqual([{ code: 'houses-plot', severity: 'warning', args: { words, house } }]);
    expect(set).toEqual(readHouseList(text.replace(words, '')).set);
  });

  it.each([
    ['12 (строящийся)', '(строящийся)'],
    ['22А, 23 (новостройка, дом сдан), 24', '(новостройка, дом сдан)'],
    [
      '75, 75В (новостройки, срок сдачи - 4 квартал 2027 г.)',
      '(новостройки, срок сдачи - 4 квартал 2027 г.)',
    ],
    ['14 (жаңадан салынған үй), 16', '(жаңадан салынған үй)'],
    ['14 (newly built), 16', '(newly built)'],
    ['14 (строящийся)(новостройка)', '(строящийся)(новостройка)'],
  ])('says which words of «%s» it leaves out', (text, words) => {
    const { set, problems } = readHouseList(text);
    expect(problems).toEqual([{ code: 'houses-left-out', severity: 'warning', args: { words } }]);
    expect(set).toEqual(readHouseList(text.replace(words, '')).set);
  });

  it('says that a stated side wins over both ends', () => {
    const { set, problems } = readHouseList('1-45 (четные)');
    const args = { words: '1-45 (четные)', side: 'even' };
    expect(problems).toEqual([{ code: 'houses-side-overrules', severity: 'warning', args }]);
    expect(set).toEqual(numberRange(1, 45, 'even'));
  });

  it('goes on however many warnings there are', () => {
    const text = Array.from({ length: 200 }, (_, i) => `${i * 8 + 1}-${i * 8 + 5} (четные)`).join(', ');
    expect(readHouseList(text).set.intervals).toHaveLength(200);
  });
});

describe('strict ranges', () => {
  it.each([
    ['1-45', 'odd'],
    ['2-60', 'even'],
    ['1-10', 'both'],
    ['от дома 20', 'both'],
    ['до дома 26', 'both'],
    ['1-ден 45-ке дейін', 'odd'],
    ['from 2 to 60', 'even'],
  ])('ask for the side of «%s», and say what its ends would mean', (text, side) => {
    expect(found(text, true)).toEqual([['houses-side-missing', { words: text, side }]]);
    expect(found(text)).toEqual([]);
  });

  it.each([
    '1-45 (нечетные)',
    'четные: 2-60',
    '1-10 (четные и нечетные)',
    '2-2',
    '12, 14',
    'все',
    'тақ 21-ден бастап',
  ])('accept «%s»', text => expect(found(text, true)).toEqual([]));
});

describe('crossings with other streets are one problem that says what to write', () => {
  it.each([
    'от пересечения с ул. Мира до пересечения с ул. Ленина',
    'все дома от пересечения с пр-ктом Ленина до пересечения с ул. Карла Маркса',
    'все нечетные дома от пересечения с ул. Юбилейная до пересечения с ул. Швейников',
    'нечетная сторона от пересечения с ул. Мира, 5 до пересечения с ул. Ленина',
    'от перекрёстка с ул. Мира, до перекрёстка с ул. Ленина',
    'Мира көшесінің қиылысынан Абай көшесінің қиылысына дейін',
    'Мира көшесімен қиылысынан бастап, Абай көшесімен қиылысына дейін',
    'from the intersection with Abay street to the intersection with Mira street',
  ])('%s', words => {
    const { set, problems } = readHouseList(words);
    expect(set).toEqual(emptySet);
    expect(problems).toEqual([expect.objectContaining({ code: 'houses-crossing', args: { words } })]);
  });

  it('are told apart where something else stands between', () => {
    const { problems } = readHouseList('от пересечения с ул. Мира, 5, 7, до пересечения с ул. Ленина');
    expect(problems.map(({ args }) => args)).toEqual([
      { words: 'от пересечения с ул. Мира' },
      { words: 'до пересечения с ул. Ленина' },
    ]);
  });

  it('stay short, however many there are', () => {
    const { problems } = readHouseList('перекрёсток с ул. Мира, '.repeat(10_000));
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems).length).toBeLessThan(400);
  });
});
