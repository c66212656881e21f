import {
  type HouseSet,
  numberRange,
  setFromIntervals,
  setToText,
  singleHouse,
  union,
} from '../../src/domain/territory/house-set.ts';
import { parseStreetName, streetIdentity } from '../../src/domain/territory/street-name.ts';
import { count } from './bench.ts';

const words = (text: string) => text.split(' ');
const STEM_STARTS = words(
  'Ақ Қара Сары Көк Жаңа Ұлы Бес Қызыл Тас Алтын Күміс Терең Кең Боз Шу Үш Нұр Ер Бай Той',
);
const STEM_ENDS = words(
  'бұлақ тау көл жар дала төбе өзен арна қайың терек сай қорған жол отау бел мола кент құдық',
);

/** Of one department, as a district has them: the figures of issue 4 divided by 200. */
export const PER_DEPARTMENT = { schools: 40, streets: 600, bindings: 2000, houses: 12_500 } as const;
const SETTLEMENTS = 3;
/** Streets come in sixes: so many schools serve each of them, and so many houses stand there. */
const SCHOOLS_OF_STREET = [1, 2, 3, 4, 5, 5];
const HOUSES_OF_STREET = [8, 14, 19, 24, 28, 32];
/** One street of so many has houses that two schools serve, and as many others houses that none does. */
const FLAW_EVERY = 50;

export interface CountryStreet {
  readonly street: string;
  readonly name_kk: string;
  readonly name_ru: string;
  readonly settlement: string;
  /** the houses that exist, as stored */
  readonly houses: string;
  readonly flaw: 'overlap' | 'gap' | null;
  readonly bindings: readonly { readonly school: string; readonly houses: string }[];
}

export interface CountryDepartment {
  readonly code: string;
  readonly name: string;
  readonly schools: readonly string[];
  readonly streets: readonly CountryStreet[];
}

/** The figures of the country in words. */
export function countryText(ranges: number): string {
  const departments = departmentsOf(ranges);
  const { schools, streets, bindings, houses } = PER_DEPARTMENT;
  const figures = { departments: 1, schools, streets, bindings, 'known houses': houses };
  const counted = Object.entries(figures).map(([what, each]) => `${count(each * departments)} ${what}`);
  return `a country of ${counted.join(', ')}`;
}

function departmentsOf(ranges: number): number {
  return Math.max(1, Math.round(ranges / PER_DEPARTMENT.bindings));
}

/** An invented country with so many bound ranges, one department after the other. The same number gives the same country. */
export function* inventedCountry(ranges: number): Generator<CountryDepartment> {
  const names = streetNames();
  const departments = departmentsOf(ranges);
  for (let number = 1; number <= departments; number++) yield departmentOf(number, names);
}

interface Named {
  readonly kk: string;
  readonly ru: string;
  /** what follows the settlement in the identity of the street */
  readonly rest: string;
}

/** The streets of every settlement: names are a matter of fashion. */
function streetNames(): Named[] {
  return Array.from({ length: PER_DEPARTMENT.streets / SETTLEMENTS }, (_, i) => {
    const stem = pick(STEM_STARTS, i) + pick(STEM_ENDS, Math.floor(i / STEM_STARTS.length));
    const kk = `${stem} көшесі`;
    return {
      kk,
      ru: `улица ${stem}`,
      rest: streetIdentity({ name: kk, kind: 'street', settlement: null }),
    };
  });
}

function departmentOf(number: number, names: readonly Named[]): CountryDepartment {
  const code = `department-${String(number).padStart(4, '0')}`;
  const schools = Array.from({ length: PER_DEPARTMENT.schools }, (_, i) => `school-${number}-${i + 1}`);
  const settlements = Array.from({ length: SETTLEMENTS }, (_, i) => `${pick(STEM_STARTS, i)}ауыл-${number}`);
  const streets = settlements.flatMap((settlement, i) => {
    const key = parseStreetName(settlement).key;
    return names.map((name, j) =>
      streetOf(i * names.length + j, `${key}${name.rest}`, name, settlement, schools),
    );
  });
  return { code, name: `№ ${number} білім бөлімі`, schools, streets };
}

function streetOf(
  number: number,
  street: string,
  name: Named,
  settlement: string,
  schools: readonly string[],
): CountryStreet {
  const houses = HOUSES_OF_STREET[number % 6] ?? 0;
  const serving = SCHOOLS_OF_STREET[number % 6] ?? 1;
  const first = Math.imul(number + 1, 0x9e37_79b1) >>> 8;
  const flaw = number % FLAW_EVERY === 3 ? 'overlap' : number % FLAW_EVERY === 28 ? 'gap' : null;
  const bindings = Array.from({ length: serving }, (_, i) => ({
    school: schools[(first + i) % schools.length] ?? '',
    houses: once(`${i}/${serving}/${houses}/${flaw}`, () => partOf(i, serving, houses, flaw)),
  }));
  return {
    street,
    name_kk: name.kk,
    name_ru: name.ru,
    settlement,
    houses: once(`${houses}`, () => knownHouses(houses)),
    flaw,
    bindings,
  };
}

const texts = new Map<string, string>();

/** Few sets are many streets': each is written once. */
function once(key: string, make: () => HouseSet): string {
  const text = texts.get(key) ?? setToText(make());
  texts.set(key, text);
  return text;
}

/** Plain numbers; of ten houses one carries a letter and one a fraction. */
function knownHouses(count: number): HouseSet {
  const sets = Array.from({ length: count }, (_, i) => {
    const letter = i % 10 === 7 ? 'А' : '';
    const fraction = i % 10 === 9 ? '1' : '';
    return singleHouse({ number: letter + fraction === '' ? i + 1 : i, letter, fraction, block: '' });
  });
  return setFromIntervals(sets.flatMap(set => set.intervals));
}

/** The houses of one of several schools: a stretch of both sides, the last one open. */
function partOf(i: number, serving: number, houses: number, flaw: CountryStreet['flaw']): HouseSet {
  const cut = (part: number) => 1 + Math.floor((part * houses) / serving);
  const from = cut(i) + (flaw === 'gap' && i === 0 ? 2 : flaw === 'overlap' && i === 1 ? -1 : 0);
  const to = i === serving - 1 ? null : cut(i + 1) - 1;
  return union(numberRange(from, to, 'odd'), numberRange(from, to, 'even'));
}

function pick(list: readonly string[], i: number): string {
  return list[i % list.length] ?? '';
}
