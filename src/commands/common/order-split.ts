import type { StoredStreet } from '../../db/territory.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { type HouseListReading, readHouseList } from '../../domain/territory/house-list.ts';
import { equalSets } from '../../domain/territory/house-set.ts';
import type { OrderItem, OrderSplit } from '../../domain/territory/order/order-item.ts';
import { findStreet, type StreetIndex } from '../../domain/territory/street-index.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';

/** A street of an order that the list knows. */
export interface FoundStreet {
  /** the spelling by which the list knows it */
  readonly spelled: string;
  readonly street: StoredStreet;
  readonly houses: string;
  readonly list: HouseListReading;
}

/** How an item is to be read, or why it cannot be; `streets` are those that it may speak of. */
export type SplitChoice =
  | { readonly ok: true; readonly found: FoundStreet }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly streets: readonly StoredStreet[];
      /** what to correct: the likeliest street and houses */
      readonly likely: { readonly street: string; readonly houses: string };
    };

/**
 * Chooses the one way to read an item in which the list knows the street and the houses can be read. Two such ways
 * are a problem: where a name ends is never guessed.
 */
export function chooseSplit(
  item: OrderItem,
  index: StreetIndex<StoredStreet>,
  strictRanges: boolean,
): SplitChoice {
  // Suggestions cost a look at every street: only what is told at last gets them.
  const bare = { ...index, nearest: () => ({ labels: [], ofKind: false }) };
  const found: FoundStreet[] = [];
  const missed: { split: OrderSplit; problem: Problem; list: HouseListReading }[] = [];
  for (const split of item.splits) {
    const list = readHouseList(split.houses, { strictRanges });
    const street = firstKnown(split.streets, bare);
    if ('problem' in street) missed.push({ split, list, problem: street.problem });
    else found.push({ ...street, houses: split.houses, list });
  }
  const [first] = found;
  if (first !== undefined) return among(item, found, first);
  const best = missed.find(({ list }) => isReadable(list)) ?? missed[0];
  const ambiguous =
    missed.find(one => one.problem.code === 'street-ambiguous' && isReadable(one.list)) ?? best;
  const told = ambiguous ? firstKnown(ambiguous.split.streets, index) : null;
  return {
    ok: false,
    problems: told !== null && 'problem' in told ? [told.problem] : [],
    streets: [],
    likely: { street: told?.spelled ?? item.words, houses: ambiguous?.split.houses ?? '' },
  };
}

function among(item: OrderItem, found: readonly FoundStreet[], first: FoundStreet): SplitChoice {
  const readable = found.filter(({ list }) => isReadable(list));
  const [only] = readable;
  const isOne = readable.every(
    one => one.street.street === only?.street.street && equalSets(one.list.set, only.list.set),
  );
  if (only !== undefined && isOne) return { ok: true, found: only };
  const candidates = readable.map(one => [streetLabel(one.street), one.houses].filter(Boolean).join(': '));
  const problems =
    candidates.length > 1
      ? [problem('order-split-unclear', { words: item.words, candidates })]
      : first.list.problems;
  const streets = found.map(({ street }) => street);
  return { ok: false, problems, streets, likely: { street: first.spelled, houses: first.houses } };
}

/** The first spelling that the list knows; one that fits several streets ends the search. */
function firstKnown(
  spellings: readonly string[],
  index: StreetIndex<StoredStreet>,
):
  | { readonly spelled: string; readonly street: StoredStreet }
  | { readonly spelled: string; readonly problem: Problem } {
  let failure: { spelled: string; problem: Problem } | null = null;
  for (const spelled of spellings) {
    const read = findStreet(spelled, index);
    if (read.ok) return { spelled, street: read.value };
    if (read.problem.code === 'street-ambiguous') return { spelled, problem: read.problem };
    failure = { spelled, problem: read.problem };
  }
  return failure ?? { spelled: '', problem: problem('street-unknown', { text: '', nearest: [] }) };
}

function isReadable({ problems }: HouseListReading): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}
