import { type Problem, problem } from '../../problem.ts';
import { settlementInBrackets } from './order-bracket.ts';
import { quoted } from './order-draft.ts';
import type { OrderItem, OrderReading, OrderSplit, SchoolMention } from './order-item.ts';
import { cutOutside, isUnclosed } from './order-marks.ts';
import { openingOf } from './order-opening.ts';
import { headerOf, readPipeTable, type TableEntry } from './order-pipes.ts';
import { placesWithin, settlementOf } from './order-place.ts';
import { cleanHouses, splitItem } from './order-split.ts';
import { outsideTable } from './order-table-rest.ts';
import { saysMore } from './order-verbs.ts';

/** The items of a table kept with pipes: its columns tell the street from the houses. */
export function readOrderTable(
  lines: readonly string[],
): Pick<OrderReading, 'schools' | 'items' | 'problems'> {
  const entries = readPipeTable(lines);
  if (entries === null) return { schools: [], items: [], problems: [problem('order-table-columns', {})] };
  const schools: SchoolMention[] = [];
  const items: OrderItem[] = [];
  let school: TableEntry['school'] = null;
  let within: readonly string[] = [''];
  for (const entry of entries) {
    if (entry.school !== null && entry.school !== school) {
      school = entry.school;
      schools.push({ ...entry.school, words: withoutAddress(entry.school.words) });
      within = [''];
    }
    const heading = entry.houses === '' ? settlementHeading(entry.street) : null;
    if (heading === null) items.push(itemOf(entry, schools.length === 0 ? null : schools.length - 1, within));
    else within = heading;
  }
  items.push(...outsideTable(lines, headerOf(lines)));
  const problems = items.length === 0 ? [problem('order-without-streets', {})] : [];
  return { schools, items, problems };
}

function itemOf(entry: TableEntry, school: number | null, within: readonly string[]): OrderItem {
  const street = entry.street.replace(/[\s:;,]+$/u, '');
  const words = [street, entry.houses].filter(part => part !== '').join(' | ');
  const place = {
    line: entry.line,
    school,
    words,
    weak: false,
    joined: false,
    sentence: null,
    lastSentence: null,
    lines: [],
  };
  if (street === '') {
    const doubt = problem('order-houses-without-street', { words: quoted(words) });
    return { ...place, splits: [], doubt };
  }
  const { name, place: village } = nameAndPlace(street);
  // A settlement of its own stands in no other one.
  const places = openingOf(name) === 'settlement' ? [''] : village === null ? within : [village];
  const around = { kind: null, within: places, housesBefore: '', sideBefore: null };
  const houses = cleanHouses(entry.houses);
  const split: OrderSplit = { streets: namesOf(name, around), houses };
  return { ...place, splits: [split], doubt: doubtOf(words, name) };
}

/** The school's own address stands in its cell behind its name: `«Школа № 1», ул. Абая, д. 2`. */
function withoutAddress(cell: string): string {
  const parts = cutOutside(cell, ',');
  const address = parts.find(({ text }, at) => at > 0 && ['street', 'settlement'].includes(openingOf(text)));
  return address === undefined ? cell : cell.slice(0, address.offset).replace(/[\s,]+$/u, '');
}

/** A bracket that names no settlement must not be passed over, nor what the order does with the street. */
function doubtOf(words: string, name: string): Problem | null {
  if (isUnclosed(words)) return problem('order-unclosed', { words: quoted(words) });
  return /[([]/u.test(name) || saysMore(words)
    ? problem('order-words-unread', { words: quoted(words) })
    : null;
}

/** `Абая (с. Аксу)`: the settlement stands in brackets behind the street. */
function nameAndPlace(street: string): { readonly name: string; readonly place: string | null } {
  const found = street.endsWith(')') ? settlementInBrackets(street) : null;
  return found === null ? { name: street, place: null } : { name: found.text, place: found.place };
}

/** The whole cell is the name, whatever digits it has. */
function namesOf(street: string, around: Parameters<typeof splitItem>[2]): readonly string[] {
  return splitItem(street, street.length, around).at(-1)?.streets ?? [street];
}

/** `г. Березники:` over streets; a list of one city's streets need not name it. */
function settlementHeading(street: string): readonly string[] | null {
  if (!street.endsWith(':') || openingOf(street) !== 'settlement') return null;
  return placesWithin(null, settlementOf(street));
}
