import type { Side } from '../domain/territory/house-cuts.ts';
import { formatHouseNumber, type HouseNumber } from '../domain/territory/house-number.ts';
import type { SetPart } from '../domain/territory/set-parts.ts';

/** Writes house sets for people. What it writes, the reader of house lists reads as the same set. */
export interface HouseWords {
  /** The description of a set (domain/territory/set-parts describeSet) as one line. */
  readonly print: (parts: readonly SetPart[]) => string;
}

/** The phrases of one language; houses come to them already written (`12А`, `4 к1`). */
export interface HousePhrases {
  readonly none: string;
  readonly wholeStreet: string;
  readonly wholeSide: Readonly<Record<Side, string>>;
  /** after a range that is on one side only */
  readonly ofSide: Readonly<Record<Side, string>>;
  readonly from: (house: string, side: Side | 'both') => string;
  readonly upTo: (house: string) => string;
  readonly everySuffix: (number: string) => string;
  readonly except: (houses: string) => string;
}

/** Joins the phrases: ranges by semicolons, houses by commas, exceptions at the end after a comma. */
export function houseWords(phrases: HousePhrases): HouseWords {
  return {
    print: parts => {
      if (parts.length === 0) return phrases.none;
      const exception = parts.find(part => part.kind === 'except');
      const houses = parts.flatMap(part => (part.kind === 'house' ? [part.house] : []));
      const phrasesBefore = parts.flatMap(part => phrase(part, phrases) ?? []);
      if (houses.length > 0) phrasesBefore.push(listed(houses));
      const before = phrasesBefore.join('; ');
      return exception ? `${before}, ${phrases.except(listed(exception.houses))}` : before;
    },
  };
}

function phrase(part: SetPart, phrases: HousePhrases): string | null {
  switch (part.kind) {
    case 'whole-street':
      return phrases.wholeStreet;
    case 'whole-side':
      return phrases.wholeSide[part.side];
    case 'range': {
      const range = `${formatHouseNumber(part.from)}–${formatHouseNumber(part.to)}`;
      const { from, to } = part;
      // a block after a dash belongs to the house before it; of one number there is one side
      const isOneNumber = from.number === to.number && (from.block === '' || to.block !== '');
      return part.side === 'both' || isOneNumber ? range : `${range} ${phrases.ofSide[part.side]}`;
    }
    case 'from':
      return phrases.from(formatHouseNumber(part.from), part.side);
    case 'up-to':
      return phrases.upTo(formatHouseNumber(part.to));
    case 'whole-number':
      return phrases.everySuffix(String(part.number));
    case 'house':
    case 'except':
      return null;
  }
}

function listed(houses: readonly HouseNumber[]): string {
  return houses.map(formatHouseNumber).join(', ');
}
