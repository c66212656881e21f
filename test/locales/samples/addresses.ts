import type { AddressDoubts } from '../../../src/domain/territory/address/address-answer.ts';
import { numberRange, wholeStreet } from '../../../src/domain/territory/house-set.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import type { AddressWords } from '../../../src/locales/address-words.ts';
import type { Samples } from './samples.ts';

const street = 'Ақжайлау, Абай көшесі';
const candidates = [street, 'Тұмарбұлақ, Абай көшесі'];
const odd = describeSet(numberRange(1, 45, 'odd'));
const schools = [
  { school: 'school-1', houses: odd },
  { school: 'school-2', houses: describeSet(numberRange(2, 60, 'even')) },
];

export const addressDoubtSamples: Samples<AddressDoubts> = {
  'address-without-street': [{ words: ' ' }, { words: 'кв. 5' }],
  'address-only-places': [{ places: ['Абай к.'] }, { places: ['г. Ақжайлау', 'с. Тұмарбұлақ'] }],
  'address-corner': [{ words: 'Гоголя 5, уг. Абая' }],
  'address-words-left': [{ words: ['ул. Школьная', 'Іле ауданы'], street: 'Абая' }],
  'address-street-unknown': [{ street: 'ул. Абоя', nearest: [street] }],
  'address-street-several': [{ street: 'Абая', candidates }],
  'address-settlement-unknown': [{ settlement: 'Бесағаш', street: 'Абая', candidates }],
  'address-settlements-differ': [{ settlements: ['Ақжайлау', 'Тұмарбұлақ'], street: 'Абая' }],
  'address-house-missing': [{ street, schools }],
  'address-house-unclear': [
    { houses: ['45-12'], street, schools },
    { houses: ['5', '46'], street, schools },
  ],
};

type Sentences = Omit<AddressWords, 'doubts' | 'overlap' | 'freeChoiceNone'>;
type Arguments = {
  readonly [K in keyof Sentences]: readonly [Parameters<Sentences[K]>, ...Parameters<Sentences[K]>[]];
};

/** For every sentence with arguments, what it is tried with. */
export const addressSamples: Arguments = {
  one: [[`${street}, 45А`]],
  several: [
    [`${street}, 45А`, 2],
    [`${street}, 45А`, 5],
  ],
  none: [[`${street}, 45А`]],
  nearest: [[[street]], [candidates]],
  bound: [
    [street, odd],
    [street, describeSet(wholeStreet)],
  ],
  settled: [['Ақжайлау']],
  unchecked: [
    [{ places: ['Алматы'], numbers: [] }],
    [{ places: ['Алматы', 'мкр. Арай'], numbers: ['45'] }],
    [{ places: [], numbers: ['45'] }],
  ],
  shared: [['орыс сыныптары']],
  houseUnlisted: [['45А']],
  acceptsNow: [['2027-08-31']],
  acceptsFrom: [['2027-04-01']],
  acceptedUntil: [['2027-08-31']],
  notReady: [[['executor-appointed'], 'qabyl check-readiness --school school-1']],
  bind: [['qabyl bind-streets --school SCHOOL --street Абай --houses 45']],
  freeChoice: [[['school-1']], [['school-1', 'school-3']]],
  answered: [[0], [1], [2], [5], [21]],
  counts: [[{ one: 5, none: 4, several: 3, unknown: 2, unread: 1 }]],
};
