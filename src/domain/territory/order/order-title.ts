import { readHouseList } from '../house-list.ts';
import { findStreet, type ListedStreet, type StreetIndex } from '../street-index.ts';
import type { OrderItem } from './order-item.ts';
import { openingOf, orderWords } from './order-opening.ts';

/** What titles, references and dates of documents are made of; no street is called so. */
const DOCUMENT =
  /(?<!\p{L})(?:приложени|прика[зж]|постановл|распоряж|решени|утвержд|утратив|перечень|список|территори|микроучаст|согласно|закреп|январ|феврал|марта? 2|апрел|ма[яй] 2|июн|июл|август|сентябр|октябр|ноябр|декабр|год[ау]?(?!\p{L})|қосымша|бұйры[қғ]|қаулы|шешім|тізбе|тізім|аума[қғ]|бекіт|жыл(?:ы|ғы|дың)?(?!\p{L})|қаңтар|ақпан|наурыздағы|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсандағы|annex|order)/iu;
const DATE = /\d{1,2}\.\d{1,2}\.\d{4}/u;
/** So many words may be a street's name. */
const LONGEST_NAME = 4;

/**
 * Whether an item before the first school and street is certainly none: a title, a date, a reference. Each of its
 * lines is looked at: one that the street list has, one name that is like a street of it, and a name with houses
 * behind it may be a street.
 * @param index null where nobody knows which street list is meant
 */
export function isTitle(item: OrderItem, index: StreetIndex<ListedStreet> | null): boolean {
  return item.lines.every(line => !mayBeStreet(line, index));
}

function mayBeStreet(line: string, index: StreetIndex<ListedStreet> | null): boolean {
  if (DOCUMENT.test(line) || DATE.test(line)) return false;
  const { name, houses } = cut(line);
  const words = orderWords(name, LONGEST_NAME + 1).filter(({ text }) => /\p{L}/u.test(text));
  if (words.length === 0 || words.length > LONGEST_NAME) return false;
  const opening = openingOf(line);
  if (opening === 'houses' || opening === 'blank' || opening === 'settlement') return false;
  if (/\d/u.test(houses) && isReadable(houses)) return true;
  return index !== null && isCalledSo(name, words.length, index);
}

/** Whether one of the stretches of a line is what the list calls a street, or one name like it. */
export function holdsListedName(line: string, index: StreetIndex<ListedStreet>): boolean {
  return line.split(/[,;:_]/u).some(name => {
    const { length } = orderWords(name, LONGEST_NAME + 1).filter(({ text }) => /\p{L}/u.test(text));
    return length > 0 && length <= LONGEST_NAME && isCalledSo(name, length, index);
  });
}

function isCalledSo(name: string, words: number, index: StreetIndex<ListedStreet>): boolean {
  const found = findStreet(name, index);
  if (found.ok || found.problem.code === 'street-ambiguous') return true;
  return words === 1 && found.problem.code === 'street-unknown' && found.problem.args.nearest.length > 0;
}

/** A line before and behind its first number that does not open it. */
function cut(line: string): { readonly name: string; readonly houses: string } {
  const at = /(?<=\p{L}\P{L}*?[\s:–—-])(?:№\s*)?\d/u.exec(line)?.index ?? line.length;
  const name = line.slice(0, at).replace(/[\s:.,;–—-]+$/u, '');
  return { name, houses: line.slice(at).replace(/[\s.,;]+$/u, '') };
}

function isReadable(houses: string): boolean {
  return !readHouseList(houses).problems.some(({ severity }) => severity === 'error');
}
