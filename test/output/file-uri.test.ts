import { expect, it } from 'vitest';
import { columnName } from '../../src/commands/common/cell-finder.ts';
import { fileUri } from '../../src/output/file-uri.ts';

it.each([
  ['staff.csv', 'staff.csv'],
  ['./staff.csv', 'staff.csv'],
  ['мектеп 3/staff#1.csv', `${encodeURIComponent('мектеп 3')}/staff%231.csv`],
  ['../staff.csv', '../staff.csv'],
  ['/home/op/files/staff.csv', 'files/staff.csv'],
  ['/srv/өз/staff.csv', 'file:///srv/%D3%A9%D0%B7/staff.csv'],
  ['-', 'stdin'],
])('the file %s is %s to whoever reads the document', (file, uri) => {
  expect(fileUri(file, '/home/op')).toBe(uri);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i of a sheet is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});
