import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longCut, shortCut } from '../../../src/domain/territory/cut-text.ts';
import { numberAtCut } from '../../../src/domain/territory/house-cuts.ts';
import type { HouseNumber } from '../../../src/domain/territory/house-number.ts';
import { compareHouseNumbers, houseKey, houseOfKey } from '../../../src/domain/territory/house-order.ts';
import {
  type HouseSet,
  setFromIntervals,
  setFromText,
  setToText,
} from '../../../src/domain/territory/house-set.ts';
import { anyHouse, modelledSet } from './arbitrary-sets.ts';

/** The same by regular expressions: slower by far, and plain to see. */
const former = {
  short: (cut: string) => cut.replace(/(^|\.)0+/g, '$1'),
  long(text: string): string | null {
    const cut = text.replace(/\d+/g, digits => digits.padStart(6, '0'));
    return /^(?:~|\d{6}(?:\.\p{Lu}?(?:\.[\d\p{Lu}]*){0,2})?)$/u.test(cut) ? cut : null;
  },
  key(house: HouseNumber): string {
    const parts = [String(house.number), house.letter, house.fraction, house.block].map(part =>
      part.replace(/^\d+/, digits => digits.padStart(6, '0')),
    );
    while (parts.at(-1) === '') parts.pop();
    return parts.join('.');
  },
  set(text: string): HouseSet {
    const sides = text === '' ? [] : text.split(';');
    return setFromIntervals(
      sides.flatMap(part => {
        const [side, list = ''] = part.split(':');
        return list.split(',').map(pair => {
          const [lo, hi] = pair.split('-').map(former.long);
          if ((side !== 'odd' && side !== 'even') || !lo || !hi) throw new Error('not a stored house set');
          return { side, lo, hi };
        });
      }),
    );
  },
};

const many = { numRuns: 2000 };
/** Texts of what cuts are made of, right and wrong. */
const nearCut = fc.string({ unit: fc.constantFrom(...'001239.АӨ~-'), maxLength: 14 });
const nearSet = fc
  .array(fc.constantFrom('odd:', 'even:', ';', ',', '-', '~', '1', '12', '7', '.', 'А', '0', 'x'), {
    maxLength: 14,
  })
  .map(pieces => pieces.join(''));

describe('texts of cuts and sets, read by hand', () => {
  it('are the cuts of the regular expressions, and none where those find none', () => {
    fc.assert(
      fc.property(nearCut, text => {
        expect(longCut(text)).toBe(former.long(text));
      }),
      many,
    );
  });

  it('are the sets of the regular expressions, whatever is joined or out of order', () => {
    const read = (by: (text: string) => HouseSet, text: string) => {
      try {
        return by(text);
      } catch {
        return 'not a stored house set';
      }
    };
    fc.assert(
      fc.property(
        fc.oneof(
          nearSet,
          fc
            .array(modelledSet, { maxLength: 3 })
            .map(sets => sets.map(({ set }) => setToText(set)).join(';')),
        ),
        text => {
          expect(read(setFromText, text)).toEqual(read(former.set, text));
        },
      ),
      many,
    );
  });

  it('are the keys of the regular expressions, short and long', () => {
    fc.assert(
      fc.property(anyHouse, house => {
        const key = houseKey(house);
        expect(key).toBe(former.key(house));
        expect(shortCut(key)).toBe(former.short(key));
        expect(longCut(shortCut(key))).toBe(key);
        expect(houseOfKey(key)).toEqual(house);
        expect(numberAtCut(key)).toBe(/^\d+$/.test(key) ? house.number : null);
      }),
      many,
    );
  });

  it('keep the order of the keys', () => {
    fc.assert(
      fc.property(anyHouse, anyHouse, (a, b) => {
        const [keyA, keyB] = [former.key(a), former.key(b)];
        expect(Math.sign(compareHouseNumbers(a, b))).toBe(keyA < keyB ? -1 : keyA > keyB ? 1 : 0);
      }),
      many,
    );
  });
});
