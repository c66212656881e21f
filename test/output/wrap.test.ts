import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { screenWidth } from '../../src/output/screen-width.ts';
import { formatTable } from '../../src/output/table.ts';
import { wrap } from '../../src/output/wrap.ts';

const WIDTH = 40;
const cell = fc.stringMatching(/^(?:[а-яәіңғүұқөһ0-9–;,]{1,60} ?){0,12}$/u).map(text => text.trim());
const longest = (text: string) => Math.max(...text.split('\n').map(line => stringWidth(line)));
/** A text without its blanks and line ends: what may not be lost. */
const letters = (text: string) => text.replace(/\s/gu, '');

describe('a wrapped text', () => {
  it.each([
    ['1–45 тақ; 2–60 жұп', 10, '', ['1–45 тақ;', '2–60 жұп']],
    ['Үйлер: 1, 3, 5, 7', 12, '  ', ['Үйлер: 1, 3,', '  5, 7']],
    ['ұзынсөзұзынсөз', 6, '', ['ұзынсө', 'зұзынс', 'өз']],
    ['  шегініс бар', 10, '  ', ['  шегініс', '  бар']],
    ['сыяды', 5, '', ['сыяды']],
  ])('%j in %i columns', (text, width, indent, lines) => {
    expect(wrap(text, width, indent).split('\n')).toEqual(lines);
  });

  it('is as it was where nobody knows a width', () => {
    expect(wrap('а '.repeat(500), null)).toBe('а '.repeat(500));
  });

  it('loses nothing and never overflows', () => {
    fc.assert(
      fc.property(cell, fc.integer({ min: 8, max: 60 }), (text, width) => {
        const wrapped = wrap(text, width, '  ');
        expect(letters(wrapped)).toBe(letters(text));
        expect(longest(wrapped)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('a table in a narrow terminal', () => {
  const header = ['Мектеп', 'Көше', 'Үйлер'];

  it('lets a long last column go on below itself', () => {
    const rows = [
      ['s-1', 'Абай', '1–45 тақ; 2–60 жұп; 101, 103, 105'],
      ['s-2', 'Чехов', '1'],
    ];
    expect(formatTable(header, rows, 46).split('\n')).toEqual([
      'Мектеп  Көше   Үйлер',
      's-1     Абай   1–45 тақ; 2–60 жұп; 101, 103,',
      '               105',
      's-2     Чехов  1',
      '',
    ]);
  });

  it('gives each value a line where the columns do not fit', () => {
    const rows = [
      ['school-1', 'Ақжайлау, Нұрсұлтан Назарбаев даңғылы', ''],
      ['school-2', 'Абай көшесі', '1–45 тақ; 2–60 жұп; 101, 103, 105'],
    ];
    expect(formatTable(header, rows, WIDTH).split('\n')).toEqual([
      'Мектеп: school-1',
      'Көше: Ақжайлау, Нұрсұлтан Назарбаев',
      '  даңғылы',
      '',
      'Мектеп: school-2',
      'Көше: Абай көшесі',
      'Үйлер: 1–45 тақ; 2–60 жұп; 101, 103, 105',
      '',
    ]);
  });

  it('loses nothing and never overflows', () => {
    const row = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: 20, max: 120 }), (rows, width) => {
        const table = formatTable(header, rows, width);
        expect(longest(table)).toBeLessThanOrEqual(width);
        for (const text of rows.flat())
          for (const word of text.split(' ')) expect(letters(table)).toContain(word.slice(0, 10));
      }),
    );
  });
});

describe('the width of a screen', () => {
  it.each([
    [{ isTTY: true, columns: 40 }, {}, 40],
    [{ isTTY: true, columns: 0 }, {}, 80],
    [{ isTTY: true, columns: 100 }, { COLUMNS: '40' }, 40],
    [{ isTTY: false }, { COLUMNS: '40' }, 40],
    [{ isTTY: false }, { COLUMNS: '' }, null],
    [{ isTTY: true, columns: 90 }, { COLUMNS: 'wide' }, 90],
    [{ isTTY: true, columns: 3 }, {}, 20],
    [{}, {}, null],
  ])('%j with %j is %s', (screen, env, width) => {
    expect(screenWidth(screen, env)).toBe(width);
  });
});
