import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { quoted } from '../../domain/territory/order/order-draft.ts';
import type { OrderItem, OrderReading } from '../../domain/territory/order/order-item.ts';
import { openingOf } from '../../domain/territory/order/order-opening.ts';
import { namesSchool, namesStreetKind, schoolWordEnd } from '../../domain/territory/order/school-words.ts';
import type { ResolvedItem } from './order-resolver.ts';

/** Whether an item is nothing but a heading without a street below it. */
export function isLoneMention({ splits, doubt, weak }: OrderItem): boolean {
  return splits.length === 0 && doubt === null && !weak;
}

/** The items of an order, and with them each heading that was not understood and has no street to tell it at. */
export function withLoneMentions(
  { schools, items }: OrderReading,
  mentioned: readonly Reading<unknown>[],
): readonly OrderItem[] {
  const used = new Set(items.map(({ school }) => school));
  const lone = schools.flatMap(({ words, line }, school) =>
    mentioned[school]?.ok === false && !used.has(school)
      ? [{ line, school, words, splits: [], weak: false, joined: false, doubt: null }]
      : [],
  );
  const place = ({ school }: OrderItem) => school ?? -1;
  return lone.length === 0 ? items : [...items, ...lone].sort((a, b) => place(a) - place(b));
}

/**
 * Words that were not read may have named another school: what follows belongs to nobody until a school is named
 * that is known.
 */
export function behindUnread(items: readonly ResolvedItem[]): ResolvedItem[] {
  let unread: ResolvedItem | null = null;
  let named: number | null = null;
  let begun = false;
  return items.map(one => {
    if (one.item.school !== named) unread = null;
    named = one.item.school;
    begun ||= named !== null || one.streets.length > 0;
    const before = unread;
    if (begun && mayBeHeading(one)) unread = one;
    return before === null ? one : ofNobody(one, before.item.line);
  });
}

function ofNobody(one: ResolvedItem, line: number): ResolvedItem {
  const problems: Problem[] = [
    ...one.problems,
    problem('order-school-unsure', { words: quoted(one.item.words), line }),
  ];
  return { ...one, school: null, schoolWords: null, found: null, problems };
}

/** Words at the beginning of a line, or with a school among them, that are no street with its houses. */
function mayBeHeading({ item, streets, problems, schoolProblem }: ResolvedItem): boolean {
  if (streets.length > 0 || problems.length === 0 || schoolProblem !== null) return false;
  if (namesSomething(item.words)) return true;
  if (!item.weak || item.joined) return false;
  return problems.some(({ code }) => code === 'order-words-unread') || /:\s*(?:$|\D)/u.test(item.words);
}

/** A school, or whatever else is no street, before the first kind of street; streets stand behind its colon. */
function namesSomething(words: string): boolean {
  if (namesSchool(words) && !namesStreetKind(words.slice(0, schoolWordEnd(words) ?? 0))) return true;
  const colon = words.indexOf(':');
  if (colon < 0 || namesStreetKind(words.slice(0, colon))) return false;
  return openingOf(words.slice(colon + 1)) !== 'houses';
}
