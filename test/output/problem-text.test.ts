import { describe, expect, it } from 'vitest';
import { type Place, type Problem, problem, warning } from '../../src/domain/problem.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { groupByCause } from '../../src/output/problem-causes.ts';
import { formatProblems } from '../../src/output/problem-text.ts';
import { makeStyle } from '../../src/output/style.ts';
import { growth, LINEAR } from '../support/work.ts';

const style = makeStyle(false);
const en = await loadCatalogue('en');

function at(record: number, column: string | null = 'Мекеме', value: string | null = null): Place {
  return { file: 'staff.csv', line: record + 1, record, column, value };
}

function unknownOrg(text: string, ...records: readonly number[]): Problem[] {
  return records.map(record => problem('org-unknown', { text, nearest: [] }, at(record)));
}

const onTerminal = (problems: readonly Problem[]) => formatProblems(problems, en, style, true);
const inPipe = (problems: readonly Problem[]) => formatProblems(problems, en, style, false);

describe('problems by cause', () => {
  it('counts the rows that fail for one cause alone', () => {
    const twice = problem('role-unknown', { value: 'x', allowed: ['admin'] }, at(3, 'Рөлі'));
    const [orgs, roles] = groupByCause([...unknownOrg('мектеп', 1, 2, 3), twice]);
    expect(orgs?.causes.map(({ onlyHere, problems }) => [onlyHere, problems.length])).toEqual([[2, 3]]);
    expect(roles?.causes.map(({ onlyHere }) => onlyHere)).toEqual([0]);
  });

  it('blames no cell for the rows that hold the same', () => {
    const names = [1, 2].map(record => problem('name-digits', { value: 'Әли7' }, at(record, 'Тегі')));
    expect(groupByCause(names)[0]?.causes.map(({ onlyHere }) => onlyHere)).toEqual([0]);
    expect(onTerminal(names)).toContain('  2 places: staff.csv:2 Тегі, 3');
  });

  it('takes a column without a header for one cause, whatever it holds', () => {
    const cells = ['Асқар', 'Дана', 'Дана'].map((value, i) =>
      problem('cell-without-header', { position: 3, value }, at(i + 1, null, value)),
    );
    const other = problem('cell-without-header', { position: 4, value: 'Дана' }, at(9, null));
    const [group] = groupByCause([...cells, other]);
    expect(group?.causes.map(({ onlyHere }) => onlyHere)).toEqual([3, 1]);
  });

  it('keeps apart what another name, or a warning, makes another cause', () => {
    const groups = groupByCause([
      ...unknownOrg('бір', 1),
      ...unknownOrg('екі', 2),
      warning('row-duplicate', { first: 2 }, at(4)),
    ]);
    expect(groups.map(({ causes, size }) => [causes.length, size])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it('takes work that grows with the number of the problems', () => {
    const many = (size: number) =>
      Array.from({ length: size }, (_, i) =>
        i % 2 === 0
          ? problem('org-unknown', { text: `мектеп ${i % 7}`, nearest: [] }, at(i + 1))
          : problem('iin-check-digit', { value: String(i) }, at(i + 1, 'ЖСН')),
      );
    expect(onTerminal(many(20_000)).split('\n').length).toBeLessThan(60);
    expect(inPipe(many(20_000)).split('\n').length).toBeGreaterThan(20_000);
    expect(growth(size => onTerminal(many(size)), 3_000)).toBeLessThan(LINEAR);
    expect(growth(size => inPipe(many(size)), 3_000)).toBeLessThan(LINEAR);
  });
});

describe('problems on a terminal', () => {
  it('tell a cascade once, with its count, its first places and its fix', () => {
    const rows = Array.from({ length: 412 }, (_, i) => i + 1);
    const text = onTerminal(unknownOrg('№ 9 мектеп', ...rows)).split('\n');
    expect(text).toHaveLength(4);
    expect(text[0]).toMatch(/^✗ .*№ 9 мектеп/u);
    expect(text[1]).toBe('  412 rows fail only because of this: staff.csv:2 Мекеме, 3, 4, 5, 6 …');
    expect(text[2]).toMatch(/^ {2}What to do: /);
  });

  it('tell a single problem in one line with its place', () => {
    const [line] = onTerminal(unknownOrg('мектеп', 1)).split('\n');
    expect(line).toMatch(/^✗ staff\.csv:2 Мекеме: /u);
  });

  it('say how many more of one kind there are, above the fix that is common to all', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      problem('iin-check-digit', { value: String(i) }, at(i + 1, 'ЖСН')),
    );
    const text = onTerminal(many).trimEnd().split('\n');
    expect(text).toHaveLength(12);
    expect(text[10]).toContain('20');
    expect(text[11]).toMatch(/^ {2}What to do: /);
  });

  it('name the column anew where it is another', () => {
    const missing = (record: number, column: string) =>
      problem('cell-missing', { field: 'iin' }, at(record, column));
    expect(onTerminal([missing(1, 'ЖСН'), missing(2, 'ИИН')])).toContain('staff.csv:2 ЖСН, staff.csv:3 ИИН');
  });
});

describe('problems in a pipe', () => {
  it('have a line each, and the causes counted at the end', () => {
    const text = inPipe([...unknownOrg('мектеп', 1, 2, 3), ...unknownOrg('гимназия', 4)]);
    expect(text.match(/^✗ staff\.csv:\d+ Мекеме: /gmu)).toHaveLength(4);
    const summary = text.slice(text.indexOf('By cause:'));
    expect(summary.trimEnd().split('\n')).toEqual([
      'By cause:',
      '✗ org-unknown: 4 places.',
      expect.stringMatching(/^ {2}.*мектеп.* 3 rows fail only because of this\.$/u),
    ]);
  });

  it('are added up once for a code that is mended cell by cell', () => {
    const names = ['Ир?на', 'Ир?на', 'С?уле'].map((value, i) =>
      problem('name-lost-letters', { value }, at(i + 1, 'Аты', value)),
    );
    const text = inPipe(names);
    expect(text.slice(text.indexOf('By cause:'))).toBe('By cause:\n✗ name-lost-letters: 3 places.\n');
  });

  it('have no summary where nothing repeats', () => {
    expect(inPipe(unknownOrg('мектеп', 1))).not.toContain('By cause');
  });
});

it.each(LANGUAGES)('the counts of causes have their forms in %s', async language => {
  const { reports } = await loadCatalogue(language);
  for (const n of [1, 2, 5, 21]) {
    expect(reports.samePlaces(n)).toContain(String(n));
    expect(reports.onlyCause(n, n)).toContain(String(n));
    expect(reports.onlyCause(n, n + 30)).toContain(String(n + 30));
  }
  if (language !== 'kk') expect(reports.onlyCause(1, 1)).not.toBe(reports.onlyCause(2, 2).replace('2', '1'));
});
