import { describe, expect, it } from 'vitest';
import { streetKindOf, streetKinds } from '../../../src/domain/territory/street-kinds.ts';

describe('the kind of a street', () => {
  it.each([
    ['street', ['көшесі', 'көше', 'көш.', 'к-сі', 'улица', 'ул.', 'ул', 'street', 'st']],
    ['avenue', ['даңғылы', 'д-лы', 'даң.', 'проспект', 'просп.', 'пр.', 'пр-т', 'пр-кт', 'avenue', 'ave']],
    ['lane', ['бұрылысы', 'переулок', 'пер.', 'lane']],
    ['dead-end', ['тұйығы', 'тұйық көшесі', 'тупик', 'туп.', 'dead end']],
    ['microdistrict', ['ықшам ауданы', 'ықшамауданы', 'шағын ауданы', 'шағынауданы', 'ш/а', 'м/а']],
    ['microdistrict', ['микрорайон', 'мкр', 'мкр.', 'мкр-н', 'м-он', 'microdistrict']],
    ['residential-area', ['тұрғын алабы', 'жилой массив', 'ж.м.', 'ж. м.', 'residential area']],
    ['square', ['алаңы', 'площадь', 'пл.', 'square']],
    ['boulevard', ['бульвары', 'бульвар', 'б-р', 'boulevard']],
    ['highway', ['тас жолы', 'шоссе', 'тракт', 'highway']],
    ['passage', ['өткелі', 'проезд', 'пр-д', 'passage']],
    ['quarter', ['орамы', 'квартал', 'кв-л', 'quarter']],
    ['village', ['ауылы', 'а.', 'село', 'с.', 'village']],
  ] as const)('%s is read from %j', (kind, spellings) => {
    expect(spellings.map(streetKindOf)).toEqual(spellings.map(() => kind));
  });

  it('is read from its own code', () => {
    expect(streetKinds.map(streetKindOf)).toEqual(streetKinds);
  });

  it.each(['КӨШЕСІ', 'Кошеси', 'дангылы', ' Улица '])(
    'is read without regard to case and Kazakh letters: %s',
    text => {
      expect(streetKindOf(text)).not.toBeNull();
    },
  );

  it.each(['', '.', 'қош', 'түп', 'жолы', 'аллея', 'бульварная', 'Абай көшесі'])(
    'is not seen in «%s»',
    text => {
      expect(streetKindOf(text)).toBeNull();
    },
  );
});
