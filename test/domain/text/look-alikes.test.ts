import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLookAlikes, mixedWord } from '../../../src/domain/text/look-alikes.ts';

describe('replacing look-alikes', () => {
  it.each([
    ['КӨШЕCI', 'КӨШЕСІ'],
    ['Оңдiрiс', 'Оңдіріс'],
    ['Нұрғaлиев', 'Нұрғалиев'],
    ['əлия', 'әлия'],
    ['Әлия Тəжі', 'Әлия Тәжі'],
    ['Тӊір', 'Тңір'],
    ['Ɵмірбек Сëмин', 'Өмірбек Сёмин'],
    ['МАТЕМАТИKА', 'МАТЕМАТИКА'],
    ['Nomad City көшеci', 'Nomad City көшесі'],
    ['педагог\u2011психолог', 'педагог-психолог'],
    ['педагог−психолог', 'педагог-психолог'],
  ])('makes «%s» «%s»', (text, value) => {
    expect(foldLookAlikes(text)).toBe(value);
  });

  it.each([
    ['an all-Latin word', 'Nomad City'],
    ['an Azerbaijani name in Latin letters', 'Məmmədov'],
    ['a Latin word beside a Cyrillic one', 'IT-маман'],
    ['a Latin letter after a digit', '10A сынып'],
    ['a word with a Latin letter that looks like no Cyrillic one', 'Ахметоv'],
    ['the same, though it has look-alikes too', 'Аxметоv'],
    ['a Latin word with one Cyrillic letter', 'Ivanоv'],
    ['Y, which may be У or Ү', 'ЖYНІСОВ'],
    ['m, which may be м or a slanted т', 'Каmа'],
    ['a Serbian letter', 'Јовановић'],
  ])('leaves %s as it is written', (_, text) => {
    expect(foldLookAlikes(text)).toBe(text);
  });

  it('is done after one time, and leaves no word half replaced', () => {
    const letter = fc.constantFrom(...'АәңіқеoCIiayYmvZsəӊ -');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 20 }), letters => {
        const text = letters.join('');
        const once = foldLookAlikes(text);
        expect(foldLookAlikes(once)).toBe(once);
        const mixed = mixedWord(once)?.word ?? null;
        if (mixed !== null) expect(text).toContain(mixed);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words of two alphabets', () => {
  it.each([
    ['Ахметоv Асан', { word: 'Ахметоv', letters: 'v' }],
    ['Асан Ivanоv', { word: 'Ivanоv', letters: 'Ivanv' }],
    ['Асан Smith', null],
    ['Ахметов', null],
  ])('are found in «%s»', (text, found) => {
    expect(mixedWord(text)).toEqual(found);
  });
});
