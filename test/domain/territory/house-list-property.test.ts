import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { formatHouseNumber } from '../../../src/domain/territory/house-number.ts';
import {
  contains,
  emptySet,
  isEmptySet,
  minus,
  setToText,
  union,
} from '../../../src/domain/territory/house-set.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import { houses as en } from '../../../src/locales/en/houses.ts';
import { houses as kk } from '../../../src/locales/kk/houses.ts';
import { houses as ru } from '../../../src/locales/ru/houses.ts';
import { ASKED, writtenList } from './arbitrary-lists.ts';

describe('a list in three languages at once', () => {
  it('names the houses that a naive model of it names', () => {
    fc.assert(
      fc.property(writtenList, ({ text, has }) => {
        const { set, problems } = readHouseList(text);
        expect({ text, errors: problems.filter(({ severity }) => severity === 'error') }).toEqual({
          text,
          errors: [],
        });
        const wrong = ASKED.filter(house => contains(set, house) !== has(house));
        expect({ text, wrong: wrong.map(formatHouseNumber) }).toEqual({ text, wrong: [] });
      }),
      { numRuns: 1500 },
    );
  });

  it('is printed so that it is read as the same houses in every language', () => {
    fc.assert(
      fc.property(writtenList, ({ text }) => {
        const { set } = readHouseList(text);
        fc.pre(!isEmptySet(set));
        for (const { print } of [kk, ru, en]) {
          const printed = print(describeSet(set));
          const again = readHouseList(printed);
          expect({ printed, set: setToText(again.set) }).toEqual({ printed, set: setToText(set) });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the sum of its parts less its exceptions, each quoted from the text', () => {
    fc.assert(
      fc.property(writtenList, ({ text }) => {
        const { set, parts } = readHouseList(text);
        const sum = parts.reduce(
          (before, part) => (part.effect === 'add' ? union : minus)(before, part.set),
          emptySet,
        );
        expect(setToText(sum)).toBe(setToText(set));
        for (const { words } of parts) expect(text.replace(/\s+/g, ' ')).toContain(words);
      }),
      { numRuns: 500 },
    );
  });
});
