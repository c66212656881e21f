import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { quoted } from '../../domain/territory/order/order-draft.ts';
import type { OrderReading } from '../../domain/territory/order/order-item.ts';
import type { OrderLine } from '../../domain/territory/order/order-line.ts';
import { takesAway } from '../../domain/territory/order/order-verbs.ts';
import { speaksOfHouses } from '../../domain/territory/order/school-words.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { shortened } from '../../domain/text/shortened.ts';
import type { BindingRequest } from './binding-request.ts';
import { isLoneMention } from './order-headings.ts';
import type { ResolvedItem } from './order-resolver.ts';
import { holdTogether } from './order-streets.ts';

const SHOWN_CHARACTERS = 200;

/** What an order asks for, and what of it cannot be done. */
export interface OrderPlan {
  readonly requests: readonly BindingRequest[];
  /** each street that was not read, with its problems */
  readonly unread: readonly (readonly Problem[])[];
  readonly lines: readonly OrderLine[];
  readonly warnings: readonly Problem[];
  /** how many streets the order has */
  readonly read: number;
}

/**
 * Decides what of an order is bound. Lines about one street of one school belong together: if one of them was not
 * read, nothing of that street is bound for it.
 */
export function planOrder(file: string, reading: OrderReading, resolved: readonly ResolvedItem[]): OrderPlan {
  const preamble = preambleOf(resolved);
  const items = resolved.filter(one => !preamble.has(one));
  taintBefore(items);
  taintBeforeSchools(reading, items);
  holdTogether(items);
  const good = items.filter(one => !fails(one));
  const requests = good.flatMap(one => requestOf(file, one) ?? []);
  const causes = schoolCauses(file, reading, items);
  const unread = items
    .filter(fails)
    .map(one => [
      ...(causes.get(one) ?? []),
      ...one.problems.map(found => ({ ...found, where: placeOf(file, one) })),
    ]);
  return {
    requests,
    unread,
    lines: items.map(one => lineOf(one, reading)),
    warnings: preambleWarning(file, reading, preamble, items),
    read: items.length,
  };
}

/**
 * Titles and references before the first school or street: words that look like no street, and that no street of the
 * list is called. What may be one is told, and so are words that take streets away from schools.
 */
function preambleOf(resolved: readonly ResolvedItem[]): ReadonlySet<ResolvedItem> {
  const skipped = new Set<ResolvedItem>();
  for (const one of resolved) {
    const { item } = one;
    if (!item.weak || item.school !== null || one.streets.length > 0) break;
    if (one.isTitle && !takesAway(item.words)) skipped.add(one);
  }
  return skipped.size === resolved.length ? new Set() : skipped;
}

function fails({ problems, schoolProblem }: ResolvedItem): boolean {
  return problems.length > 0 || schoolProblem !== null;
}

/** What is wrong with a school is told once, where the order names it, with how many lines wait for nothing else. */
function schoolCauses(
  file: string,
  { schools }: OrderReading,
  items: readonly ResolvedItem[],
): ReadonlyMap<ResolvedItem, readonly Problem[]> {
  const causes = new Map<ResolvedItem, readonly Problem[]>();
  // The words that may name another school are one value; a school's own objection is made for each line.
  const causeOf = ({ schoolProblem, item }: ResolvedItem) =>
    schoolProblem?.code === 'order-school-unsure' ? schoolProblem : item.school;
  const wrong = items.filter(({ schoolProblem }) => schoolProblem !== null);
  for (const lines of Map.groupBy(wrong, causeOf).values()) {
    const [first] = lines;
    if (!first?.schoolProblem) continue;
    const isUnsure = first.schoolProblem.code === 'order-school-unsure';
    const mention = isUnsure ? first.item : schools[first.item.school ?? -1];
    if (mention === undefined) continue;
    const value = shortened(mention.words, SHOWN_CHARACTERS);
    const where = { file, line: mention.line, record: first.record, column: null, value };
    const waiting = lines.filter(
      ({ problems, item }) => problems.length === 0 && !isLoneMention(item),
    ).length;
    causes.set(first, [{ ...withLines(first.schoolProblem, waiting), where }]);
  }
  return causes;
}

function withLines(found: Problem, lines: number): Problem {
  if (found.code === 'order-school-unknown') return { ...found, args: { ...found.args, lines } };
  return found.code === 'order-school-unsure' ? { ...found, args: { ...found.args, lines } } : found;
}

/** Unread words behind a comma may belong to the street before them. */
function taintBefore(items: readonly ResolvedItem[]): void {
  for (let at = items.length - 1; at > 0; at--) {
    const [before, one] = [items[at - 1], items[at]];
    if (before === undefined || one === undefined || !one.item.weak || !one.item.joined) continue;
    if (one.streets.length === 0 && one.problems.length > 0 && before.problems.length === 0)
      before.problems.push(problem('order-words-unread', { words: quoted(one.item.words) }));
  }
}

/** Words that name a school but speak of houses may take them out of the street before: it waits for them. */
function taintBeforeSchools({ schools }: OrderReading, items: readonly ResolvedItem[]): void {
  for (const [at, { item, schoolProblem }] of items.entries()) {
    const before = items[at - 1];
    if (before === undefined || item.school === null || before.item.school === item.school) continue;
    const words = schools[item.school]?.words ?? '';
    if (schoolProblem !== null && before.problems.length === 0 && speaksOfHouses(words))
      before.problems.push(problem('order-words-unread', { words: quoted(words) }));
  }
}

function requestOf(file: string, one: ResolvedItem): BindingRequest | null {
  if (one.found === null || one.school === null) return null;
  const { spelled, houses } = one.found;
  const row = {
    line: one.item.line,
    place: (column: string) => ({ ...placeOf(file, one), column }),
  };
  return { school: one.school.code, street: spelled, houses, row };
}

function lineOf(one: ResolvedItem, { schools }: OrderReading): OrderLine {
  const { item, school, found } = one;
  const named = item.school === null ? null : (schools[item.school]?.words ?? null);
  const [street] = one.streets;
  const isBound = !fails(one) && found !== null;
  return {
    school: school?.code ?? named,
    line: item.line,
    written: item.words,
    street: street === undefined || one.streets.length > 1 ? null : streetLabel(street),
    houses: isBound ? found.list.set : null,
    parts: isBound ? found.list.parts : [],
  };
}

function placeOf(file: string, { item, record }: ResolvedItem): Place {
  return { file, line: item.line, record, column: null, value: shortened(item.words, SHOWN_CHARACTERS) };
}

function preambleWarning(
  file: string,
  { schools }: OrderReading,
  skipped: ReadonlySet<ResolvedItem>,
  kept: readonly ResolvedItem[],
): Problem[] {
  const [first] = [...skipped].map(({ item }) => item.line);
  if (first === undefined) return [];
  const next = [...schools.slice(0, 1), ...kept.slice(0, 1).map(({ item }) => item)].map(({ line }) => line);
  const to = Math.max(first, Math.min(...next) - 1);
  const where = { file, line: first, record: null, column: null, value: null };
  return [warning('order-preamble', { from: first, to }, where)];
}
