import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHouseNumber, parseHouseNumber } from '../../../src/domain/territory/house-number.ts';
import { compareHouseNumbers, houseKey, houseOfKey } from '../../../src/domain/territory/house-order.ts';
import { anyHouse, house, inOrder, sampleHouse } from './arbitrary-sets.ts';

describe('one house', () => {
  it.each([
    ['12', house(12)],
    [' 12 ', house(12)],
    ['012', house(12)],
    ['999999', house(999_999)],
    ['12А', house(12, 'А')],
    ['12 а', house(12, 'А')],
    ['12-а', house(12, 'А')],
    ['12 - а', house(12, 'А')],
    ['12\u2011а', house(12, 'А')],
    ['12 "а"', house(12, 'А')],
    ['12«А»', house(12, 'А')],
    ['12“б”', house(12, 'Б')],
    ['12\u200Bа', house(12, 'А')],
    ['12\u00A0а', house(12, 'А')],
    ['12/а', house(12, 'А')],
    ['12ә', house(12, 'Ә')],
    ['12/1', house(12, '', '1')],
    ['12\\1', house(12, '', '1')],
    ['12 / 1', house(12, '', '1')],
    ['5/10А', house(5, '', '10А')],
    ['5/10 а', house(5, '', '10А')],
    ['12А/01', house(12, 'А', '1')],
    ['4 к. 1', house(4, '', '', '1')],
    ['4 к1', house(4, '', '', '1')],
    ['4к1', house(4, '', '', '1')],
    ['4 корп. 1', house(4, '', '', '1')],
    ['4 корпус 1', house(4, '', '', '1')],
    ['4, корп. 1а', house(4, '', '', '1А')],
    ['4 корп. б', house(4, '', '', 'Б')],
    ['4 блок 2', house(4, '', '', '2')],
    ['4 block 2', house(4, '', '', '2')],
    ['4 1-корпус', house(4, '', '', '1')],
    ['40а кор. 2', house(40, 'А', '', '2')],
    ['12к', house(12, 'К')],
    ['12к к3', house(12, 'К', '', '3')],
    ['5/10А к2', house(5, '', '10А', '2')],
  ])('%j is read', (text, expected) => {
    expect(parseHouseNumber(text)).toEqual(expected);
  });

  it.each([
    ['A', 'А'],
    ['b', 'В'],
    ['c', 'С'],
    ['E', 'Е'],
    ['h', 'Н'],
    ['K', 'К'],
    ['ё', 'Е'],
  ])('a Latin or twin letter %s is the Cyrillic %s', (written, letter) => {
    expect(parseHouseNumber(`12${written}`)).toEqual(house(12, letter));
  });

  it.each([
    '',
    '0',
    '0А',
    '12/0',
    '4 к0',
    '1000000',
    '-5',
    '12-14',
    '12 14',
    '12 "а',
    'А12',
    '12аб',
    '12D',
    '12/1/2',
    '12А/Б',
    '12 к а',
    '12.5',
    '12,',
    'дом',
    '1'.repeat(100_000),
  ])('%j is not one house', text => {
    expect(parseHouseNumber(text)).toBeNull();
  });

  it.each([
    [house(12), '12'],
    [house(12, 'А'), '12А'],
    [house(5, '', '10А'), '5/10А'],
    [house(4, '', '', '1'), '4 к1'],
    [house(4, '', '', 'А'), '4 корп. А'],
    [house(12, 'А', '1', '2'), '12А/1 к2'],
  ])('%j is written %s', (one, text) => {
    expect(formatHouseNumber(one)).toBe(text);
  });

  it('is the same after it is written and read', () => {
    fc.assert(
      fc.property(anyHouse, one => {
        expect(parseHouseNumber(formatHouseNumber(one))).toEqual(one);
      }),
    );
  });

  it('never crashes on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        parseHouseNumber(text);
      }),
    );
  });
});

describe('the order of houses', () => {
  it.each([
    ['9', '10'],
    ['12', '12 к1'],
    ['12 к2', '12 к10'],
    ['12 к1', '12 к1А'],
    ['12 к999999', '12/1'],
    ['12/2', '12/10'],
    ['12/10', '12/10А'],
    ['12/1 к9', '12/1А'],
    ['12/999999', '12А'],
    ['12А', '12А/1'],
    ['12А/1', '12Б'],
    ['12Я', '13'],
  ])('puts %s before %s', (first, second) => {
    const [a, b] = [parseHouseNumber(first), parseHouseNumber(second)];
    expect(a && b && compareHouseNumbers(a, b)).toBe(-1);
    expect(a && b && compareHouseNumbers(b, a)).toBe(1);
  });

  it('is that of the components, and the bytes of keys have it too', () => {
    fc.assert(
      fc.property(fc.oneof(anyHouse, sampleHouse), fc.oneof(anyHouse, sampleHouse), (a, b) => {
        const order = Math.sign(inOrder(a, b));
        expect(compareHouseNumbers(a, b)).toBe(order);
        expect(Buffer.compare(Buffer.from(houseKey(a)), Buffer.from(houseKey(b)))).toBe(order);
      }),
    );
  });

  it('has keys that give the house back', () => {
    fc.assert(
      fc.property(anyHouse, one => {
        expect(houseOfKey(houseKey(one))).toEqual(one);
      }),
    );
  });
});
