import { describe, expect, it } from 'vitest';
import {
  findStreet,
  indexStreets,
  type ListedStreet,
  withAccepted,
} from '../../../src/domain/territory/street-index.ts';

function street(name_kk: string, more: Partial<ListedStreet> = {}): ListedStreet {
  return {
    street: `${more.settlement ?? ''}/${name_kk}`,
    name_kk,
    name_ru: name_kk,
    kind: 'street',
    settlement: null,
    aliases: null,
    ...more,
  };
}

const abai = street('Абай көшесі', { name_ru: 'улица Абая' });
const abaiOfAksu = street('Абай көшесі', { name_ru: 'улица Абая', settlement: 'Ақсу' });
const satbaev = street('Қаныш Сәтбаев көшесі', { name_ru: 'улица Каныша Сатпаева' });
const zhumagaliev = street('Жұмағалиев көшесі', { aliases: 'Фрунзе|40 лет Победы', settlement: 'Ақсу' });
const samal = street('Самал-2', { kind: 'microdistrict' });
const arai = street('Домалақ Ана көшесі', { settlement: 'Арай ықшам ауданы' });
const zhana = street('Жаңа Ақсу көшесі', { name_ru: 'улица Новая Аксу' });
const list = indexStreets([abai, abaiOfAksu, satbaev, zhumagaliev, samal, arai, zhana]);

function found(text: string, index = list): string {
  const reading = findStreet(text, index);
  return reading.ok ? reading.value.street : reading.problem.code;
}

describe('a street', () => {
  it.each([
    ['Каныша Сатпаева', satbaev],
    ['ул. Фрунзе', zhumagaliev],
    ['с. Аксу, ул. Фрунзе', zhumagaliev],
    ['40 лет Победы', zhumagaliev],
    ['мкр. Самал-2', samal],
    ['Самал 2', samal],
    ['мкр. Арай, ул. Домалак Ана', arai],
    ['Домалақ Ана к-сі', arai],
    ['Ақсу, Абай көшесі', abaiOfAksu],
    ['Ақсу ауылы, Абай көшесі', abaiOfAksu],
    ['с. Аксу, ул. Абая', abaiOfAksu],
    ['Абай көшесі, Ақсу ауылы', abaiOfAksu],
    ['Домалақ Ана көшесі, Арай', arai],
    ['Ақсу Жаңа көше', zhana],
    // The whole label of the street that has no settlement.
    ['Абай көшесі', abai],
  ])('is found by “%s”', (text, { street }) => expect(found(text)).toBe(street));

  it.each([
    ['Сатпаева', 'street-unknown'],
    ['Самал-3', 'street-unknown'],
    ['пер. Фрунзе', 'street-unknown'],
    ['Бірлік, Абай көшесі', 'street-unknown'],
    ['ул. Абая', 'street-ambiguous'],
    ['', 'street-unknown'],
    ['улица', 'street-unknown'],
    ['Ақсу ауылы, Жаңа көшесі', 'street-unknown'],
    ['Жаңа ауылы, Ақсу көшесі', 'street-unknown'],
    ['с. Абай, ул. Аксу', 'street-unknown'],
    ['1–8 линия', 'street-range'],
  ])('is not guessed from “%s”', (text, code) => expect(found(text)).toBe(code));

  it('that fits two is answered with both, each written so that it is found', () => {
    const reading = findStreet('ул. Абая', list);
    expect(reading).toMatchObject({
      problem: { args: { candidates: ['Абай көшесі', 'Ақсу, Абай көшесі'] } },
    });
  });

  it('that nothing has is answered with names that are found', () => {
    const lanes = indexStreets([
      street('Гоголь', { street: 'g/street' }),
      street('Гоголь', { street: 'g/lane', kind: 'lane' }),
    ]);
    const reading = findStreet('Гогель', lanes);
    expect(reading).toMatchObject({ problem: { args: { nearest: ['Гоголь (street)', 'Гоголь (lane)'] } } });
    expect(['Гоголь (street)', 'Гоголь (lane)'].map(name => found(name, lanes))).toEqual([
      'g/street',
      'g/lane',
    ]);
  });
});

describe('an accepted spelling', () => {
  const accepted = { written: 'Сатпаева', street: satbaev };

  it('means its street, and the reading says that it decided', () => {
    const index = withAccepted(list, [accepted]);
    for (const text of ['Сатпаева', 'ул. Сатпаева', 'САТПАЕВ КӨШЕСІ'])
      expect(findStreet(text, index)).toEqual({ ok: true, value: satbaev, by: accepted });
    expect(findStreet('Каныша Сатпаева', index)).toMatchObject({ value: satbaev, by: null });
    expect(found('Сатпаева')).toBe('street-unknown');
  });

  it('means nothing of another kind', () => {
    expect(found('пер. Сатпаева', withAccepted(list, [accepted]))).toBe('street-unknown');
    const stated = withAccepted(list, [{ written: 'пер. Сатпаева', street: satbaev }]);
    expect(found('пер. Сатпаева', stated)).toBe(satbaev.street);
    expect(found('просп. Сатпаева', stated)).toBe('street-unknown');
  });

  it('means nothing of a place that it does not name', () => {
    const index = withAccepted(list, [{ written: 'Ақсу Сары көшесі', street: satbaev }]);
    expect(found('Сары Ақсу көшесі', index)).toBe(satbaev.street);
    expect(found('Ақсу ауылы, Сары көшесі', index)).toBe('street-unknown');
    const placed = withAccepted(list, [{ written: 'с. Аксу, ул. Сары', street: zhumagaliev }]);
    expect(found('Ақсу ауылы, Сары көшесі', placed)).toBe(zhumagaliev.street);
    expect(found('Сары ауылы, Ақсу көшесі', placed)).toBe('street-unknown');
  });

  it('decides nothing against another one of the same key, unless it is written so', () => {
    const pairs = [
      { written: 'Сатпаева', street: satbaev },
      { written: 'ул. Сатпаева', street: zhumagaliev },
    ];
    for (const index of [withAccepted(list, pairs), withAccepted(list, pairs.toReversed())]) {
      expect(found('сатпаева', index)).toBe(satbaev.street);
      expect(found('УЛ. САТПАЕВА', index)).toBe(zhumagaliev.street);
      expect(findStreet('Сатпаев көшесі', index)).toMatchObject({
        problem: { code: 'street-ambiguous', args: { text: 'Сатпаев көшесі' } },
      });
    }
    const same = [accepted, { written: 'САТПАЕВА', street: zhumagaliev }];
    expect(found('Сатпаева', withAccepted(list, same))).toBe('street-ambiguous');
    expect(found('Сатпаева', withAccepted(list, [accepted, accepted]))).toBe(satbaev.street);
  });

  it('decides between several streets only as it was written', () => {
    const index = withAccepted(list, [{ written: 'ул. Абая', street: abaiOfAksu }]);
    expect(found('УЛ. АБАЯ', index)).toBe(abaiOfAksu.street);
    expect(found('Абая', index)).toBe('street-ambiguous');
  });

  it('never overrules a street that the list knows by it', () => {
    const index = withAccepted(list, [{ written: 'ул. Фрунзе', street: abai }]);
    expect(findStreet('ул. Фрунзе', index)).toEqual({ ok: true, value: zhumagaliev, by: null });
  });

  it('adds to those accepted before', () => {
    const index = withAccepted(withAccepted(list, [accepted]), [{ written: 'Тің', street: samal }]);
    expect([found('Сатпаева', index), found('Тің', index)]).toEqual([satbaev.street, samal.street]);
  });

  it('is proposed only where a person may accept it', () => {
    const proposed = (index: typeof list) => {
      const reading = findStreet('Сатпаева', index);
      return reading.ok ? null : reading.problem.args;
    };
    const nearest = ['Қаныш Сәтбаев көшесі'];
    expect(proposed(list)).toEqual({ text: 'Сатпаева', nearest, acceptable: false });
    expect(proposed(withAccepted(list, []))).toEqual({ text: 'Сатпаева', nearest, acceptable: true });
  });
});
