import { type HouseWords, houseWords } from '../house-words.ts';

const ODD = 'нечётные';
const EVEN = 'чётные';

export const houses: HouseWords = houseWords({
  none: 'ни одного дома',
  wholeStreet: 'вся улица',
  wholeSide: { odd: 'нечётная сторона', even: 'чётная сторона' },
  ofSide: { odd: ODD, even: EVEN },
  from: (house, side) =>
    side === 'both' ? `с ${house} и далее` : `${side === 'odd' ? ODD : EVEN} с ${house} и далее`,
  upTo: house => `до ${house}`,
  everySuffix: number => `${number} (все корпуса)`,
  except: listed => `кроме ${listed}`,
});
