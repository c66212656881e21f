import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, nearestBy } from '../../src/domain/nearest.ts';

/** The textbook table, without a bound. */
function plainDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}

describe('the bounded edit distance', () => {
  it.each([
    ['abc', 'abc', 3, 0],
    ['', 'abc', 3, 3],
    ['', 'abc', 2, 3],
    ['абай', 'абая', 1, 1],
    ['school-3', 'shcool-3', 2, 2],
    ['гоголь', 'пушкин', 2, 3],
    ['a', 'b', 0, 1],
  ])('of «%s» and «%s», at most %i, is %i', (one, other, most, expected) => {
    expect(editDistance(one, other, most)).toBe(expected);
  });

  it('is the plain distance up to the bound and one more than the bound past it', () => {
    const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(9), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(plainDistance(one, other), most + 1));
      }),
    );
  });
});

describe('the nearest candidates', () => {
  it.each([
    ['bnd-streets', ['init', 'import-streets', 'bind-streets'], ['bind-streets']],
    ['shool-3', ['school-1', 'school-3', 'department'], ['school-3', 'school-1']],
    ['гогол', ['гагарин', 'гоголь'], ['гоголь']],
    ['ab', ['ba', 'ax', 'xy'], ['ax']],
    ['a', ['b', ''], []],
    ['', ['', 'a'], []],
  ])('to «%s» come best first, without the unlike', (wanted, candidates, expected) => {
    expect(nearest(wanted, candidates)).toEqual(expected);
  });

  it('are no more than asked for, three by default, and keep their order at equal distance', () => {
    const candidates = ['abce', 'abcf', 'abcg', 'abch'];
    expect(nearest('abcd', candidates)).toEqual(['abce', 'abcf', 'abcg']);
    expect(nearest('abcd', candidates, 1)).toEqual(['abce']);
    expect(nearest('abcd', candidates, 0)).toEqual([]);
  });

  it('may be values compared by a text of theirs', () => {
    const found = nearestBy('абай', [{ key: 'жамбыл' }, { key: 'абаи' }], candidate => candidate.key);
    expect(found).toEqual([{ key: 'абаи' }]);
  });
});
