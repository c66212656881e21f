import type { StoredOrg } from '../../db/organisations.ts';
import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { quoted } from '../../domain/territory/order/order-draft.ts';
import type { OrderItem } from '../../domain/territory/order/order-item.ts';
import { schoolObjection } from './binding-request.ts';
import type { SplitChoice } from './order-split.ts';

/** What is wrong with the school of an item; null for nothing. */
export function objection(
  item: OrderItem,
  named: Reading<StoredOrg> | null,
  only: StoredOrg | null,
): Problem | null {
  if (named === null)
    return only === null ? problem('order-without-school', { words: quoted(item.words) }) : null;
  return named.ok ? schoolObjection(named.value, only) : named.problem;
}

/** A name put together from two lines may be two streets: what it is like would lose one of them. */
function ofOneLine(found: Problem, { lines }: OrderItem): Problem {
  if (found.code !== 'street-unknown' || lines.length < 2) return found;
  const last = found.args.text.split(' ').at(-1) ?? '';
  if (lines[0]?.includes(last)) return found;
  return { ...found, args: { ...found.args, nearest: [], acceptable: false } };
}

/** A name that is no street, without houses and unlike any street, is perhaps no name at all. */
export function unread(item: OrderItem, choice: Extract<SplitChoice, { ok: false }>): readonly Problem[] {
  const problems = choice.problems.map(found => ofOneLine(found, item));
  const [first] = problems;
  const isNothing =
    first === undefined || (item.weak && first.code === 'street-unknown' && first.args.nearest.length === 0);
  return isNothing ? [problem('order-words-unread', { words: quoted(item.words) })] : problems;
}
