import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, MAX_COLUMNS } from '../../../src/input/xlsx/cell-reference.ts';
import { columnName } from '../../support/workbook.ts';

describe('the column of a cell', () => {
  it.each([
    ['A1', 0],
    ['Z9', 25],
    ['AA10', 26],
    ['ab3', 27],
    ['XFD1048576', 16_383],
    ['XFE1', -1],
    ['ZZZZZZZZ1', -1],
    ['12', -1],
    ['', -1],
  ])('%s is %i', (reference, column) => {
    expect(columnOf(reference)).toBe(column);
  });

  it('is found from any name', () => {
    fc.assert(
      fc.property(fc.nat(MAX_COLUMNS - 1), fc.nat(1_048_575), (column, row) => {
        expect(columnOf(`${columnName(column)}${row + 1}`)).toBe(column);
      }),
    );
  });
});
