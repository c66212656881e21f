import { describe, expect, it } from 'vitest';
import {
  emptySet,
  type HouseSet,
  minus,
  numberRange,
  singleHouse,
  union,
  unionAll,
  wholeNumber,
  wholeStreet,
} from '../../src/domain/territory/house-set.ts';
import { describeSet } from '../../src/domain/territory/set-parts.ts';
import { houses as en } from '../../src/locales/en/houses.ts';
import { houses as kk } from '../../src/locales/kk/houses.ts';
import { ablative, dative } from '../../src/locales/kk/numeral-case.ts';
import { houses as ru } from '../../src/locales/ru/houses.ts';
import { house } from '../domain/territory/arbitrary-sets.ts';

const sides = union(numberRange(1, 45, 'odd'), numberRange(2, 60, 'even'));
const singles = unionAll(
  [house(12), house(12, 'А'), house(5, '', '10А'), house(4, '', '', '1')].map(singleHouse),
);

describe('a house set as people read it', () => {
  it.each<[HouseSet, string, string, string]>([
    [emptySet, 'no houses', 'ни одного дома', 'бірде-бір үй жоқ'],
    [wholeStreet, 'whole street', 'вся улица', 'барлық үйлер'],
    [numberRange(null, null, 'odd'), 'odd side', 'нечётная сторона', 'тақ жағы'],
    [sides, '1–45 odd; 2–60 even', '1–45 нечётные; 2–60 чётные', '1–45 тақ; 2–60 жұп'],
    [numberRange(1, 88, 'both'), '1–88', '1–88', '1–88'],
    [
      numberRange(house(4, '', '', '1'), house(4, '', '', '5'), 'even'),
      '4 к1–4 к5',
      '4 к1–4 к5',
      '4 к1–4 к5',
    ],
    [numberRange(1, 87, 'both'), 'up to 87', 'до 87', '87-ге дейін'],
    [numberRange(20, null, 'both'), 'from 20 on', 'с 20 и далее', '20-дан бастап'],
    [numberRange(113, null, 'odd'), 'odd from 113 on', 'нечётные с 113 и далее', 'тақ 113-тен бастап'],
    [wholeNumber(2), '2 (all blocks)', '2 (все корпуса)', '2 (барлық корпустары)'],
    [singles, '4 к1, 5/10А, 12, 12А', '4 к1, 5/10А, 12, 12А', '4 к1, 5/10А, 12, 12А'],
    [
      unionAll([sides, numberRange(70, null, 'even'), singleHouse(house(66)), singleHouse(house(68))]),
      '1–45 odd; 2–60 even; even from 70 on; 66, 68',
      '1–45 нечётные; 2–60 чётные; чётные с 70 и далее; 66, 68',
      '1–45 тақ; 2–60 жұп; жұп 70-тен бастап; 66, 68',
    ],
    [
      minus(wholeStreet, union(singleHouse(house(7)), singleHouse(house(9)))),
      'whole street, except 7, 9',
      'вся улица, кроме 7, 9',
      'барлық үйлер, мыналардан басқа: 7, 9',
    ],
  ])('%#: %j', (set, english, russian, kazakh) => {
    const parts = describeSet(set);
    expect([en, ru, kk].map(words => words.print(parts))).toEqual([english, russian, kazakh]);
  });
});

describe('the Kazakh case of a house number', () => {
  it.each([
    ['1', '1-ден', '1-ге'],
    ['2', '2-ден', '2-ге'],
    ['3', '3-тен', '3-ке'],
    ['4', '4-тен', '4-ке'],
    ['5', '5-тен', '5-ке'],
    ['6', '6-дан', '6-ға'],
    ['7', '7-ден', '7-ге'],
    ['8', '8-ден', '8-ге'],
    ['9', '9-дан', '9-ға'],
    ['10', '10-нан', '10-ға'],
    ['20', '20-дан', '20-ға'],
    ['30', '30-дан', '30-ға'],
    ['40', '40-тан', '40-қа'],
    ['50', '50-ден', '50-ге'],
    ['60', '60-тан', '60-қа'],
    ['70', '70-тен', '70-ке'],
    ['80', '80-нен', '80-ге'],
    ['90', '90-нан', '90-ға'],
    ['100', '100-ден', '100-ге'],
    ['1000', '1000-нан', '1000-ға'],
    ['113', '113-тен', '113-ке'],
    ['12А', '12А-дан', '12А-ға'],
    ['12Б', '12Б-ден', '12Б-ге'],
    ['12М', '12М-нен', '12М-ге'],
    ['12С', '12С-тен', '12С-ке'],
    ['5/10', '5/10-нан', '5/10-ға'],
    ['4 к1', '4 к1-ден', '4 к1-ге'],
  ])('%s takes the endings of its last spoken word', (number, from, to) => {
    expect([ablative(number), dative(number)]).toEqual([from, to]);
  });
});
