import { type HouseWords, houseWords } from '../house-words.ts';

export const houses: HouseWords = houseWords({
  none: 'no houses',
  wholeStreet: 'whole street',
  wholeSide: { odd: 'odd side', even: 'even side' },
  ofSide: { odd: 'odd', even: 'even' },
  from: (house, side) => (side === 'both' ? `from ${house} on` : `${side} from ${house} on`),
  upTo: house => `up to ${house}`,
  everySuffix: number => `${number} (all blocks)`,
  except: listed => `except ${listed}`,
});
