import { type HouseWords, houseWords } from '../house-words.ts';
import { ablative, dative } from './numeral-case.ts';

const ODD = 'тақ';
const EVEN = 'жұп';

export const houses: HouseWords = houseWords({
  none: 'бірде-бір үй жоқ',
  wholeStreet: 'барлық үйлер',
  wholeSide: { odd: 'тақ жағы', even: 'жұп жағы' },
  ofSide: { odd: ODD, even: EVEN },
  from: (house, side) => {
    const from = `${ablative(house)} бастап`;
    return side === 'both' ? from : `${side === 'odd' ? ODD : EVEN} ${from}`;
  },
  upTo: house => `${dative(house)} дейін`,
  everySuffix: number => `${number} (барлық корпустары)`,
  except: listed => `мыналардан басқа: ${listed}`,
});
