import { describe, expect, it } from 'vitest';
import { nearest, nearestBy } from '../../src/domain/nearest.ts';

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
