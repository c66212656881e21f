import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStreet } from '../../../../src/domain/territory/address/answer-address.ts';
import { findAmong } from '../../../../src/domain/territory/address/find-among.ts';
import { FIELD_END, namesMeant } from '../../../../src/domain/territory/address/name-lines.ts';
import { LINE_END } from '../../../../src/domain/territory/address/name-sieve.ts';
import { StreetFinder } from '../../../../src/domain/territory/address/street-finder.ts';
import { parseStreetName } from '../../../../src/domain/territory/street-name.ts';

interface StoredStreet {
  readonly name_kk: string;
  readonly name_ru: string;
  readonly aliases: string | null;
  readonly settlement: string | null;
}

/** As the lines of the whole list are looked through. */
function among(address: string, streets: readonly StoredStreet[]) {
  const lines = streets.map(one => [one.name_kk, one.name_ru, one.aliases, one.settlement].join(FIELD_END));
  const meant = namesMeant(address)(lines.join(LINE_END));
  const found = meant.streets.flatMap(({ at }) => streets[at] ?? []);
  return findAmong(address, { streets: found, settlements: meant.settlements }, entryOf, async () => streets);
}

function entryOf({ name_kk, name_ru, aliases, settlement }: StoredStreet) {
  const { kind } = parseStreetName(name_kk);
  return {
    ...{ department: 'd', street: `${settlement}/${name_kk}`, label: `${settlement ?? ''}, ${name_kk}` },
    ...{ kind: kind ?? 'street', settlement, names: [name_kk, name_ru, ...(aliases?.split('|') ?? [])] },
  };
}

function finderOf(streets: readonly StoredStreet[]): StreetFinder {
  const finder = new StreetFinder();
  for (const street of streets) finder.add(entryOf(street));
  return finder;
}

/** Of two lists only what the streets are can be compared. */
function shown(decision: ReturnType<typeof findStreet>) {
  return { ...decision, street: decision.street?.entry ?? null };
}

function street([name_kk = '', name_ru = '', aliases]: readonly string[], settlement: string | null) {
  return { name_kk, name_ru, aliases: aliases ?? null, settlement };
}

const NAMES = [
  ['Абай көшесі', 'улица Абая', 'Кунанбаева|Советская'],
  ['Жамбыл көшесі', 'улица Жамбыла'],
  ['Жамбыл тұйығы', 'тупик Жамбыла'],
  ['Тұмарбұлақ көшесі', 'улица Тумарбулак'],
  ['Арай ықшам ауданы, 3-көше', 'мкр. Арай, улица 3'],
  ['Арай ықшам ауданы', 'микрорайон Арай'],
  ['12-207 көшесі', 'улица 12-207'],
  ['Жеңіске 40 жыл көшесі', 'улица 40 лет Победы'],
] as const;
const PLACES = [null, 'Тұмарбұлақ', 'Ақжайлау', 'Бесауыл-1', 'Nomad', 'село Аксу', 'Абай'] as const;
const list = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...NAMES), place: fc.constantFrom(...PLACES) }),
  { minLength: 1, maxLength: 8, selector: ({ name, place }) => `${name[0]}/${place}` },
);
const before = fc.constantFrom(
  ...['', '', 'Тұмарбұлақ ауылы, ', 'село Тумарбулак ', 'г. Акжайлау, ', 'Akzhailau, ', 'Тұмарбұлақ '],
  ...['с. Бесауыл-1, ', 'Аксу, ', 'г. Астана, ', 'мкр. Арай, ', 'Nomad, ', 'ауыл Абай, ', 'село Бесагаш, '],
  ...[
    'Жамбыл, ',
    'Арай 3, ',
    'мкр. Жамбыл, ',
    'Тұмарбұлақ Іле ауданы, ',
    'Абай Іле ауданы, ',
    'Тұмарбұлақ, 7, ',
  ],
);
const written = fc.constantFrom(
  ...['ул. Жамбыла', 'Жамбыл көшесі', 'Абая', 'Abay str.', 'Zhambyl', 'Арай', 'ул. 3', '3-көше', 'ул.'],
  ...['12-207', '40 лет Победы', 'Советская', 'Тумарбулак', 'тупик Жамбыла', 'Жамбулла', 'Тұмарбұлақ Абай'],
);
const BESIDE = [
  ...[
    ', 5, Советская',
    ', 5 (Советская)',
    ', 5 (бывш. Кунанбаева)',
    ', 5 (Абай)',
    ', 5 (с. Аксу)',
    ', 5, мкр. Арай',
  ],
  ...[' 5, Жамбыл 7', ', 5, Тұмарбұлақ Абай', ', 5, ж.м. Арай', ', 5, 7', ' 5, уг. Абая', ', 5 (Zhambyl)'],
];
const after = fc.constantFrom('', ' 5', ', 5', ', 5, кв. 7', ' 12 45', ', 5, Тұмарбұлақ ауылы', ...BESIDE);

describe('the street of one address in a whole list', () => {
  it('is in the village that the address names, though no street there has a like name', async () => {
    const streets = [street(NAMES[0], 'Тұмарбұлақ'), street(NAMES[1], null)];
    expect(await among('Тұмарбұлақ ауылы, Жамбыл көшесі, 5', streets)).toMatchObject({
      street: null,
      answer: { doubt: { code: 'address-settlement-unknown', args: { settlement: 'Тұмарбұлақ' } } },
    });
  });

  it('is the one that is found with the list read in full', async () => {
    await fc.assert(
      fc.asyncProperty(list, before, written, after, async (drawn, place, name, house) => {
        const streets = drawn.map(one => street(one.name, one.place));
        const address = `${place}${name}${house}`;
        expect(shown(await among(address, streets)), address).toEqual(
          shown(findStreet(address, finderOf(streets))),
        );
      }),
      { numRuns: 400 },
    );
  });
});
