import type { HouseSet } from '../domain/territory/house-set.ts';
import type { OrderLine } from '../domain/territory/order/order-line.ts';
import { describeSet } from '../domain/territory/set-parts.ts';
import { shortened } from '../domain/text/shortened.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { formatTable } from './table.ts';

/** A longer text pushes the reading beside it off the screen. */
const WRITTEN_CHARACTERS = 60;

/** How an order was read, as JSON: every street with the words it was read from. */
export function orderJson(lines: readonly OrderLine[], catalogue: Catalogue) {
  const print = (set: HouseSet) => catalogue.houses.print(describeSet(set));
  return lines.map(({ school, line, written, street, houses, parts }) => ({
    school,
    line,
    written,
    street,
    houses: houses === null ? null : print(houses),
    parts: parts.map(({ words, effect, set }) => ({ words, effect, houses: print(set) })),
  }));
}

/** The same for people: what was written, the street, and its houses as read. */
export function formatOrder(
  lines: readonly OrderLine[],
  { reports, fields, houses: words }: Catalogue,
  width: number | null = null,
): string {
  const header = [reports.orderLine, fields.school, reports.orderWritten, fields.street, fields.houses];
  const rows = lines.map(({ school, line, written, street, houses }) => [
    String(line),
    shortened(school ?? '–', WRITTEN_CHARACTERS),
    shortened(written, WRITTEN_CHARACTERS),
    street ?? '–',
    houses === null ? reports.orderUnread : words.print(describeSet(houses)),
  ]);
  return rows.length === 0 ? '' : formatTable(header, rows, width);
}
