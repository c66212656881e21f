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

/** One row of the table "House lists" of domain.md: its words in each language, and what all of them mean. */
interface Row {
  readonly means: HouseSet;
  readonly kk: readonly string[];
  readonly ru: readonly string[];
  readonly en: readonly string[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'the whole street': {
    means: wholeStreet,
    kk: ['барлық үйлер', 'барлығы', 'барлық үй', 'бүкіл көше', 'бүкіл көше бойы', 'көше толығымен'],
    ru: ['все', 'Все дома', 'вся улица', 'улица полностью', 'целиком', 'все чётные и нечётные'],
    en: ['all', 'all houses', 'the whole street', 'entire street', 'every house', 'both sides'],
  },
  'one house': {
    means: only([12]),
    kk: ['12', '12-үй', '12 үй', '№12 үй', 'үй 12'],
    ru: ['12', 'д.12', 'дом № 12', '12 дом'],
    en: ['12', 'house 12', 'No. 12', '#12'],
  },
  'a letter': {
    means: only([12, 'А']),
    kk: ['12А', '12 а', '12-а', '12 "а"', '12А-үй'],
    ru: ['12А', '12 а', '12-а', '12 «а»', '12 лит. А', 'д. 12а'],
    en: ['12A', '12 a', '12-a', '12 "a"', '12 letter A'],
  },
  'a fraction': {
    means: only([5, '', '10А']),
    kk: ['5/10А', '5 / 10а', '5/10А-үй'],
    ru: ['5\\10А', 'д. 5/10а', '5/10 "а"'],
    en: ['5/10A', 'house 5/10A'],
  },
  'a block': {
    means: only([4, '', '', '1']),
    kk: ['4-үй 1-корпус', '4 1-корпус', '4 корпус 1', '4 (1-корпус)'],
    ru: ['4 к. 1', '4 к1', '4 корп. 1', '4 корпус № 1', '4 кор.1', '4 (корпус 1)'],
    en: ['4 block 1', '4 blk 1', 'house 4 block 1', '4 (block 1)'],
  },
  'letters in brackets': {
    means: only([36, 'А'], [36, 'К']),
    kk: ['36 (а,к)', '36 (а және к)', '36 (а, к әріптері)'],
    ru: ['36 (а, к)', '36 (а и к)', '36 (литеры а, к)'],
    en: ['36 (a, k)', '36 (a and k)', '36 (letters a, k)'],
  },
  'blocks in brackets': {
    means: only([2, '', '', '1А'], [2, '', '', '2']),
    kk: ['2 (1А, 2-корпустар)', '2 (1А-корпус, 2-корпус)', '2 (1А, 2 корпустары)', '2 (1а және 2 корпус)'],
    ru: ['2 (корпуса 1А, 2)', '2 (корп. 2 и 1а)', '2 (1А, 2 корпуса)', '2 (к. 1А, к. 2)'],
    en: ['2 (blocks 1A, 2)', '2 (blocks 2 and 1A)', '2 (1A, 2 blocks)'],
  },
  'every block': {
    means: wholeNumber(2),
    kk: ['2 (барлық корпустары)', '2 (барлық корпусымен)', '2 барлық корпустарымен'],
    ru: ['2 (все корпуса)', '2 (со всеми корпусами и литерами)', '2 со всеми корпусами', '2 все корпуса'],
    en: ['2 (all blocks)', '2 with all blocks', '2 (all letters, blocks)'],
  },
  'a range': {
    means: numberRange(1, 45, 'odd'),
    kk: [
      '№ 1-ден 45-ке дейін',
      '1-ден бастап 45-ке дейін',
      '1-үйден 45-үйге дейін',
      '1-үй - 45-үй',
      '1-45 аралығы',
      '1 мен 45 аралығы',
      '№1 мен №45 үйлер аралығы',
      '1-45 үйлер',
    ],
    ru: [
      '1-45',
      '1 – 45',
      'с 1 по 45',
      'с д. 1 по д. 45 включительно',
      '№ 1 - № 45',
      '№1-№45',
      'с № 1 - 45',
      '1 - дом 45',
    ],
    en: ['1–45', 'from 1 to 45', '1 through 45', 'houses 1-45', 'No 1 - No 45'],
  },
  'the odd side': {
    means: odd,
    kk: ['тақ', 'тақ жағы', 'тақ сандар', 'тақ нөмірлі үйлер', 'көшенің тақ жағы', 'тек тақ', 'так'],
    ru: ['нечетные', 'нечётная сторона', 'нечетная сторона улицы', 'только нечётные', 'неч.'],
    en: ['odd', 'odd side', 'odd numbers', 'odd only', 'only odd houses'],
  },
  'the even side': {
    means: even,
    kk: ['жұп', 'жұп жағы', 'жұп сандар', 'жұп жағындағы үйлер', 'тек жұп'],
    ru: ['четные', 'чётная сторона', 'все четные дома', 'только чётные', 'чет.'],
    en: ['even', 'even side of the street', 'EVEN numbers', 'even only'],
  },
  'a range on a stated side': {
    means: numberRange(3, 9, 'odd'),
    kk: ['3-9 (тақ)', 'тақ үйлер: 3-9', 'тақ жағы 3-9', '3-тен 9-ға дейінгі тақ үйлер', '2-9 тек тақ'],
    ru: ['3-9 (нечет.)', 'нечетные дома: 3-9', 'нечётные с 3 по 10', '3-9 только нечётные', 'неч. 3-9'],
    en: ['3-9 (odd)', 'odd houses: 3-9', 'odd from 3 to 10', '3-9 odd only', 'odd numbers 3-9'],
  },
  'from a house on': {
    means: numberRange(20, null, 'both'),
    kk: [
      '20-дан бастап',
      '20-үйден бастап',
      '20-дан бастап әрі қарай',
      '20 және одан әрі',
      '20-дан соңына дейін',
      '20-дан көшенің соңына дейін',
    ],
    ru: [
      'от дома 20',
      'начиная с дома 20',
      '20 и далее',
      '20 и более',
      'с 20 до конца',
      'с 20 до конца улицы',
    ],
    en: [
      'from 20',
      'starting from house 20',
      'beginning with 20',
      '20 and further',
      '20 and up',
      'from 20 to the end of the street',
    ],
  },
  'from a house on, one side': {
    means: numberRange(113, null, 'odd'),
    kk: ['113-тен бастап (тақ)', 'тақ 113-тен бастап', '113-тен бастап тек тақ'],
    ru: ['с 113 (нечетные)', 'нечётные с 113 и далее', 'с 113 до конца (нечетная сторона)'],
    en: ['from 113 (odd)', 'odd from 113 on', '113 and up odd'],
  },
  'up to a house': {
    means: numberRange(null, 26, 'both'),
    kk: ['26-ға дейін', '26-үйге дейін', '№ 26-ға дейін'],
    ru: ['до дома 26', 'до 26 включительно', 'по 26'],
    en: ['up to 26', 'until house 26', 'up to and including 26'],
  },
  exceptions: {
    means: minus(numberRange(1, 45, 'odd'), only([7], [9])),
    kk: [
      '1-45, 7, 9-дан басқа',
      '1-45 (7, 9-дан басқа)',
      '1-45, 7 және 9-үйлерді қоспағанда',
      '1-45, 7, 9 үйлерден басқасы',
      '1-45, мыналардан басқа: 7, 9',
    ],
    ru: ['1-45, кроме 7, 9', '1-45 за исключением домов 7 и 9', '1-45 за искл. 7, 9', '1-45 (исключая 7, 9)'],
    en: ['1-45 except 7, 9', '1-45, excluding 7 and 9', '1-45 but 7, 9', '1-45 (except for houses 7 and 9)'],
  },
  'an excepted range': {
    means: unionAll([numberRange(1, 5, 'odd'), numberRange(17, 45, 'odd')]),
    kk: ['1-45, 7-15-тен басқа', '1-45 (7-15-тен басқа)', '1-45, мыналардан басқа: 7-15'],
    ru: ['1-45, кроме 7-15', '1-45 (кроме с 7 по 15)'],
    en: ['1-45 except 7-15', '1-45 (except from 7 to 15)'],
  },
};

describe.each(Object.entries(ROWS))('%s', (_row, { means, kk, ru, en }) => {
  it.each([...kk, ...ru, ...en])('is what «%s» says', text => {
    const { set, problems } = readHouseList(text);
    expect({ set: setToText(set), problems }).toEqual({ set: setToText(means), problems: [] });
  });
});
