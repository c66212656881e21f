const kkRules = new Intl.PluralRules('kk');
const ruRules = new Intl.PluralRules('ru');

/** English: `count(1, 'row', 'rows')` → `1 row`. */
export function enCount(n: number, one: string, other: string): string {
  return `${n} ${enForm(n, one, other)}`;
}

/** English: the form that goes with a number. */
export function enForm(n: number, one: string, other: string): string {
  return n === 1 ? one : other;
}

/** Russian has three forms for whole numbers: 1 строка, 2 строки, 5 строк. */
export function ruCount(n: number, one: string, few: string, many: string): string {
  return `${n} ${ruForm(n, one, few, many)}`;
}

/** Russian: the form that goes with a number. */
export function ruForm(n: number, one: string, few: string, many: string): string {
  const rule = ruRules.select(n);
  return rule === 'one' ? one : rule === 'few' ? few : many;
}

/** Kazakh nouns stay singular after a number (5 жол); the two CLDR forms differ only in endings of what follows. */
export function kkCount(n: number, one: string, other: string = one): string {
  return `${n} ${kkRules.select(n) === 'one' ? one : other}`;
}

/** A whole number with its thousands apart: `300 000`. */
export function grouped(n: number, separator: string): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, separator);
}
