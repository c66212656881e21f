import fc from 'fast-check';
import { formatHouseNumber, type HouseNumber } from '../../../src/domain/territory/house-number.ts';
import { ablative, dative } from '../../../src/locales/kk/numeral-case.ts';
import { house } from './arbitrary-sets.ts';

/** A house list as an order might write it and, worked out without the reader, which houses it names. */
export interface WrittenList {
  readonly text: string;
  readonly has: (house: HouseNumber) => boolean;
  /** behind single houses of one side nobody can say whether it goes on in that side alone */
  readonly isFirst?: boolean;
}

type Side = 'odd' | 'even' | 'both';
type Language = 'kk' | 'ru' | 'en';

/** The words of a language in which the lists are written here: other than the ones that the program prints. */
const WORDS = {
  kk: {
    side: { odd: 'тақ жағы', even: 'жұп үйлер', both: 'тақ және жұп' },
    range: (a: number, b: number) => `${ablative(`${a}`)} ${dative(`${b}`)} дейін`,
    from: (a: number) => `${ablative(`${a}`)} бастап әрі қарай`,
    upTo: (b: number) => `№ ${dative(`${b}`)} дейін`,
    every: (a: number) => `${a} (барлық корпустарымен)`,
    except: (houses: string) => `(${houses} басқа)`,
  },
  ru: {
    side: { odd: 'нечетная сторона', even: 'только чётные', both: 'обе стороны' },
    range: (a: number, b: number) => `с дома № ${a} по д. ${b}`,
    from: (a: number) => `начиная с ${a} до конца`,
    upTo: (b: number) => `до дома ${b} включительно`,
    every: (a: number) => `${a} (со всеми корпусами и литерами)`,
    except: (houses: string) => `(за исключением домов ${houses})`,
  },
  en: {
    side: { odd: 'odd numbers', even: 'even only', both: 'odd and even' },
    range: (a: number, b: number) => `${a} through ${b}`,
    from: (a: number) => `${a} and up`,
    upTo: (b: number) => `up to house ${b}`,
    every: (a: number) => `${a} with all blocks`,
    except: (houses: string) => `(except for ${houses})`,
  },
} as const;

const NUMBERS = Array.from({ length: 40 }, (_, i) => i + 1);
const SUFFIXES = [
  ['', '', ''],
  ['А', '', ''],
  ['', '2', ''],
  ['', '', '1'],
] as const;

/** Every house the lists are asked about. */
export const ASKED: readonly HouseNumber[] = NUMBERS.flatMap(number =>
  SUFFIXES.map(([letter, fraction, block]) => house(number, letter, fraction, block)),
);

const language = fc.constantFrom<Language>('kk', 'ru', 'en');
const number = fc.constantFrom(...NUMBERS);
const side = fc.constantFrom<Side | null>('odd', 'even', 'both', null);

/** `12`, `12а`, `12 "а"`, `12 / 2`, `12 корп. 1` */
const single: fc.Arbitrary<WrittenList> = fc
  .tuple(fc.constantFrom(...ASKED), fc.boolean())
  .map(([one, isDirty]) => {
    const { number: digits, letter, fraction, block } = one;
    const dirty = `${digits}${letter && ' "а"'}${fraction && ` \\ ${fraction}`}${block && ` корп. ${block}`}`;
    const written = formatHouseNumber(one);
    return {
      text: isDirty ? dirty : written,
      has: (each: HouseNumber) => formatHouseNumber(each) === written,
    };
  });

const range: fc.Arbitrary<WrittenList> = fc
  .tuple(language, number, number, side, fc.boolean())
  .filter(([, a, b]) => a !== b)
  .map(([lang, a, b, stated, isDashed]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const words = isDashed ? `${low}-${high}` : WORDS[lang].range(low, high);
    const meant = stated ?? ((high - low) % 2 === 0 ? sideOf(low) : 'both');
    return {
      text: stated === null ? words : `${words} (${WORDS[lang].side[stated]})`,
      has: ({ number: each }: HouseNumber) => low <= each && each <= high && isOn(meant, each),
    };
  });

const open: fc.Arbitrary<WrittenList> = fc
  .tuple(language, number, side, fc.constantFrom<'from' | 'upTo'>('from', 'upTo'))
  .map(([lang, limit, stated, kind]) => {
    // nothing of the stated side stands before house 1
    const meant = limit === 1 && stated === 'even' ? null : stated;
    const words = WORDS[lang][kind](limit);
    return {
      text: meant === null ? words : `${words} (${WORDS[lang].side[meant]})`,
      has: ({ number: each }: HouseNumber) =>
        (kind === 'from' ? each >= limit : each <= limit) && isOn(meant ?? 'both', each),
      isFirst: meant === null && kind === 'from',
    };
  });

const wholeNumber: fc.Arbitrary<WrittenList> = fc.tuple(language, number).map(([lang, digits]) => ({
  text: WORDS[lang].every(digits),
  has: (each: HouseNumber) => each.number === digits,
}));

/** Lists of houses, ranges and open ranges, the last of which may have exceptions in brackets. */
export const writtenList: fc.Arbitrary<WrittenList> = fc
  .tuple(
    fc.array(fc.oneof(single, range, open, wholeNumber), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(', ', '; ', ',\n', ' , '),
    fc.array(fc.constantFrom(...ASKED), { maxLength: 3 }),
    language,
  )
  .map(([items, separator, out, lang]) => {
    // a lesser number behind a comma may be another block of the same house, and is read by nobody
    const text = items
      .toSorted((a, b) => Number(b.isFirst ?? false) - Number(a.isFirst ?? false))
      .flatMap(item => [item.text, /[/\\к]/.test(item.text) ? '; ' : separator])
      .slice(0, -1)
      .join('');
    const named = (each: HouseNumber) => items.some(item => item.has(each));
    const exceptions = ASKED.filter(each => out.includes(each) && named(each)).map(formatHouseNumber);
    if (exceptions.length === 0) return { text, has: named };
    return {
      text: `${text} ${WORDS[lang].except(exceptions.join(', '))}`,
      has: (each: HouseNumber) => named(each) && !exceptions.includes(formatHouseNumber(each)),
    };
  });

function sideOf(digits: number): Side {
  return digits % 2 === 1 ? 'odd' : 'even';
}

function isOn(meant: Side, digits: number): boolean {
  return meant === 'both' || sideOf(digits) === meant;
}
