import { foldWord, roleOf } from '../list-vocabulary.ts';
import { openingOf, orderWords } from './order-opening.ts';
import { namesSchool } from './school-words.ts';

/** One street of a table, its cells put together from the lines they go over. */
export interface TableEntry {
  readonly line: number;
  /** the words of the school's cell; null for the same school as before */
  readonly school: { readonly words: string; readonly line: number } | null;
  readonly street: string;
  readonly houses: string;
}

/** A table kept with pipes: its rows, or null where no header names the columns of streets and houses. */
export type PipeTable = readonly TableEntry[] | null;

const STREET = /^(?:улиц|көше|street|наименование улиц|название улиц)/iu;
const HOUSES = /(?:дом|үй|house)/iu;
const SCHOOL = /школ|мектеп|мектеб|наименование|учрежден|организац|ұйым|school/iu;
const NUMBER = /^(?:№|n|#|р\/с|№ п\/п|п\/п)/iu;
const TORN = /\p{L}-$/u;
const RULE = /^:?-{2,}:?$/u;

const LOOKED_AT = 8;
const SAYS: ReadonlySet<string> = new Set(['odd', 'even', 'all', 'entirely', 'both']);

interface Columns {
  readonly number: number;
  readonly school: number;
  readonly street: number;
  readonly houses: number;
}

/** Whether a text is a table whose cells stand between pipes, with two columns or more. */
export function isPipeTable(lines: readonly string[]): boolean {
  const full = lines.filter(line => line.trim() !== '');
  const rows = full.filter(line => cellsOf(line).length > 1);
  return rows.length > 1 && rows.length * 2 > full.length;
}

/** Where only some rows open with a pipe, nobody can say whether it is a border or an empty cell. */
function areBorderedAlike(lines: readonly string[]): boolean {
  const rows = lines.filter(line => cellsOf(line).length > 1).map(line => line.trimStart().startsWith('|'));
  return new Set(rows).size < 2;
}

/** The cells of a line; the pipes around it are borders. */
export function cellsOf(line: string): string[] {
  const cells = line.split('|').map(cell => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

/** The line that names the columns of streets and houses; -1 where none does. */
export function headerOf(lines: readonly string[]): number {
  return lines.findIndex(line => {
    const cells = cellsOf(line);
    const street = cells.findIndex(cell => STREET.test(cell));
    return street >= 0 && cells.some((cell, at) => at > street && HOUSES.test(cell));
  });
}

/** Puts the lines of a table together to its rows: a cell goes on below until its neighbour begins anew. */
export function readPipeTable(lines: readonly string[]): PipeTable {
  const header = headerOf(lines);
  if (header < 0 || !areBorderedAlike(lines)) return null;
  const columns = columnsOf(lines, header);
  const entries: Entry[] = [];
  let school: { words: string; line: number } | null = null;
  let open = false;
  const hasKinds = mostHaveKinds(lines.slice(header + 1), columns);
  const titles = cellsOf(lines[header] ?? '').join('|');
  const isRepeated = (cells: readonly string[]) => cells.join('|') === titles;
  const closing = lines.slice(header + 1).findIndex(line => closesHeader(cellsOf(line)));
  // What stands below the header above its closing row, or beside no street and without houses, still belongs to it.
  const isHeaderRow = (at: number, street: string, houses: string) =>
    at < closing || (street === '' && openingOf(houses) === 'houses' && !saysHouses(houses));
  lines.slice(header + 1).forEach((raw, at) => {
    const line = header + at + 2;
    const cells = cellsOf(raw);
    const cell = (column: number) => (column < 0 ? '' : (cells[column] ?? ''));
    if (!raw.includes('|') || closesHeader(cells) || isRepeated(cells)) return;
    const named = cell(columns.school);
    const begins = columns.number >= 0 ? cell(columns.number) !== '' : named !== '' && !open;
    if (begins && named !== '') school = { words: named, line };
    else if (named !== '' && school !== null) school.words = joined(school.words, named);
    open = named !== '';
    if (columns.school >= 0 && school === null && isHeaderRow(at, cell(columns.street), cell(columns.houses)))
      return;
    addCells(entries, {
      street: cell(columns.street),
      houses: cell(columns.houses),
      line,
      school,
      hasKinds,
      begins,
    });
  });
  return entries.map(entry => ({ ...entry }));
}

/** `|1 |2 |3 |` numbers the columns, `|---|:--|` is the rule below a header. */
function closesHeader(cells: readonly string[]): boolean {
  const isNumbered = cells.length > 1 && cells.every((text, place) => text === String(place + 1));
  return isNumbered || (cells.length > 0 && cells.every(text => RULE.test(text)));
}

/** A number, or words such as `все` and `нечётные`. */
function saysHouses(words: string): boolean {
  const roles = orderWords(words, LOOKED_AT).map(({ text }) => roleOf(foldWord(text)));
  return /\d/u.test(words) || roles.some(role => role !== null && SAYS.has(role));
}

interface Entry {
  line: number;
  school: { words: string; line: number } | null;
  street: string;
  houses: string;
}

function addCells(
  entries: Entry[],
  row: Entry & { readonly hasKinds: boolean; readonly begins: boolean },
): void {
  const last = entries.at(-1);
  const goesOn = last !== undefined && last.school === row.school && !row.begins;
  if (row.street !== '' && !(goesOn && continuesName(last, row))) {
    entries.push({ line: row.line, school: row.school, street: row.street, houses: row.houses });
    return;
  }
  if (row.street === '' && row.houses === '') return;
  if (last === undefined || !goesOn) {
    entries.push({ line: row.line, school: row.school, street: '', houses: row.houses });
    return;
  }
  if (row.street !== '') last.street = joined(last.street, row.street);
  if (row.houses !== '') last.houses = joined(last.houses, row.houses);
}

/**
 * `ул. Уральских` goes on with `танкистов` below: a table that names kinds begins each street with one. Where it does
 * not, the two names together are no street of the list, and nothing is bound.
 */
function continuesName(last: Entry, { street, hasKinds }: Entry & { hasKinds: boolean }): boolean {
  if (last.street === '' || last.street.endsWith(':')) return false;
  if (/^\p{Ll}/u.test(street) && openingOf(street) === 'houses') return true;
  const opening = openingOf(street);
  if (TORN.test(last.street) && /^\p{L}/u.test(street)) return true;
  return hasKinds && (opening === 'name' || opening === 'houses');
}

function mostHaveKinds(lines: readonly string[], { street }: Columns): boolean {
  const names = lines.map(line => cellsOf(line)[street] ?? '').filter(name => name !== '');
  const kinds = names.filter(name => openingOf(name) !== 'name' && openingOf(name) !== 'houses');
  return kinds.length * 2 > names.length;
}

function columnsOf(lines: readonly string[], header: number): Columns {
  const cells = cellsOf(lines[header] ?? '');
  const street = cells.findIndex(cell => STREET.test(cell));
  const houses = cells.findIndex((cell, at) => at > street && HOUSES.test(cell));
  const above = lines
    .slice(0, header + 1)
    .filter(line => line.includes('|'))
    .map(cellsOf);
  const find = (fits: (text: string) => boolean) => {
    for (let column = 0; column < street; column++)
      if (above.some(row => fits(row[column] ?? ''))) return column;
    return -1;
  };
  const number = find(text => NUMBER.test(text));
  const isNumbered = lines.slice(header + 1).some(line => /^\d/u.test(cellsOf(line)[number] ?? ''));
  return {
    number: isNumbered ? number : -1,
    school: find(text => SCHOOL.test(text) || namesSchool(text)),
    street,
    houses,
  };
}

/** Two lines of one cell; a word that was broken is put together. */
function joined(above: string, below: string): string {
  if (above === '') return below;
  if (TORN.test(above) && /^\p{Ll}/u.test(below)) return above.slice(0, -1) + below;
  return /\S[-–—]$/u.test(above) ? above + below : `${above} ${below}`;
}
