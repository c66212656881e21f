import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressAnswers } from '../../../../src/domain/territory/address/address-answers.ts';
import { answerAddress } from '../../../../src/domain/territory/address/answer-address.ts';
import { Holder, StoredHouses } from '../../../../src/domain/territory/address/listed-street.ts';
import { StreetFinder } from '../../../../src/domain/territory/address/street-finder.ts';
import { readHouseList } from '../../../../src/domain/territory/house-list.ts';
import { setToText } from '../../../../src/domain/territory/house-set.ts';
import { parseStreetName } from '../../../../src/domain/territory/street-name.ts';

/** Names with and without numbers, streets of one name in several places, one that is a whole school's. */
const STREETS = [
  ['Абай көшесі|улица Абая|Кунанбаева', 'Ақжайлау', 'a: 1-45, 12/1, 2-60 | b: 47-99, 45А'],
  ['Абай көшесі|улица Абая', 'Тұмарбұлақ', 'd: все'],
  ['Абай көшесі', 'Бесауыл-1', 'd: 1-7 | e: 5-20'],
  ['Гоголь көшесі|улица Гоголя', 'Ақжайлау', 'a: нечетные | b: четные'],
  ['Гоголь бұрылысы|переулок Гоголя', 'Ақжайлау', 'c: все'],
  ['Жеңіске 40 жыл көшесі|улица 40 лет Победы', 'Ақжайлау', 'c: все'],
  ['Победа көшесі', '', 'c: 1-9'],
  ['Самал-2 ықшам ауданы|микрорайон Самал-2', 'Ақжайлау', 'c: 1-20 | d: 15-30'],
  ['Самал-12А ықшам ауданы', '', 'c: 1-20'],
  ['Самал ықшам ауданы, 3-көше', '', 'c: 1-20'],
  ['Арай ықшам ауданы, Домалақ Ана көшесі', 'Ақжайлау', 'b: 1-20'],
  ['12-207 көшесі', '', 'b: 1-20'],
  ['Е-497 көшесі', '', 'b: 1-20'],
  ['5-желі көшесі|5-я линия', '', 'b: 1-20'],
  ['Шолпан көшесі', 'Ақжайлау', ''],
  ['Достық даңғылы 12', '', 'e: 1-20'],
  ['Достық даңғылы', '', 'e: 1-20'],
  ['Жібек жолы көшесі|улица Жибек жолы', '', 'b: 1-50, 12 к1, 7Б'],
] as const;

function finder(): StreetFinder {
  const made = new StreetFinder();
  for (const [list, settlement, bound] of STREETS) {
    const names = list.split('|');
    const [label = ''] = names;
    const added = made.add({
      ...{ department: 'd', street: `${settlement}/${label}`, label: `${settlement}, ${label}`, names },
      ...{ kind: parseStreetName(label).kind ?? 'street', settlement: settlement || null },
    });
    for (const one of bound.split(' | ').filter(Boolean)) {
      const [school = '', houses = ''] = one.split(': ');
      added.holders.push(
        new Holder(school, new StoredHouses(setToText(readHouseList(houses).set)), null, null),
      );
    }
  }
  return made;
}

const plain = finder();
/** It lives through all runs: what it remembers of one address is used for the next. */
const quick = new AddressAnswers(finder());

/** Streets of two lists are compared by what they are. */
function shown(answer: ReturnType<typeof answerAddress>): unknown {
  const { street, ...rest } = answer;
  const schools = 'holders' in answer ? answer.holders.map(({ school }) => school) : [];
  return { ...rest, holders: schools, street: street?.entry };
}

function expectSame(...texts: readonly string[]): void {
  expectSameIn('', ...texts);
}

function expectSameIn(settlement: string, ...texts: readonly string[]): void {
  // The third time it is answered from memory.
  for (const text of texts)
    for (let time = 0; time < 3; time++)
      expect(shown(quick.answer(text, settlement)), text).toEqual(
        shown(answerAddress(text, plain, settlement)),
      );
}

const before = fc.constantFrom(
  ...['', '', '', 'г. Ақжайлау, ', 'село Тұмарбұлақ, ', 'Тұмарбұлақ ауылы ', 'с. Бесауыл-1, ', 'г. Алматы, '],
  ...['мкр. Арай, ', 'Арай ықшам ауданы ', '050000, ', 'Алматы облысы, ', 'Самал 2, ', '(', '12 '],
);
const street = fc.constantFrom(
  ...['ул. Абая', 'Абай көшесі', 'Абая', 'Abay str.', 'Aбая', 'пер. Гоголя', 'Гоголя', 'мкр Самал', 'Самал'],
  ...[
    'Самал-2',
    'Самал 12А',
    '40 лет Победы',
    'Победы',
    'Домалақ Ана көшесі',
    '12-207',
    'ул. Е',
    'ул. №',
    'линия',
  ],
  ...[
    'Шолпан',
    'Нет такой',
    'Достык',
    'пр. Достық',
    'ЖИБЕК ЖОЛЫ',
    'Жибек жолы',
    'Zhibek Zholy',
    'ул.',
    'село',
    '',
  ],
);
const between = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ', ',
    ', ',
    ',',
    '.',
    ', д. ',
    ' дом ',
    ' д.',
    ' № ',
    '  ',
    '-',
    ' корпус ',
    ', корп. ',
    ' кв. ',
    ' (',
    ' 7 ',
    ' /',
  ],
);
const number = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 99_999 })).map(String);
const letter = fc.constantFrom(...'аАбБвкКйяьҚәAaBкстдеЕ', ...['', '', '', '']);
const house = fc.oneof(
  fc.tuple(number, letter).map(all => all.join('')),
  fc.tuple(number, fc.constantFrom('/', '/', '-', '\\'), number, letter).map(all => all.join('')),
);
const after = fc.constantFrom(
  ...[
    '',
    '',
    '',
    ', 7',
    ', Гоголя',
    ' (кв. 5)',
    ' (бывш. Фрунзе)',
    ', мкр. Самал',
    ' үй',
    '-үй',
    ' к',
    'к',
    '-я',
    ' линия',
    '-көше',
    ', г. Ақжайлау',
    ', Тұмарбұлақ ауылы',
    ' Abay street',
  ],
  ...[
    ', кв. 5',
    ', кв 17',
    ',кв.3',
    ' кв. 5',
    ' кв5',
    ', 5-пәтер',
    ', квартира 9',
    ' корпус 2',
    ', корпус 2',
    ')',
    ', ',
    ' ү',
  ],
);
const address = fc.tuple(before, street, between, fc.array(house, { minLength: 2, maxLength: 4 }), after);

describe('answers to many addresses', () => {
  it('are those to each of them: addresses with one street and several houses', () => {
    fc.assert(
      fc.property(address, ([place, name, sign, houses, tail]) => {
        expectSame(...houses.map(one => place + name + sign + one + tail));
      }),
      { numRuns: 500 },
    );
  });

  it('are those to each of them: with a column of settlements', () => {
    const column = fc.constantFrom(
      'Ақжайлау',
      'с. Тұмарбұлақ',
      'Бесауыл 1',
      'г. Алматы',
      'Бесагаш',
      'мкр Арай',
    );
    fc.assert(
      fc.property(address, column, ([place, name, sign, houses, tail], settlement) => {
        expectSameIn(settlement, ...houses.map(one => place + name + sign + one + tail));
      }),
      { numRuns: 300 },
    );
  });

  it('are those to each of them: pieces in any order, and any text', () => {
    const piece = fc.oneof(before, street, between, house, after);
    const text = fc.oneof(
      fc.array(piece, { maxLength: 7 }).map(all => all.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, written => expectSame(written)),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Самал 1', 'Самал 2', 'Самал 12А', 'Самал 3'],
    ['Самал, 1', 'Самал, 2', 'Самал, 3'],
    ['ул. Абая, 45А', 'ул. Абая, 45', 'ул. Абая, 46А', 'ул. Абая, 45К'],
    ['Достык 11', 'Достык 12', 'Достык 13', 'Достык 12/1'],
    ['Победы 41', 'Победы 40', 'Победы 39'],
    ['с. Бесауыл-1, Абай көшесі 5', 'с. Бесауыл-1, Абай көшесі 6', 'с. Бесауыл-1, Абай көшесі 8'],
    ['5б ү', '5к ү', '6к ү'],
  ])('are not taken from a house for its neighbour: %s', (...texts) => {
    expectSame(...texts, ...texts.toReversed());
  });

  it('are remembered, whichever house is asked for', () => {
    const answers = new AddressAnswers(finder());
    const wrong = ['4', '5'].map(house => answers.answer(`ул. Нет такой, ${house}`));
    const again = ['6', '7'].map(house => answers.answer(`ул. Нет такой, ${house}`));
    expect(again[0]).toBe(again[1]);
    expect(again[0]).toBe(wrong[1]);
  });
});
