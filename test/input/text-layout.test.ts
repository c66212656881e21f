import { describe, expect, it } from 'vitest';
import { roleFile } from '../../src/input/role-file.ts';
import { lineEndOf, sepLineOf } from '../../src/input/text-layout.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllRows } from './read-all.ts';

describe('a sep= line', () => {
  it.each([
    ['sep=;\r\n', ';', 7],
    ['SEP=,\nИИН', ',', 6],
    ['"sep=;"\r\nИИН', ';', 9],
    ['sep=\t\r', '\t', 6],
    ['sep=;;;;\n', ';', 9],
    ['sep=|', '|', 5],
  ])('%j names %j', (text, delimiter, length) => {
    expect(sepLineOf(Buffer.from(text))).toEqual({ delimiter, length });
  });

  it.each(['ИИН;sep=;\n', 'separator;ИИН\n', 'sep=;ИИН\n', 'sep=\n', ''])('%j is none', text => {
    expect(sepLineOf(Buffer.from(text))).toBeNull();
  });

  const table = (sep: string, d: string) => bytesSource(`${sep}ИИН${d}Роль\r\n1${d}2\r\n`);

  it('wins over the delimiter that the header shows', async () => {
    const { problems } = await readAllRows(table('sep=,\r\n', ';'), roleFile.spec);
    const args = { headers: ['ИИН;Роль'] };
    expect(problems).toMatchObject([{ code: 'header-unrecognised', args, where: { line: 2 } }]);
  });

  it('gives way to the delimiter of the command line, and is no header then either', async () => {
    const options = { delimiter: ';' };
    for (const sep of ['sep=,\r\n', 'sep=|\r\n']) {
      const { info, rows, problems } = await readAllRows(table(sep, ';'), roleFile.spec, options);
      expect([problems, info?.delimiter, info?.sep]).toEqual([[], ';', true]);
      expect(rows.map(row => row.line)).toEqual([3]);
    }
  });
});

describe('the line end of a text', () => {
  it.each([
    ['a;b\r\nc\n', '\r\n'],
    ['a;b\nc\r\n', '\n'],
    ['a;b\rc\n', '\r'],
    ['"a\nb";c\r\n', '\r\n'],
    ['"a ""x""\nb"\r', '\r'],
    ['a;b', '\r\n'],
  ])('%j ends lines with %j', (text, end) => {
    expect(lineEndOf(Buffer.from(text))).toBe(end);
  });
});
