import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { readHouseList } from '../../domain/territory/house-list.ts';
import { quoted } from '../../domain/territory/order/order-draft.ts';
import type { OrderItem, OrderReading } from '../../domain/territory/order/order-item.ts';
import { takesAway } from '../../domain/territory/order/order-verbs.ts';
import { type Reach, reachOf } from '../../domain/territory/order/unread-part.ts';
import type { ResolvedItem } from './order-resolver.ts';

/** A heading without a street below it. */
const LONE = {
  splits: [],
  weak: false,
  joined: false,
  sentence: null,
  lastSentence: null,
  lines: [],
  doubt: null,
} as const;

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
    mentioned[school]?.ok === false && !used.has(school) ? [{ ...LONE, line, school, words }] : [],
  );
  const place = ({ school }: OrderItem) => school ?? -1;
  return lone.length === 0 ? items : [...items, ...lone].sort((a, b) => place(a) - place(b));
}

/** Words that were not read, and the problem that all share whose school is not certain because of them. */
interface UnreadPart {
  readonly at: number;
  readonly of: ResolvedItem;
  readonly cause: Problem;
  /** it speaks of all that follow, whatever school is named */
  readonly ofAll: boolean;
  /** null where it goes on to the next school */
  readonly sentence: number | null;
}

/**
 * Words that were not read may have named another school: what follows belongs to nobody until a school is named
 * that is known, nor does what stands before them in the same sentence.
 */
export function behindUnread(items: readonly ResolvedItem[]): ResolvedItem[] {
  const held = new Map<number, UnreadPart>();
  let unread: UnreadPart | null = null;
  let begun = false;
  items.forEach((one, at) => {
    if (unread !== null && one.item.school !== unread.of.item.school && !unread.ofAll) unread = null;
    begun ||= one.item.school !== null || one.streets.length > 0;
    if (isOver(unread, one)) unread = null;
    if (unread !== null) held.set(at, unread);
    const ofAll = takesAway(one.item.words) && one.item.school === null;
    if (!(begun || ofAll) || unread?.ofAll) return;
    const reach = reachOfItem(one);
    if (reach === null || (reach === 'sentence' && unread !== null)) return;
    const sentence = reach === 'sentence' ? one.item.lastSentence : null;
    unread = { at, of: one, cause: causeOf(one), ofAll, sentence };
    for (const before of sentenceBefore(items, at, held)) held.set(before, unread);
  });
  return items.map((one, at) => {
    const part = held.get(at);
    return part === undefined ? one : ofNobody(one, part.cause);
  });
}

/** The places of the items that stand before one in its sentence, under the same school. */
function sentenceBefore(
  items: readonly ResolvedItem[],
  at: number,
  held: ReadonlyMap<number, unknown>,
): number[] {
  const { sentence, school } = items[at]?.item ?? { sentence: null, school: null };
  const before: number[] = [];
  for (let place = at - 1; sentence !== null && place >= 0; place--) {
    const item = items[place]?.item;
    // What is held already held all before it.
    if (item?.sentence !== sentence || item.school !== school || held.has(place)) break;
    before.push(place);
  }
  return before;
}

function causeOf({ item }: ResolvedItem): Problem {
  return problem('order-school-unsure', { words: quoted(item.words), line: item.line, lines: 0 });
}

function ofNobody(one: ResolvedItem, schoolProblem: Problem): ResolvedItem {
  if (one.schoolProblem !== null) return one;
  const perhaps = one.school?.code ?? one.perhaps;
  return { ...one, school: null, schoolWords: null, found: null, schoolProblem, perhaps };
}

function reachOfItem(one: ResolvedItem): Reach {
  const { item, streets, problems, schoolProblem, likely } = one;
  if (problems.length === 0 || schoolProblem !== null) return null;
  const houses = item.splits[0]?.houses ?? '';
  const isNear = problems.some(found => found.code === 'street-unknown' && found.args.nearest.length > 0);
  const isKnown = streets.length > 0;
  const isList = !readHouseList(houses).problems.some(({ severity }) => severity === 'error');
  return reachOf({ item, houses: isKnown ? likely.houses : houses, isList, isKnown, isNear });
}

/** Whether what was not read speaks of its own sentence alone, and another one has begun. */
function isOver(unread: UnreadPart | null, { item }: ResolvedItem): boolean {
  const sentence = unread?.sentence ?? null;
  return sentence !== null && sentence !== item.sentence;
}
