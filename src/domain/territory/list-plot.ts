import { type Problem, problem, warning } from '../problem.ts';
import { formatHouseNumber, type HouseNumber } from './house-number.ts';
import { contains, type HouseSet } from './house-set.ts';
import type { ListCursor } from './list-cursor.ts';
import { readHouse } from './list-house.ts';
import { endsItem } from './list-item.ts';

/** A plot of land in a house list: `уч18`, `участок 18`. */
export interface Plot {
  readonly words: string;
  readonly house: HouseNumber;
}

/**
 * Reads one plot at the cursor; null and no move when none is there for certain: the abbreviation `уч. 18, 20` may
 * stand for plots, so only `уч18` and the noun in the singular count.
 */
export function readPlot(cursor: ListCursor): Plot | null {
  const start = cursor.at;
  const [noun, number] = [cursor.peek(), cursor.peek(1)];
  const isOne = noun?.key === 'уч' ? number?.gap === false : number?.gap === true;
  if (isOne && cursor.skip('plot')) {
    const read = readHouse(cursor);
    const isHouse = read !== null && !('code' in read) && read.ending === null;
    if (isHouse && endsItem(cursor)) return { words: cursor.quote(start), house: read.house };
  }
  cursor.at = start;
  return null;
}

/**
 * A plot is no house, so it can be left out only where that changes nothing: the house of its number is in the list
 * too, whatever the plot means. Any other makes the list doubtful.
 */
export function judgePlots(plots: readonly Plot[], set: HouseSet): Problem[] {
  return plots.map(({ words, house }) =>
    contains(set, house)
      ? warning('houses-plot', { words, house: formatHouseNumber(house) })
      : problem('houses-not-houses', { words }),
  );
}
