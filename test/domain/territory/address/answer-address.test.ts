import { describe, expect, it } from 'vitest';
import { answerAddress } from '../../../../src/domain/territory/address/answer-address.ts';
import { fromLatin } from '../../../../src/domain/territory/address/latin-name.ts';
import { formatHouseNumber } from '../../../../src/domain/territory/house-number.ts';
import { finderOf } from './finder-of.ts';

const town = finderOf(
  ['Абай көшесі|улица Абая|Кунанбаева', 'Ақжайлау', 'school-1: 1-45, 2-60 & school-2: 47-99'],
  ['Абай көшесі|улица Абая', 'Тұмарбұлақ', 'school-4: все'],
  ['Гоголь көшесі|улица Гоголя', 'Ақжайлау', 'school-1: нечетные & school-2: четные'],
  ['Гоголь бұрылысы|переулок Гоголя', 'Ақжайлау', 'school-3: все'],
  ['Жеңіске 40 жыл көшесі|улица 40 лет Победы', 'Ақжайлау', 'school-3: все'],
  ['Самал-2 ықшам ауданы|микрорайон Самал-2', 'Ақжайлау', 'school-3: 1-20 & school-4: 15-30'],
  ['Арай ықшам ауданы, Домалақ Ана көшесі', 'Ақжайлау', 'school-2: 1-20'],
  ['Шолпан көшесі', 'Ақжайлау', ''],
  ['Жібек жолы көшесі|улица Жибек жолы', 'Ақжайлау', 'school-2: 1-50'],
);
const openTown = finderOf(['Абай көшесі|улица Абая', '', 'school-1: 1-45']);

function answer(text: string, finder = town): string {
  const found = answerAddress(text, finder);
  if (found.outcome === 'unknown-street') return found.doubt.code;
  const house = found.house === null ? '–' : formatHouseNumber(found.house);
  return `${found.street.entry.label} ${house}: ${found.outcome} ${found.holders.map(({ school }) => school).join(' ')}`.trim();
}

describe('which school an address belongs to', () => {
  it.each([
    ['Ақжайлау қ., Абай көшесі, 45А үй', 'Ақжайлау, Абай көшесі 45А: one school-1'],
    ['г. Акжайлау, ул. Абая 47, кв. 5', 'Ақжайлау, Абай көшесі 47: one school-2'],
    ['Тұмарбұлақ ауылы, Абай 47', 'Тұмарбұлақ, Абай көшесі 47: one school-4'],
    ['село Тумарбулак ул Абая', 'Тұмарбұлақ, Абай көшесі –: one school-4'],
    ['Кунанбаева 2', 'Ақжайлау, Абай көшесі 2: one school-1'],
    ['Akzhailau, Zhibek Zholy st. 7', 'Ақжайлау, Жібек жолы көшесі 7: one school-2'],
    ['Zhibek Zholy 51', 'Ақжайлау, Жібек жолы көшесі 51: none'],
    ['пер. Гоголя 5', 'Ақжайлау, Гоголь бұрылысы 5: one school-3'],
    ['улица Гоголя, 6', 'Ақжайлау, Гоголь көшесі 6: one school-2'],
    ['40 лет Победы 12', 'Ақжайлау, Жеңіске 40 жыл көшесі 12: one school-3'],
    ['40 лет Победы', 'Ақжайлау, Жеңіске 40 жыл көшесі –: one school-3'],
    ['мкр. Самал-2, 14', 'Ақжайлау, Самал-2 ықшам ауданы 14: one school-3'],
    ['Самал 2, 16', 'Ақжайлау, Самал-2 ықшам ауданы 16: several school-3 school-4'],
    [
      'Арай ықшам ауданы, Домалақ Ана к-сі, 1',
      'Ақжайлау, Арай ықшам ауданы, Домалақ Ана көшесі 1: one school-2',
    ],
    ['г. Акжайлау, Абая 62', 'Ақжайлау, Абай көшесі 62: none'],
    ['Шолпан көшесі 1', 'Ақжайлау, Шолпан көшесі 1: none'],
    ['Шолпан көшесі', 'Ақжайлау, Шолпан көшесі –: none'],
    // one street, a house that cannot be told
    ['г. Акжайлау, ул. Абая', 'address-house-missing'],
    ['Жибек жолы 12-45', 'address-house-unclear'],
    ['Жибек жолы 12 45', 'address-house-unclear'],
    // no certain street
    ['Абая 5', 'address-street-several'],
    ['Гоголя 5', 'address-street-several'],
    ['Абай к., 5', 'address-only-places'],
    ['село Аксу, ул. Абая 5', 'address-settlement-unknown'],
    ['г. Алматы, ул. Шолпан 5', 'address-settlement-unknown'],
    ['Тұмарбұлақ, Шолпан көшесі 5', 'address-settlement-unknown'],
    ['Школьная 5', 'address-street-unknown'],
    ['проспект Абая 5', 'address-street-unknown'],
    ['улица Гоголя 5, угол улицы Шолпан', 'address-corner'],
    ['кв. 5', 'address-without-street'],
    ['', 'address-without-street'],
  ])('%s → %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it.each([
    ['г. Алматы, ул. Абая 5', 'Абай көшесі 5: one school-1'],
    ['Almaty, Abay str. 45', 'Абай көшесі 45: one school-1'],
    ['Абая 6', 'Абай көшесі 6: none'],
  ])('in a list that leaves the settlement open: %s → %s', (text, expected) => {
    expect(answer(text, openTown)).toBe(expected);
  });

  it.each([
    ['г. Астана, ул. Абая 5', ['Астана']],
    ['Almaty, Abay str. 45', ['Almaty']],
    ['мкр. Арай, ул. Абая 5', ['мкр. Арай']],
    ['г. Астана, мкр. Арай, ул. Абая 5', ['Астана', 'мкр. Арай']],
  ])('tells that nothing confirms the city or the microdistrict: %s', (text, places) => {
    const unchecked = { places, numbers: [] };
    expect(answerAddress(text, openTown)).toMatchObject({ outcome: 'one', unchecked });
  });

  it.each([
    ['село Бесагаш, ул. Абая 5', 'Бесагаш'],
    ['г. Астана, с. Бесагаш, ул. Абая 5', 'Бесагаш'],
    ['ул. Абая 5, Бесағаш ауылы', 'Бесағаш'],
  ])('takes no street of the list for one of a village that it does not have: %s', (text, settlement) => {
    expect(answerAddress(text, openTown)).toMatchObject({
      outcome: 'unknown-street',
      doubt: { code: 'address-settlement-unknown', args: { settlement, candidates: ['Абай көшесі'] } },
    });
  });

  it('has nothing to tell where nothing else is said', () => {
    expect(answerAddress('ул. Абая 5', openTown)).toMatchObject({ outcome: 'one', unchecked: null });
  });

  it('says which houses go where when the house is missing', () => {
    expect(answerAddress('Ақжайлау, Абай көшесі', town)).toMatchObject({
      doubt: {
        args: { street: 'Ақжайлау, Абай көшесі', schools: [{ school: 'school-1' }, { school: 'school-2' }] },
      },
    });
  });

  it('proposes the nearest streets, and decides nothing by them', () => {
    expect(answerAddress('ул. Шолпон 5', town)).toMatchObject({
      outcome: 'unknown-street',
      doubt: { args: { street: 'ул. Шолпон', nearest: ['Ақжайлау, Шолпан көшесі'] } },
    });
  });

  it('tells that the settlement decided', () => {
    expect(answerAddress('Тұмарбұлақ ауылы, Абай 47', town)).toMatchObject({ settled: true });
    expect(answerAddress('пер. Гоголя 5', town)).toMatchObject({ settled: false });
  });
});

describe('a name in Latin letters', () => {
  it.each([
    ['Abay', 'абай'],
    ['Zhibek Zholy', 'жибек жолы'],
    ['Akzhailau', 'акжайлау'],
    ['Shoqan Walikhanov', 'шоқан уалиханов'],
    ['Abylaı', 'абылаы'],
    ['Абай', null],
    ['Nomad қаласы', null],
    ['12', null],
  ])('%s → %s', (latin, cyrillic) => {
    expect(fromLatin(latin)).toBe(cyrillic);
  });
});
