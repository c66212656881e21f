import type { ChangeResult } from '../../change/request.ts';
import type { Context } from '../../context.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { invalid } from './option-shape.ts';
import type { OptionValues } from './options.ts';
import type { OrderInput } from './order-input.ts';

/** An order on the command line, and what writes what of it was not read. */
export interface OpenedOrder {
  readonly input: OrderInput;
  /** null where nobody asked for it */
  readonly unread: ((result: ChangeResult) => Promise<void>) | null;
}

/** Options that speak of a table or of a single street: an order has neither. */
const NOT_BESIDE = ['file', 'street', 'houses', 'map', 'delimiter', 'sheet', 'rejects'] as const;

/** What of a command line does not go with `--order`, or is idle without it. */
export function orderConflicts(
  options: Pick<OptionValues, 'order' | 'unread' | (typeof NOT_BESIDE)[number]>,
): Problem[] {
  if (options.order === undefined)
    return options.unread === undefined
      ? []
      : [problem('flag-needs', { flag: '--unread', needs: '--order' })];
  return NOT_BESIDE.filter(name => options[name] !== undefined).map(name =>
    problem('flags-conflict', { one: '--order', other: `--${name}` }),
  );
}

/**
 * Opens the order of `--order`, and checks the file of `--unread` before anything is changed. What reads orders is
 * loaded only for them.
 * @throws OperatorError those of OrderInput, flag-invalid, output-in-use, output-unwritable
 */
export async function openOrder(
  context: Context,
  { order, unread, encoding }: Pick<OptionValues, 'order' | 'unread' | 'encoding'>,
): Promise<OpenedOrder> {
  const { OrderInput } = await import('./order-input.ts');
  const input = new OrderInput(context, order ?? '', encoding);
  if (unread === undefined) return { input, unread: null };
  const { checkRejectsFile } = await import('./rejects.ts');
  if (unread === '-') throw invalid('--unread', unread, 'unread.csv');
  const { writeUnread } = await import('./order-unread.ts');
  const target = { file: unread, path: checkRejectsFile(context, unread, input) };
  return { input, unread: result => writeUnread(context, target, input, result) };
}
