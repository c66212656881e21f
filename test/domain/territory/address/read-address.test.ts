import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PieceReader } from '../../../../src/domain/territory/address/address-pieces.ts';
import { readAddress } from '../../../../src/domain/territory/address/read-address.ts';

/** The likeliest reading and the places, as `place | place → street # house`. */
function read(text: string): string {
  const { places, readings } = readAddress(text);
  const [first] = readings;
  const where = places.map(({ kind, words }) => `${kind} ${words}`).join(' | ');
  return `${where} → ${first === undefined ? '' : `${first.street} # ${first.house ?? ''}`}`;
}

describe('an address as people write it', () => {
  it.each([
    // Kazakh
    ['Ақжайлау қ., Түрксіб ауданы, Остроумов көш., 50А үй', 'city Ақжайлау → Остроумов көш. # 50А'],
    ['Ақжайлау к., Розыбакиева көш., 227, 253-кабинет', 'city Ақжайлау → Розыбакиева көш. # 227'],
    ['Ақжайлау қ., Жамбыл көш. 114/85, 227 кеңсе', 'city Ақжайлау → Жамбыл көш. # 114/85'],
    ['Жамбыл Жабаев көш., 55А', ' → Жамбыл Жабаев көш. # 55А'],
    ['Төле би к-сі, 42', ' → Төле би к-сі # 42'],
    ['Арай ықшам ауданы, Домалақ Ана к-сі, 1', 'microdistrict Арай ықшам ауданы → Домалақ Ана к-сі # 1'],
    ['Арай ықшам ауданы Домалақ Ана к-сі 1', 'microdistrict Арай ықшам ауданы → Домалақ Ана к-сі # 1'],
    [
      'Алматы облысы, Іле ауданы, Боралдай округі, Жайнақ ықшам ауданы, Ә. Молдағұлова көшесі, 8 үй',
      'microdistrict Жайнақ ықшам ауданы → Ә. Молдағұлова көшесі # 8',
    ],
    [
      'Ақжайлау қ. Сеитова көшесі 12, Қалқаман-2 ықшам ауданы',
      'city Ақжайлау | microdistrict Қалқаман-2 ықшам ауданы → Сеитова көшесі # 12',
    ],
    ['«ҚАЙРАТ» ықшам ауданы, 135/4', ' → ҚАЙРАТ ықшам ауданы # 135/4'],
    ['Тәуелсіздік даңғылы 12-үй 5-пәтер', ' → Тәуелсіздік даңғылы # 12'],
    ['Тұмарбұлақ ауылы Абай көшесі 7', 'settlement Тұмарбұлақ → Абай көшесі # 7'],
    ['6 Жаңа ауыл, 12', ' → 6 Жаңа ауыл # 12'],
    ['Абай көшесі, 5-ші үй', ' → Абай көшесі # 5'],
    // Russian
    ['ул. Чехова, 5-й дом', ' → ул. Чехова # 5'],
    ['ул. Чехова 5-й дом', ' → ул. Чехова # 5'],
    ['ул. Чехова, 5-Г дом', ' → ул. Чехова # 5-Г'],
    ['г. Ақжайлау, ул. Абая 123, кв. 5', 'city Ақжайлау → ул. Абая # 123'],
    ['г.Ақжайлау ул.Абая д.12 кв.5', 'city Ақжайлау → ул.Абая # 12'],
    ['мкр. Арай, ул. Домалак Ана, 1', 'microdistrict мкр. Арай → ул. Домалак Ана # 1'],
    ['ул. Абая дом 12 корпус 2 квартира 45', ' → ул. Абая # 12 корпус 2'],
    ['ул. Абая, 12, корпус 2, подъезд 3, кв 3', ' → ул. Абая # 12 корпус 2'],
    ['дом 12, ул. Абая', ' → ул. Абая # 12'],
    ['050000, г. Ақжайлау, Абая 5', 'city Ақжайлау → Абая # 5'],
    ['село Тумарбулак ул Абая 5', 'settlement Тумарбулак → ул Абая # 5'],
    ['пгт Тұмарбұлақ, ул. Абая 5', 'settlement Тұмарбұлақ → ул. Абая # 5'],
    ['ПГТ Тұмарбұлақ ул. Абая 5', 'settlement Тұмарбұлақ → ул. Абая # 5'],
    ['дер. Родники, ул. Абая 5', 'settlement Родники → ул. Абая # 5'],
    ['д. Родники, ул. Абая, д. 5', 'settlement Родники → ул. Абая # 5'],
    ['ст. Родниковая, ул. Абая 5', 'settlement Родниковая → ул. Абая # 5'],
    ['поселок Родники ул. Абая 5', 'settlement Родники → ул. Абая # 5'],
    ['Д. Кунаев 5', ' → Д. Кунаев # 5'],
    ['С. Сейфуллин 5', ' → С. Сейфуллин # 5'],
    ['40 лет Победы 12', ' → 40 лет Победы # 12'],
    ['1-я линия 5', ' → 1-я линия # 5'],
    ['ул. № 37, 5', ' → ул. № 37 # 5'],
    ['Е-497 5', ' → Е-497 # 5'],
    ['ул. 12-207, 3', ' → ул. 12-207 # 3'],
    ['м-он «Алтай-1», д. 19', ' → м-он Алтай-1 # 19'],
    ['Казыбек би 1 а', ' → Казыбек би # 1 а'],
    ['Валиханова 8 / 1', ' → Валиханова # 8 / 1'],
    ['ул. Абая (бывш. Фрунзе) 12 "а"', ' → ул. Абая # 12 а'],
    ['ул. Абая', ' → ул. Абая # '],
    // English
    ['Almaty, Abay str. 123', 'plain Almaty → Abay str. # 123'],
    ['123 Abay street, Almaty', 'plain Almaty → Abay street # 123'],
    ['Abay Avenue 12, office 3', ' → Abay Avenue # 12'],
    // doubtful on purpose: one text, left for the answer to refuse
    ['ул. Абая, 12-45', ' → ул. Абая # 12-45'],
    // nothing
    ['', ' → '],
    ['кв. 5', ' → '],
    ['Казахстан', ' → '],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['Самал 2, 15', ['Самал 2 # 15', 'Самал # 2']],
    ['Самал 2', ['Самал # 2', 'Самал 2 # ']],
    ['Самал 2, дом 15', ['Самал 2 # 15']],
    ['Абая 12 45', ['Абая 12 # 45', 'Абая 12 45 # ', 'Абая # 12-45']],
    ['ул. Абая 5, угол ул. Гоголя', ['ул. Абая # 5', 'ул. Абая 5 # ', 'угол ул. Гоголя # ']],
  ])('%s: every reading that the words allow', (text, expected) => {
    expect(readAddress(text).readings.map(({ street, house }) => `${street} # ${house ?? ''}`)).toEqual(
      expected,
    );
  });

  it('is read alike by whoever remembers the pieces of other addresses', () => {
    const reader = new PieceReader();
    const piece = fc.constantFrom(
      ...[
        'ул. Абая',
        ' 12',
        '12 кв 5',
        'к. 2',
        'корпус А',
        'п. 3',
        'с. Аксу',
        '(бывш. Фрунзе, 5)',
        '050000',
        ' ',
        '12-45',
        '; ',
      ],
    );
    const text = fc.oneof(
      fc.array(piece).map(all => all.join(',')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, written => {
        for (let time = 0; time < 2; time++)
          expect(readAddress(written, reader)).toEqual(readAddress(written));
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text', () => {
    const piece = fc.constantFrom(
      ...['ул.', 'Абая', '12', '-', '/', ',', ' ', 'кв.', 'мкр', '№', '"', '(', 'қ.', '12-45', 'корпус', 'к'],
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map(all => all.join('')),
    );
    fc.assert(
      fc.property(text, written => {
        for (const { street, house } of readAddress(written).readings) {
          expect(street.trim()).not.toBe('');
          expect(house).not.toBe('');
        }
      }),
    );
  });

  it.each(['ул. Абая 12, ', 'мкр ', '12 ', 'кв 5 ', '((((', '12-', '- ', 'ауылы ', '1 а '])(
    'reads a page of «%s» up to a length, and no further',
    piece => {
      const longest = piece.repeat(500 / piece.length);
      // No piece between commas has more readings than its two last numbers allow.
      expect(readAddress(longest).readings.length).toBeLessThanOrEqual(4 * longest.split(',').length);
      expect(readAddress(piece.repeat(1_000_000))).toMatchObject({ places: [], readings: [] });
    },
  );
});
