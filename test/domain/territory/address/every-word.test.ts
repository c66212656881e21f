import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAddress } from '../../../../src/domain/territory/address/answer-address.ts';
import { fromLatin } from '../../../../src/domain/territory/address/latin-name.ts';
import { formatHouseNumber } from '../../../../src/domain/territory/house-number.ts';
import { parseStreetName } from '../../../../src/domain/territory/street-name.ts';
import { finderOf } from './finder-of.ts';

/** A district as lists have it: a town, villages with streets and without, microdistricts inside and by themselves. */
const district = finderOf(
  ['Чехов көшесі|улица Чехова', 'Ақжайлау', 'school-2: все'],
  ['Пушкин көшесі|улица Пушкина|Фрунзе', 'Ақжайлау', 'school-2: 1-20 & school-1: 21 и далее'],
  ['Абылай хан даңғылы|проспект Абылай хана', 'Ақжайлау', 'school-4: все'],
  ['Қарлығаш ықшам ауданы|мкр. Карлыгаш', 'Ақжайлау', 'school-4: все'],
  ['Самал-2 ықшам ауданы|мкр. Самал-2', 'Ақжайлау', 'school-3: все'],
  ['Арай ықшам ауданы, Домалақ Ана көшесі', 'Ақжайлау', 'school-2: все'],
  ['Көлтоған ауылы|с. Кольтоган', '', 'school-1: все'],
  ['6 ықшам ауданы|мкр. 6', 'Көлтоған', 'school-2: все'],
  ['Белая көшесі|ул. Белая', 'Көлтоған', 'school-3: все'],
  ['Қоңыртөбе ауылы|с. Конуртобе', '', 'school-2: все'],
  ['Абай көшесі|улица Абая', 'Тұмарбұлақ', 'school-3: все'],
);

/** `school (what was quoted)`, or the doubt. */
function answer(text: string): string {
  const found = answerAddress(text, district);
  if (found.outcome === 'unknown-street') return found.doubt.code;
  const { places, numbers } = found.unchecked ?? { places: [], numbers: [] };
  const quoted = [...places, ...numbers].join('; ');
  const schools = found.holders.map(({ school }) => school).join(' ');
  return quoted === '' ? schools : `${schools} (${quoted})`;
}

describe('no word of an address is passed over', () => {
  it.each([
    // a microdistrict, however its words are joined
    ['Қоңыртөбе ауылы, 2-ықшам ауданы, 5-үй', 'address-street-unknown'],
    ['Қоңыртөбе ауылы, 2 ықшам ауданы, 5-үй', 'address-street-unknown'],
    ['Көлтоған, 6-ықшам ауданы, 5-үй', 'school-2'],
    ['Көлтоған, 6-ықшам аудан, 5-үй', 'school-2'],
    ['Көлтоған, 6-шағын аудан, 5-үй', 'school-2'],
    ['Көлтоған, 6-мөлтек ауданы, 5-үй', 'school-2'],
    ['Кольтоган, 6-шагын аудан, 5', 'school-2'],
    ['Кольтоган, 6-ықшам-аудан, 5', 'address-street-unknown'],
    ['с. Кольтоган, мкр. 6, д. 5', 'school-2'],
    ['с. Кольтоган, 6-мкр, д. 5', 'school-2'],
    ['Көлтоған ауылы, 7-ықшам аудан, 5', 'address-street-unknown'],
    ['Самал-2-ықшам ауданы, 5', 'school-3'],
    ['Самал-3-ықшам ауданы, Чехов көшесі, 5', 'school-2 (Самал-3 ықшам ауданы)'],
    ['Самал-2-ықшам ауданы, Чехов көшесі, 5', 'address-street-several'],
    // brackets
    ['с. Конуртобе (ул. Школьная) 5', 'address-words-left'],
    ['Чехова 5 (Тумарбулак)', 'address-words-left'],
    ['ул. Пушкина (ул. Чехова), 5', 'address-words-left'],
    ['с. Кольтоган (ул. Белая) 5', 'address-words-left'],
    ['Чехова 5 (рядом с рынком)', 'address-words-left'],
    ['Чехова 12 (а)', 'address-words-left'],
    ['Чехова 12 (корпус 2)', 'address-words-left'],
    ['ул. Пушкина (бывш. Фрунзе) 5', 'school-2'],
    ['ул. Пушкина (Фрунзе) 5', 'school-2'],
    ['Пушкин көшесі (бұрынғы Фрунзе) 5', 'school-2'],
    ['Пушкин көшесі (Фрунзе көшесі) 25', 'school-1'],
    ['ул. Чехова (бывш. Ворошилова) 5', 'school-2 (бывш. Ворошилова)'],
    ['ул. Чехова (бывш. Фрунзе) 5', 'address-words-left'],
    ['ул. Чехова 5 (кв. 12, 3 этаж)', 'school-2'],
    ['Чехов көшесі 5 (2-подъезд)', 'school-2'],
    ['Чехова 5 (г. Акжайлау)', 'school-2'],
    ['Чехова 5 ()', 'school-2'],
    ['Чехова 5 (частный дом)', 'school-2'],
    ['ул. Чехова 5, вход со двора', 'school-2'],
    ['Чехова 5 ((кв. 3) Белая)', 'address-words-left'],
    // corners
    ['пр. Абылай хана, уг. ул. Чехова, 5', 'address-corner'],
    ['пр. Абылай хана 5 угл. Чехова', 'address-corner'],
    ['пр. Абылай хана, угол ул. Чехова, 5', 'address-corner'],
    ['Абылай хан даңғылы мен Чехов көшесінің қиылысы, 5', 'address-corner'],
    ['Абылай хан даңғылы, Чехов көшесінің қиылысында, 5', 'address-corner'],
    ['corner of Chekhov street, Abylai khan avenue 5', 'address-corner'],
    ['на перекрестке Чехова, пр. Абылай хана 5', 'address-corner'],
    // a second name
    ['с. Кольтоган, 5, Белая', 'address-street-several'],
    ['Белая, с. Кольтоган, 5', 'address-street-several'],
    ['с. Кольтоган, 5, Неттакая', 'address-words-left'],
    ['Чехова 5, Пушкина', 'address-street-several'],
    ['Пушкина, ул. Чехова 5', 'address-street-several'],
    ['ул. Чехова 5, ул. Неттакая', 'address-words-left'],
    ['ул. Чехова 5, ул. Неттакая 7', 'address-words-left'],
    ['ул. Неттакая, ул. Чехова, 5', 'address-words-left'],
    // microdistricts before and behind
    ['мкр. Карлыгаш, ул. Пушкина, 10', 'address-street-several'],
    ['ул. Пушкина, 10, мкр. Карлыгаш', 'address-street-several'],
    ['мкр. Неттакой, ул. Пушкина, 10', 'school-2 (мкр. Неттакой)'],
    ['ул. Пушкина, 10, мкр. Неттакой', 'school-2 (мкр. Неттакой)'],
    ['Самал-2, ул. Пушкина, 10', 'address-street-several'],
    ['ж.м. Карлыгаш, ул. Пушкина, 10', 'address-street-several'],
    ['мкр. Арай, ул. Домалак Ана, 1', 'school-2'],
    ['Көлтоған а., 6 м/а, 5 үй', 'school-2'],
    ['с. Кольтоган, 6, 5', 'address-street-several'],
    // areas
    ['Тұмарбұлақ Іле ауданы, Чехов көшесі 5', 'address-words-left'],
    ['с. Тұмарбұлақ Іле ауданы, Чехов көшесі 5', 'address-settlement-unknown'],
    ['Белая Іле ауданы, Чехов көшесі 5', 'address-words-left'],
    ['Неттакая Іле ауданы, Чехов көшесі 5', 'school-2 (Неттакая Іле ауданы)'],
    ['Алматы облысы Іле ауданы, Чехов көшесі 5', 'school-2'],
    ['Көлтоған ауылдық округі, Белая көшесі, 5', 'school-3'],
    ['Шал ақын ауданы, Чехов көшесі 5', 'school-2'],
    ['Алматы облысы, Іле ауданы, Боралдай а.о., Чехов көшесі 5', 'school-2'],
    ['г. Астана, р-н Есиль, с. Кольтоган, 5', 'school-1 (Астана)'],
    // numbers
    ['ул. Чехова, 5, 12', 'school-2 (12)'],
    ['7, ул. Чехова дом 5', 'school-2 (7)'],
    ['ул. Пушкина 5, 7, 9', 'address-words-left'],
    ['ул. Пушкина 5, 5А', 'address-words-left'],
    ['ул. Пушкина 5/1, 5/2', 'address-words-left'],
    // places alone
    ['с. Тумарбулак, 7', 'address-only-places'],
    ['Чехов к., 5', 'address-only-places'],
  ])('%s → %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it('quotes the two numbers that stand before the street and behind it', () => {
    expect(answerAddress('5, ул. Пушкина 16', district)).toMatchObject({
      doubt: { code: 'address-house-unclear', args: { houses: ['5', '16'] } },
    });
  });
});

/** Words that tell nothing of where a house stands, or that only say what the word beside them is. */
const SILENT = new Set(
  [
    'дом д үй house кв квартира пәтер этаж подъезд индекс ул улица көшесі к сі проспект пр мкр ықшам шағын аудан ауданы',
    'с село ауылы ауыл г город қ қаласы обл область облысы р н район казахстан street блок',
  ]
    .join(' ')
    .split(' '),
);
const RUN = /[\p{L}\p{M}]+|\p{N}+/gu;

/** Words and numbers as streets are compared by. */
function keysOf(text: string): string[] {
  return [text, fromLatin(text) ?? ''].flatMap(one =>
    (one.match(RUN) ?? []).flatMap(run => parseStreetName(run).key || run.toLowerCase()),
  );
}

const street = fc.constantFrom(
  ...['ул. Чехова', 'Чехов көшесі', 'Чехова', 'Chekhov street', 'ул. Пушкина', 'Пушкина', 'мкр. Самал-2'],
  ...['с. Кольтоган', 'Көлтоған ауылы', 'мкр. Арай, ул. Домалақ Ана', 'Абылай хан даңғылы'],
);
const told = fc.constantFrom(
  ...['г. Акжайлау', 'Ақжайлау қ.', 'кв. 9', 'этаж 3', '050000', 'Казахстан', 'Жетісу облысы', 'Іле ауданы'],
);
const stray = fc.constantFrom(
  ...['Белая', 'Неттакая', 'ул. Белая', 'мкр. Карлыгаш', 'мкр. Неттакой', '2-ықшам ауданы', '6-шағын аудан'],
  ...[
    'рядом с рынком',
    'общежитие',
    '7',
    '31',
    '17-9',
    'б/н',
    'угол',
    'уг. Белой',
    'блок',
    'Тұмарбұлақ',
    'СНТ',
  ],
  ...[
    'г. Астана',
    'с. Бесагаш',
    'ж/м Неттакой',
    'литер Щ',
    'а',
    'Самал-3-ықшам ауданы',
    'Пушкин',
    'участок 8',
  ],
);
const bracketed = stray.map(words => `(${words})`);
const piece = fc.oneof(
  { weight: 3, arbitrary: street },
  { weight: 3, arbitrary: fc.constantFrom('5', 'д. 5', '5-үй', '5А') },
  { weight: 2, arbitrary: told },
  { weight: 2, arbitrary: stray },
  { weight: 1, arbitrary: bracketed },
);
const written = fc
  .array(fc.tuple(piece, fc.constantFrom(', ', ', ', ' ', ',', '; ')), { minLength: 2, maxLength: 6 })
  .map(all => all.flat().slice(0, -1).join(''));

describe('every word of an answered address', () => {
  it('is a part of the street, its house or its settlement, tells nothing, or is quoted', () => {
    let answered = 0;
    fc.assert(
      fc.property(written, text => {
        const found = answerAddress(text, district);
        if (found.outcome === 'unknown-street') return;
        answered++;
        const { entry } = found.street;
        const { places, numbers } = found.unchecked ?? { places: [], numbers: [] };
        const house = found.house === null ? '' : formatHouseNumber(found.house);
        const accounted = new Set(
          [...entry.names, entry.settlement ?? '', house, ...places, ...numbers].flatMap(keysOf),
        );
        // A number with the word of a flat, a region with the word of a region.
        const silent = text.replace(/кв\. 9|этаж 3|050000|Жетісу облысы|Іле ауданы/gu, ' ');
        for (const [run] of silent.matchAll(RUN)) {
          if (SILENT.has(run.toLowerCase())) continue;
          expect(
            keysOf(run).some(key => accounted.has(key)),
            `${text}: ${run}`,
          ).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(100);
  });
});
