import { describe, expect, it } from 'vitest';
import { answerAddress } from '../../../../src/domain/territory/address/answer-address.ts';
import { formatHouseNumber } from '../../../../src/domain/territory/house-number.ts';
import { finderOf } from './finder-of.ts';

/** A city whose list names no settlement: the house decides, and an end is open, so that any number has a school. */
const city = finderOf(
  ['Абай көшесі|улица Абая', '', 'school-1: 1-45 & school-2: 46 и далее'],
  ['Сейфуллин даңғылы|проспект Сейфуллина', '', 'school-2: 1-50 & school-3: 51 и далее'],
  ['Самал-2 ықшам ауданы|микрорайон Самал-2', '', 'school-3: 1-33 & school-4: 34 и далее'],
  ['Самал ықшам ауданы|микрорайон Самал', '', 'school-5: 1-33 & school-6: 34 и далее'],
);
const district = finderOf(
  ['Абай көшесі|улица Абая', 'Ақжайлау', 'school-1: 1-45 & school-2: 47-99'],
  ['Абай көшесі|улица Абая', 'Тұмарбұлақ', 'school-4: все'],
  ['Жамбыл көшесі|улица Жамбыла', 'Ақжайлау', 'school-1: все'],
  ['Абай көшесі', 'Бесауыл', 'school-5: все'],
  ['Абай көшесі', 'Бесауыл-1', 'school-6: все'],
);

function answer(text: string, finder = city, settlement = ''): string {
  const found = answerAddress(text, finder, settlement);
  if (found.outcome === 'unknown-street') return found.doubt.code;
  const house = found.house === null ? '–' : formatHouseNumber(found.house);
  const schools = found.holders.map(({ school }) => school).join(' ');
  const { places, numbers } = found.unchecked ?? { places: [], numbers: [] };
  const noted = [...places, ...numbers];
  const place = noted.length === 0 ? '' : ` (${noted.join(', ')}?)`;
  return `${found.street.entry.label} ${house}: ${found.outcome} ${schools}${place}`.replace(/ +$/, '');
}

describe('an address as people write it', () => {
  it.each([
    ['г. Алматы, мкр. Самал-2, д. 33, кв. 5', 'Самал-2 ықшам ауданы 33: one school-3 (Алматы?)'],
    ['Абай к-сі 45А, 12 пәтер', 'Абай көшесі 45А: one school-1'],
    ['45A Abay street, apt 3', 'Абай көшесі 45А: one school-1'],
    ['050000, Абая 45/1', 'Абай көшесі 45/1: one school-1'],
    ['050000 Алматы, Абая 45', 'Абай көшесі 45: one school-1 (Алматы?)'],
    ['A15E3B3, Абая 45', 'Абай көшесі 45: one school-1'],
    ['Абая 45 050000', 'Абай көшесі 45: one school-1'],
    ['Казахстан, индекс 050000, ул. Абая 45', 'Абай көшесі 45: one school-1'],
    ['УЛ. АБАЯ, Д. 45А, КВ. 5', 'Абай көшесі 45А: one school-1'],
    ['ул. Aбaя 45', 'Абай көшесі 45: one school-1'],
    ['ул. Абая 45.', 'Абай көшесі 45: one school-1'],
    ['ул. Абая N 45', 'Абай көшесі 45: one school-1'],
    ['ул. Абая, д.45, к.2, кв.7', 'Абай көшесі 45 к2: one school-1'],
    ['ул. Абая, 45, корп А', 'Абай көшесі 45 корп. А: one school-1'],
    ['ул. Абая 45, 2-й подъезд, 3 этаж', 'Абай көшесі 45: one school-1'],
    ['ул. Абая, д. 45, п. 3, кв. 12', 'Абай көшесі 45: one school-1'],
    ['Абай көшесі, 45/1 үй, 3 п.', 'Абай көшесі 45/1: one school-1'],
    ['Abaya st. 45, kv. 12', 'Абай көшесі 45: one school-1'],
    ['ул. Абая, 12, д. 45', 'Абай көшесі 45: one school-1 (12?)'],
    ['12 пәтер, 45 үй, Абай көшесі', 'Абай көшесі 45: one school-1'],
    ['мкр. Арай, ул. Абая 45', 'Абай көшесі 45: one school-1 (мкр. Арай?)'],
    ['ул. Абая, 45, 12', 'Абай көшесі 45: one school-1 (12?)'],
  ])('%s → %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('an address that can be read in two ways names no school', () => {
  it.each([
    // a house, or a house and its flat
    ['ул.Абая,45а-12', 'address-house-unclear'],
    ['АБАЯ 45А-12', 'address-house-unclear'],
    ['Абая 45 - 12', 'address-house-unclear'],
    ['Абая 45 А-12', 'address-house-unclear'],
    ['Абая, 45/1-12', 'address-house-unclear'],
    ['Абая 45 46', 'address-house-unclear'],
    ['45, ул. Абая, 46', 'address-house-unclear'],
    ['45A, Abay street, 46', 'address-house-unclear'],
    ['5, ул. Абая 46', 'address-house-unclear'],
    ['ул. Абая, д. 45, д. 46', 'address-house-unclear'],
    ['ул. Абая №45, №46', 'address-house-unclear'],
    // what belongs to the house and no list of houses names
    ['ул. Абая, дом 45, стр. 1', 'address-house-unclear'],
    ['ул. Абая, дом 45 строение 1', 'address-house-unclear'],
    ['ул. Абая 45 литер А', 'address-house-unclear'],
    ['ул. Абая 45, лит. Б', 'address-house-unclear'],
    ['блок А, ул. Абая 45', 'address-house-unclear'],
    ['ул. Абая, блок 2, дом 45', 'address-house-unclear'],
    ['ул. Абая 45 б/н', 'address-house-unclear'],
    // numbers that are no house
    ['ул. Абая, 050000', 'address-house-missing'],
    ['ул. Абая 050000', 'address-house-missing'],
    ['ул. Абая, кв. 45', 'address-house-missing'],
    ['ул. Абая, участок 45', 'address-house-missing'],
    ['ул. Абая, подъезд 45', 'address-house-missing'],
    // two streets, or two microdistricts
    ['ул. Абая 45, Сейфуллина 48', 'address-street-several'],
    ['Самал 2, ул. Абая 45', 'address-street-several'],
    ['мкр. Самал 2, ул. Абая 45', 'address-street-several'],
    ['ул. Абая 45, угол пр. Сейфуллина', 'address-corner'],
    ['ул. Абая 45, пр. Сейфуллина 48', 'address-street-several'],
    ['Абая/Сейфуллина 45', 'address-street-unknown'],
    ['Самал 2, 35', 'address-street-several'],
    // another kind, another name, a slip of the hand
    ['ул. Сейфуллина 48', 'address-street-unknown'],
    ['проспект Абая 45', 'address-street-unknown'],
    ['ул. Абоя 45', 'address-street-unknown'],
    ['Аbaya 45', 'address-street-unknown'],
    ['Самал-3, 35', 'address-street-unknown'],
    ['СНТ Абая 45', 'address-street-unknown'],
    ['не Абая 45', 'address-street-unknown'],
    ['рядом с Абая 45', 'address-street-unknown'],
  ])('%s → %s', (text, doubt) => {
    expect(answer(text)).toBe(doubt);
  });
});

describe('a settlement in the address', () => {
  it.each([
    ['Ақжайлау қ., Тұмарбұлақ ауылы, Абай көшесі 5', 'Тұмарбұлақ, Абай көшесі 5: one school-4 (Ақжайлау?)'],
    ['с. Бесауыл, ул. Абая 5', 'Бесауыл, Абай көшесі 5: one school-5'],
    ['с. Бесауыл 1, ул. Абая 5', 'Бесауыл-1, Абай көшесі 5: one school-6'],
    ['г. Алматы, с. Тұмарбұлақ, Абая 5', 'Тұмарбұлақ, Абай көшесі 5: one school-4 (Алматы?)'],
    ['Ақжайлау, общежитие, Абая 5', 'Ақжайлау, Абай көшесі 5: one school-1 (общежитие?)'],
    ['с. Бесауыл 2, ул. Абая 5', 'address-settlement-unknown'],
    ['Бесауыл 2, ул. Абая 5', 'address-settlement-unknown'],
    ['г. Ақжайлау, с. Бесагаш, ул. Абая 5', 'address-settlement-unknown'],
    ['Ақжайлау қ., Тұмарбұлақ ауылы, Жамбыл көшесі 5', 'address-settlement-unknown'],
    ['Ақжайлау, Тұмарбұлақ, Жамбыл 5', 'address-settlements-differ'],
    ['с. Бесауыл, с. Тұмарбұлақ, Абая 5', 'address-settlements-differ'],
    ['с. Тұмарбұлақ, 5', 'address-only-places'],
  ])('%s → %s', (text, expected) => {
    expect(answer(text, district)).toBe(expected);
  });
});

describe('a settlement in a column of its own', () => {
  it.each([
    ['Абая 5', 'Тұмарбұлақ', 'Тұмарбұлақ, Абай көшесі 5: one school-4'],
    ['Абая 5', 'с. Тумарбулак', 'Тұмарбұлақ, Абай көшесі 5: one school-4'],
    ['Абая 5', 'Akzhailau', 'Ақжайлау, Абай көшесі 5: one school-1'],
    ['Абая 5', 'Алматы облысы, Ақжайлау қ.', 'Ақжайлау, Абай көшесі 5: one school-1'],
    ['Абая 5', 'Бесауыл 1', 'Бесауыл-1, Абай көшесі 5: one school-6'],
    ['Ақжайлау, Абая 5', 'г. Ақжайлау', 'Ақжайлау, Абай көшесі 5: one school-1'],
    ['г. Алматы, Жамбыла 5', 'Ақжайлау', 'Ақжайлау, Жамбыл көшесі 5: one school-1 (Алматы?)'],
    ['Жамбыла 5', 'Тұмарбұлақ', 'address-settlement-unknown'],
    ['Жамбыла 5', 'Бесагаш', 'address-settlement-unknown'],
    ['Жамбыла 5', 'Тұмарбұлақ ауылдық округі', 'address-settlement-unknown'],
    ['Абая 5', 'Алматы облысы', 'address-street-several'],
    ['Абая 5', 'мкр. Самал', 'address-street-several'],
  ])('%s in %s → %s', (text, settlement, expected) => {
    expect(answer(text, district, settlement)).toBe(expected);
  });

  it.each([
    ['Абая 5', 'Бесагаш', 'address-settlement-unknown'],
    ['Абая 5', 'Алматы', 'Абай көшесі 5: one school-1 (Алматы?)'],
    ['Абая 5', 'г. Алматы', 'Абай көшесі 5: one school-1 (Алматы?)'],
  ])('where the list leaves settlements open: %s in %s → %s', (text, settlement, expected) => {
    expect(answer(text, city, settlement)).toBe(expected);
  });

  it.each([
    ['Ақжайлау қ., Абая 5', 'Тұмарбұлақ', ['Тұмарбұлақ', 'Ақжайлау']],
    ['Ақжайлау, Абая 5', 'Тұмарбұлақ', ['Тұмарбұлақ', 'Ақжайлау']],
    ['с. Бесагаш, Абая 5', 'Тұмарбұлақ', ['Бесагаш', 'Тұмарбұлақ']],
    ['с. Тұмарбұлақ, Абая 5', 'Бесагаш', ['Тұмарбұлақ', 'Бесагаш']],
  ])('that contradicts the address is a doubt with both: %s in %s', (text, settlement, settlements) => {
    expect(answerAddress(text, district, settlement)).toMatchObject({
      doubt: { code: 'address-settlements-differ', args: { settlements, street: 'Абая' } },
    });
  });
});
