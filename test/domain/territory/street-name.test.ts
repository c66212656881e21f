import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streetKinds } from '../../../src/domain/territory/street-kinds.ts';
import {
  nearestStreets,
  parseStreetName,
  sameStreet,
  streetIdentity,
} from '../../../src/domain/territory/street-name.ts';

function same(one: string, other: string): boolean {
  return sameStreet(parseStreetName(one), parseStreetName(other));
}

describe('one street', () => {
  it.each([
    [
      'in two languages, with and without its kind',
      ['Абая', 'улица Абая', 'Абай көшесі', 'ул.Абая', 'АБАЙ КӨШЕСІ'],
    ],
    [
      'in any order of words',
      [
        ...['проспект Нурсултана Назарбаева', 'Нұрсұлтан Назарбаев даңғылы', 'пр-т Назарбаева Нурсултана'],
        ...['Нурсултана Назарбаева \\проспект', 'Нурсултана Назарбаева пр.'],
      ],
    ],
    ['with Latin look-alikes', ['Достық көшесі', 'Достық көшeсi', 'Достыk КӨШЕCI', 'улица Достык']],
    ['with other signs for Kazakh letters', ['Мәшһүр Жүсіп көшесі', 'Мəшһүр Жүсіп к-сі', 'Машhүр Жүсіп']],
    [
      'with invisible characters and odd hyphens',
      ['Самал-2 м/а', 'Самал\u20112\u00A0м/а', 'мкр.\u200BСа\u00ADмал 2'],
    ],
    [
      'typed in decomposed letters',
      ['Абай көшесі', 'Абай көшесі'.normalize('NFD'), 'улица Абая'.normalize('NFD')],
    ],
    [
      'with titles',
      ['Бектұров көшесі', 'улица Академика Бектурова', 'им. Бектурова', 'Бектұров атындағы көше'],
    ],
    ['with the title батыр', ['Баян батыр көшесі', 'Баян батыра улица', 'Баян Батыра']],
    [
      'with initials',
      ['ул. Валиханова', 'ул. Ч. Валиханова', 'ул.Ч.Ч.Валиханова', 'Валиханов Ч.', 'Ш. Валиханов көшесі'],
    ],
    ['with two-letter initials', ['Джабаева', 'ул. Дж. Джабаева']],
    ['of a woman', ['Маметова көшесі', 'Мәметова', 'улица Маметовой']],
    ['of a woman by her first name', ['Әлия көшесі', 'улица Алии']],
    ['with a surname like an adjective', ['Толстой көшесі', 'улица Толстого']],
    ['with a surname in -ский', ['Достоевский көшесі', 'ул. Достоевского']],
    ['with a soft sign', ['Гоголь көшесі', 'ул. Гоголя']],
    ['with a noun of two endings', ['Победа көшесі', 'улица Победы']],
    ['with ё or е', ['Вишнёвая', 'ул. Вишневая']],
    ['with a hyphen or a blank', ['Әл-Фараби көшесі', 'улица Аль-Фараби', 'Аль Фараби']],
    ['with a number in its name', ['улица 40 лет Победы', '40 лет Победы', 'Победы 40 лет ул.']],
    ['with an ordinal', ['1-я линия', 'ул. 1 линия', '1-ая линия', '1я линия']],
    ['with a Kazakh ordinal', ['3-ші көше', '3 көше']],
    ['with only a number', ['№ 37 көше', 'улица № 37', '№37', '37 көшесі']],
    ['with a code', ['Е-497', 'Е-497 көшесі', 'ул. Е497', 'E-497']],
    ['with a number and a letter', ['19А микрорайон', 'мкр. 19-а', '19A']],
    ['with a number before its kind', ['5-шағынаудан', '5-шағын ауданы', '5 м/а', '5-мкр.', 'микрорайон 5']],
    ['in quotation marks', ['«Қайрат» ықшам ауданы', 'мкр. "Кайрат"', 'м-он “Қайрат”']],
    ['of two words for its kind', ['Теміржол тұйығы', 'Теміржол тұйық көшесі', 'тупик Темиржол']],
    [
      'with numbers of its own and of its place',
      ['Самал-2, 3-көше', '3-көше, мкр. Самал-2', '3-көше Самал-2'],
    ],
    ['with the kind after a comma', ['пер. Гоголя', 'Гоголя, пер.']],
    ['in Latin letters', ['Nomad City тұрғын алабы', 'ж.м. Nomad City', 'Ж.м. NOMAD CITY']],
    [
      'in a village',
      ['село Аксу, ул. Абая', 'Ақсу ауылы, Абай көшесі', 'с. Аксу, Абая', 'Ақсу а. Абай көш.', 'Ақсу Абай'],
    ],
    [
      'in a microdistrict',
      ['Арай ықшам ауданы, Домалақ Ана к-сі', 'мкр. Арай, ул. Домалак Ана', 'Домалақ Ана, Арай'],
    ],
  ])('%s has one key', (_, spellings) => {
    const [first = '', ...others] = spellings;
    expect(others.filter(other => !same(first, other))).toEqual([]);
  });

  it.each([
    ['переулок Гоголя', 'улица Гоголя'],
    ['Тәуелсіздік даңғылы', 'Тәуелсіздік алаңы'],
    ['1-я линия', '2-я линия'],
    ['Самал-2', 'Самал-3'],
    ['12-207', '207-12'],
    ['Е-497', 'Е-498'],
    ['Самал-2, 3-көше', 'Самал-3, 2-көше'],
    ['3-көше, Самал-2', 'Самал-3, 2-көше'],
    ['3-көше Самал-2 ш/а', 'Самал-3 ш/а 2-көше'],
    ['мкр. 5, квартал 3', 'мкр. 3, квартал 5'],
    ['квартал А', 'квартал Б'],
    ['Школьная', 'Школьный переулок'],
    ['Сатпаева', 'Каныша Сатпаева'],
    ['Сатпаева', 'Сәтбаев көшесі'],
    ['Nomad City', 'Nomad'],
    ['село Аксу, ул. Абая', 'ул. Абая'],
    ['', ''],
    ['улица', 'ул.'],
    ['!', '?'],
  ])('is not two: «%s» and «%s»', (one, other) => {
    expect(same(one, other)).toBe(false);
  });

  it('without a kind may be either of two kinds', () => {
    expect(same('Гоголя', 'переулок Гоголя')).toBe(true);
    expect(same('Гоголя', 'улица Гоголя')).toBe(true);
  });
});

describe('the reading of a street name', () => {
  it.each([
    ['улица Абая', 'street', 'Абая'],
    ['Абай', null, 'Абай'],
    ['Жібек жолы', null, 'Жібек жолы'],
    ['Алматы тас жолы', 'highway', 'Алматы'],
    ['6 Жаңа ауыл', null, '6 Жаңа ауыл'],
    ['Кош-Тобе', null, 'Кош-Тобе'],
    ['№ 37 көше', 'street', '№ 37'],
    ['ул. «Достык»', 'street', 'Достык'],
    ['Достық көшeсi', 'street', 'Достық'],
    ['С. Сейфуллин көшесі', 'street', 'С. Сейфуллин'],
    ['С. Сейфуллина', null, 'С. Сейфуллина'],
    ['с. Аксу', 'village', 'Аксу'],
    ['с.Аксу', 'village', 'Аксу'],
    ['Ақсу а.', 'village', 'Ақсу'],
    ['Ж.М. Тәшенов', null, 'Ж. М. Тәшенов'],
    ['ж.м. Алмалы', 'residential-area', 'Алмалы'],
    ['село Аксу, ул. Абая', 'street', 'село Аксу, Абая'],
    ['село Аксу, Абая', null, 'село Аксу, Абая'],
    ['Самал-2, мкр.', 'microdistrict', 'Самал-2'],
    ['мкр. Самал-2, квартал 5', 'quarter', 'мкр. Самал-2, 5'],
    ['улица Красная площадь', 'street', 'Красная площадь'],
    ['улица Село', 'street', 'Село'],
    ['проспект', 'avenue', ''],
    [' , ', null, ''],
  ])('of «%s» gives the kind %s and the name «%s»', (text, kind, name) => {
    expect(parseStreetName(text)).toMatchObject({ kind, name });
  });

  it.each([
    ['ул. Алма', 'алм'],
    ['ул. Ана', 'ана'],
    ['9 Мая', 'мая 9'],
    ['улица Нурсултана Назарбаева', 'назарбаев нурсултан'],
    ['Самал-2, 3-көше', 'самал 2 3'],
    ['Батыр көшесі', 'батыр'],
    ['ул. А.', 'а'],
  ])('of «%s» gives the key «%s»', (text, key) => {
    expect(parseStreetName(text).key).toBe(key);
  });

  const word = fc.constantFrom(
    'Абай',
    'Нұрсұлтан',
    'Гоголя',
    'Достык',
    'Бауыржан',
    'Момышулы',
    'Nomad',
    'Маметовой',
  );

  it('does not depend on the order of words', () => {
    const shuffled = fc
      .uniqueArray(word, { minLength: 1 })
      .chain(words => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })));
    fc.assert(
      fc.property(shuffled, ([words, others]) => {
        expect(parseStreetName(words.join(' ')).key).toBe(parseStreetName(others.join(' ')).key);
      }),
    );
  });

  it('finds the kind before the name and after it', () => {
    const kind = fc.constantFrom(
      'ул.',
      'көшесі',
      'пр-т',
      'тұйық көшесі',
      'ш/а',
      'ж.м.',
      'б-р',
      'тас жолы',
      'lane',
    );
    fc.assert(
      fc.property(kind, word, (spelling, name) => {
        const before = parseStreetName(`${spelling} ${name}`);
        expect(before.kind).not.toBeNull();
        expect(before).toEqual(parseStreetName(`${name} ${spelling}`));
        expect(before.key).toBe(parseStreetName(name).key);
      }),
    );
  });

  it('of any text ends with a key of lower-case letters, digits, hyphens and single blanks', () => {
    const unit = fc.constantFrom(
      ...'АбЯйЬьсСа1290 .,-/№«\\\u0301\u200B\u0130Ii'.split(''),
      'ул.',
      'к-сі',
      'ж.м.',
      '😀',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit })), text => {
        const { key } = parseStreetName(text);
        expect(key).toMatch(/^(?:[\p{L}\p{M}\p{N}-]+(?: [\p{L}\p{M}\p{N}-]+)*)?$/u);
        expect(key).toBe(key.toLowerCase());
      }),
    );
  });
});

describe('the identity of a street', () => {
  it.each([
    ['Абай көшесі', 'street', null, '/street/абай'],
    ['Абая', 'street', null, '/street/абай'],
    ['Абай көшесі', 'street', 'Ақсу ауылы', 'аксу/street/абай'],
    ['ул. Абая', 'street', 'село Аксу', 'аксу/street/абай'],
    ['Гоголь бұрылысы', null, null, '/lane/гогол'],
    ['Гоголь бұрылысы', 'street', null, '/street/гогол'],
    ['Гоголь', null, null, '//гогол'],
    ['12/207', null, null, '//12-207'],
  ] as const)('of «%s» (%s) in %s is %s', (name, kind, settlement, identity) => {
    expect(streetIdentity({ name, kind, settlement })).toBe(identity);
  });

  it('has two slashes, whatever the texts', () => {
    const kind = fc.constantFrom(null, ...streetKinds);
    fc.assert(
      fc.property(fc.string(), kind, fc.option(fc.string()), (name, kind, settlement) => {
        expect(streetIdentity({ name, kind, settlement }).split('/')).toHaveLength(3);
      }),
    );
  });
});

describe('the nearest streets', () => {
  const list = [
    'Абай көшесі',
    'Абылай хан даңғылы',
    'Гоголь көшесі',
    'Каныш Сатпаев көшесі',
    'Төле би көшесі',
  ].map(label => ({ label, key: parseStreetName(label).key }));

  it.each([
    ['ул. Гогля', ['Гоголь көшесі']],
    ['переулок Гоголя', ['Гоголь көшесі']],
    ['Сатпаева', ['Каныш Сатпаев көшесі']],
    ['улица Абая Кунанбаева', ['Абай көшесі']],
    ['пр. Аблай хана', ['Абылай хан даңғылы']],
    ['Қазыбек би', []],
    ['Фрунзе', []],
    ['', []],
  ])('to «%s» are %j', (text, expected) => {
    const found = nearestStreets(parseStreetName(text).key, list, 3);
    expect(found.map(street => street.label)).toEqual(expected);
  });

  it('are no more than asked for, each once, slips before fuller names', () => {
    const candidates = [{ key: 'абай кунанбаев' }, { key: 'абаи' }, { key: 'абай' }];
    expect(nearestStreets('абай', candidates, 3)).toEqual([
      { key: 'абай' },
      { key: 'абаи' },
      { key: 'абай кунанбаев' },
    ]);
    expect(nearestStreets('абай', candidates, 1)).toEqual([{ key: 'абай' }]);
    expect(nearestStreets('абай', candidates, 0)).toEqual([]);
  });
});
