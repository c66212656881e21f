import { foldWord } from '../list-vocabulary.ts';
import { schoolNumbers } from './school-words.ts';

const WORD = /[\p{L}\p{N}]+(?:[-/'’][\p{L}\p{N}]+)*/gu;
const DIGIT = /\d/u;
/** `2-мектеп`: a number hangs on a word by a hyphen; `2-а` is a number of its own. */
const GLUED = /^(\d{1,4})-(\p{L}{2,}.*)$/u;
/** The authority a school belongs to stands beside its name: `… отдела образования Акжайлауского района`. */
const AUTHORITIES = [
  /(?:отдел|управлени)\p{L}*\s+образования(?:\s+(?:по\s+)?\p{Lu}[\p{L}-]+(?:ого|ому|ой)\s+(?:район|област)\p{L}*|\s+(?:города|г\.)\s*\p{Lu}[\p{L}-]+)*/gu,
  /(?:\p{Lu}[\p{L}-]+\s+(?:ауданы|қаласы|облысы)\p{L}*\s+)+білім\s+(?:беру\s+)?(?:бөлімі|басқармасы)\p{L}*/gu,
];
/** Words that any school may be called by, whatever its register says: they tell no school from another. */
const COMMON = new Set(
  [
    'кгу кму кгкп кмм гу кгкз сш сшг сош оош школа школы школе школу школой мектеп мектепке мектептің мектепте',
    'мектебі мектебіне мектебінің мектебінде мектебін им имени атындағы ат no n бин бсн bin school secondary',
    'общеобразовательная общеобразовательной общеобразовательную общеобразовательное общеобразовательному',
    'общеобразовательного средняя средней среднюю средняя жалпы білім беретін беру орта',
    'коммунальное коммунального коммунальному коммунальным государственное государственного государственному',
    'государственным казенное казенного казенному муниципальное муниципального муниципальному муниципальным',
    'бюджетное бюджетного бюджетному бюджетным автономное автономного автономному автономным',
    'учреждение учреждения учреждению учреждением образовательное образовательного образовательному',
    'образовательным общеобразовательным казенным',
    'коммуналдық мемлекеттік мекеме мекемесі мекемесіне мекемесінің',
  ]
    .join(' ')
    .split(' ')
    .map(foldWord),
);
const MUNICIPAL = /^[кммбга]{1,4}оу$/u;
const SHORT = 4;

/**
 * The words of a heading that nothing accounts for: neither the names of the school it was taken for, nor the words
 * that any school may be called by. Where there are some, another school may be meant, or streets stand among them.
 * @param names of the school; none where it is not known
 */
export function wordsOutside(words: string, names: readonly string[]): string[] {
  const named = names.flatMap(partsOf).map(foldWord);
  const numbers = new Set(names.flatMap(schoolNumbers).map(foldWord));
  const bare = AUTHORITIES.reduce((text, authority) => text.replace(authority, ' '), words);
  return (bare.match(WORD) ?? []).filter(word => {
    const isKnown = (part: string) => {
      const key = foldWord(part);
      if (DIGIT.test(key)) return numbers.has(key) || named.includes(key);
      return COMMON.has(key) || MUNICIPAL.test(key) || named.some(one => isOneWord(one, key));
    };
    return !partsOf(word).every(isKnown);
  });
}

/**
 * Whether streets may stand in a heading that nothing ends but its line: behind a comma or a bracket, or as a name
 * behind the number (`Школа № 1 Абая`). What a school is named after stands in quotation marks or says so.
 */
export function mayHoldStreets(words: string): boolean {
  const outside = wordsOutside(
    words,
    schoolNumbers(words)
      .slice(0, 1)
      .map(number => `№ ${number}`),
  );
  if (/[,;(]/u.test(words) || outside.some(word => DIGIT.test(word))) return true;
  return (
    /(?:№|\p{L})\s*\d+\p{L}?\s+\p{Lu}/u.test(words) && !/[«"“„]|(?<!\p{L})(?:им|имени)(?!\p{L})/u.test(words)
  );
}

/** `Школа-гимназия` is two words, `2-мектеп` a number and a word, `2-а` and `1-9` one number each. */
function partsOf(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap(word => {
    const [, number, rest] = GLUED.exec(word) ?? [];
    if (number !== undefined && rest !== undefined) return [number, ...rest.split('-')];
    return DIGIT.test(word) ? [word] : word.split('-');
  });
}

/** Two cases of one word (`гимназия`, `гимназиясының`; `Абая`, `Абай`), or its initial (`И. Алтынсарина`). */
function isOneWord(one: string, other: string): boolean {
  if (one === other || (one.startsWith(other) && other.length === 1)) return true;
  let same = 0;
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same += 1;
  const rest = Math.max(one.length, other.length) - same;
  return same > SHORT ? rest <= 6 && Math.min(one.length, other.length) - same <= 3 : same >= 3 && rest <= 2;
}
