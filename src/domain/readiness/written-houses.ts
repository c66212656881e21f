import { formatHouseNumber, type HouseNumber } from '../territory/house-number.ts';
import { type HouseSet, setFromIntervals } from '../territory/house-set.ts';
import { describeSet, type SetPart } from '../territory/set-parts.ts';

/** A command to paste stays one that a person can read. */
const LONGEST = 300;

/**
 * Houses as the value of `--houses` in a command to paste. Flags are in English in every language, and so are the words
 * here. Of a very long list only so many houses are named as fit: the command mends those, and the next check names more.
 */
export function writtenHouses(set: HouseSet): string {
  for (let { intervals } = set; ; intervals = intervals.slice(0, intervals.length >> 1)) {
    const text = written(describeSet(setFromIntervals(intervals)));
    if (text.length <= LONGEST || intervals.length <= 1) return text;
  }
}

function written(parts: readonly SetPart[]): string {
  const except = parts.flatMap(part => (part.kind === 'except' ? part.houses : []));
  const houses = parts.flatMap(part => (part.kind === 'house' ? [part.house] : []));
  const phrases = [
    ...parts.flatMap(part => phrase(part) ?? []),
    ...(houses.length > 0 ? [listed(houses)] : []),
  ];
  return phrases.join('; ') + (except.length > 0 ? `, except ${listed(except)}` : '');
}

function phrase(part: SetPart): string | null {
  switch (part.kind) {
    case 'whole-street':
      return 'whole street';
    case 'whole-side':
      return `${part.side} side`;
    case 'range': {
      const range = `${formatHouseNumber(part.from)}-${formatHouseNumber(part.to)}`;
      return part.side === 'both' ? range : `${range} ${part.side}`;
    }
    case 'from':
      return `${part.side === 'both' ? '' : `${part.side} `}from ${formatHouseNumber(part.from)} on`;
    case 'up-to':
      return `up to ${formatHouseNumber(part.to)}`;
    case 'whole-number':
      return `${part.number} (all blocks)`;
    case 'house':
    case 'except':
      return null;
  }
}

function listed(houses: readonly HouseNumber[]): string {
  return houses.map(formatHouseNumber).join(', ');
}
