import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { formatHouseNumber } from '../../../src/domain/territory/house-number.ts';
import {
  type HouseSet,
  isEmptySet,
  setToText,
  singleHouse,
} from '../../../src/domain/territory/house-set.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import { houses as en } from '../../../src/locales/en/houses.ts';
import { houses as kk } from '../../../src/locales/kk/houses.ts';
import { houses as ru } from '../../../src/locales/ru/houses.ts';
import { anyHouse, crowdedSet, modelledSet } from './arbitrary-sets.ts';

const anySet: fc.Arbitrary<HouseSet> = fc
  .oneof(
    modelledSet.map(({ set }) => set),
    crowdedSet,
  )
  .filter(set => !isEmptySet(set));

describe('what is printed', () => {
  it.each([
    ['English', en],
    ['Russian', ru],
    ['Kazakh', kk],
  ])('in %s is read as the same set', (_, words) => {
    fc.assert(
      fc.property(anySet, set => {
        const printed = words.print(describeSet(set));
        const { set: read, problems } = readHouseList(printed);
        expect({ printed, set: setToText(read), problems }).toEqual({
          printed,
          set: setToText(set),
          problems: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('of one house is read as that house', () => {
    fc.assert(
      fc.property(anyHouse, house => {
        expect(readHouseList(formatHouseNumber(house)).set).toEqual(singleHouse(house));
      }),
    );
  });
});

const PIECES =
  '1 2 12 45 0 007 а с к к. 1а / - – , ; . : ( ) « " № дома нечет чет все кроме басқа и до по с от дейін бастап -дан ден \n СНТ щука уч18 всего новостройка корпуса 1-корпус аралығы мен только тек through конца end'.split(
    ' ',
  );

describe('any text', () => {
  it('is read without a crash, and with a set only where nothing is wrong', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map(pieces => pieces.join(' ')),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(anyText, text => {
        const { set, problems } = readHouseList(text);
        if (problems.some(({ severity }) => severity === 'error')) expect(isEmptySet(set)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
