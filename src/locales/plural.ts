const kkRules = new Intl.PluralRules('kk');
const ruRules = new Intl.PluralRules('ru');

/** English: `count(1, 'row', 'rows')` → `1 row`. */
export function enCount(n: number, one: string, other: string): string {
  return `${n} ${n === 1 ? one : other}`;
}

/** Russian has three forms for whole numbers: 1 строка, 2 строки, 5 строк. */
export function ruCount(n: number, one: string, few: string, many: string): string {
  const rule = ruRules.select(n);
  return `${n} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
}

/** Kazakh nouns stay singular after a number (5 жол); the two CLDR forms differ only in endings of what follows. */
export function kkCount(n: number, one: string, other: string = one): string {
  return `${n} ${kkRules.select(n) === 'one' ? one : other}`;
}
