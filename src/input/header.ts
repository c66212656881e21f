import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, type ProblemArgs, problem } from '../domain/problem.ts';
import { headerKey } from './header-key.ts';
import { fieldFinder, fieldNamed, type HeaderMap } from './header-meaning.ts';
import { nearestField } from './nearest-field.ts';
import type { FieldSpec, TableSpec } from './table-spec.ts';

/** What the header line says about the columns. */
export interface TableHeader<F extends InputField> {
  /** headers as written, without outer white space; nameless trailing columns are cut off */
  readonly headers: readonly string[];
  /** field → place of its column among the headers, from 0 */
  readonly columnOf: ReadonlyMap<F, number>;
  /** headers of the columns left out: what no field is like, row numbers, our own remarks, what `--map` names with `-` */
  readonly ignored: readonly string[];
  /** places of columns that have no header, from 0 */
  readonly nameless: readonly number[];
}

/** The header with its problems; `usable` when rows can be read in spite of them. */
export interface HeaderReading<F extends InputField> {
  readonly header: TableHeader<F>;
  readonly problems: readonly Problem[];
  readonly usable: boolean;
}

/** Where the delimiter comes from: the text itself or the command line; null for a workbook, which has none. */
export type DelimiterOrigin = ProblemArgs['header-unrecognised']['delimiter'];

/** A text file taken for a table may have a thousand "headers". */
const SHOWN_HEADERS = 12;

/**
 * Which column holds which field. `place` is where the header stands,
 * `delimiter` where the delimiter comes from.
 * A header that is like no field is left out; one that is near a field which has no column is a problem, since leaving
 * it out would lose data.
 * Problems: header-unrecognised, column-unknown, column-ambiguous, column-missing, column-duplicate,
 * map-header-absent, map-field-unknown.
 */
export function readHeader<F extends InputField>(
  cells: readonly string[],
  spec: TableSpec<F>,
  map: HeaderMap,
  place: Place,
  delimiter: DelimiterOrigin = 'found',
): HeaderReading<F> {
  const headers = withoutTrailingBlanks(cells);
  const problems = mapProblems(headers, spec, map, place);
  const find = fieldFinder(spec, map);
  const columns = new Map<F, number[]>();
  const ignored: string[] = [];
  const nameless: number[] = [];
  const unknown: string[] = [];
  const ambiguous: Problem[] = [];
  const perhaps = new Set<F>();
  headers.forEach((header, i) => {
    const meaning = find(header);
    if (header === '') nameless.push(i);
    else if (meaning.kind === 'left-out') ignored.push(header);
    else if (meaning.kind === 'unknown') unknown.push(header);
    else if (meaning.kind === 'field') columns.set(meaning.field, [...(columns.get(meaning.field) ?? []), i]);
    else {
      const { fields } = meaning;
      for (const field of fields) perhaps.add(field);
      ambiguous.push(problem('column-ambiguous', { header, fields }, { ...place, column: header }));
    }
  });
  const columnOf = new Map([...columns].map(([field, places]) => [field, places[0] ?? 0]));
  // With a wrong delimiter, the whole line is one header that names many fields.
  if (columnOf.size === 0) {
    const expected = spec.fields.map(({ field }) => field);
    const shown = headers.slice(0, SHOWN_HEADERS);
    problems.push(problem('header-unrecognised', { headers: shown, expected, delimiter }, place));
    return { header: { headers, columnOf, ignored, nameless }, problems, usable: false };
  }
  const strange: string[] = [];
  const unlike: string[] = [];
  for (const text of unknown) {
    const nearest = nearestField(text, spec);
    if (nearest === null) unlike.push(text);
    // Beside the column itself («Телефон»), a header like it («Телефон 2») is one that is not needed.
    if (nearest === null || columnOf.has(nearest)) strange.push(text);
    else {
      perhaps.add(nearest);
      problems.push(problem('column-unknown', { header: text, nearest }, { ...place, column: text }));
    }
  }
  // What a doubtful header may mean is not said to be missing too.
  const likely = { has: (field: F) => columnOf.has(field) || perhaps.has(field) };
  const unused = unlike.slice(0, SHOWN_HEADERS);
  const missing = lacking(likely, spec).map(({ field, spellings }) =>
    problem('column-missing', { field, spellings, unused }, place),
  );
  const broken = [...ambiguous, ...duplicates(columns, headers, place), ...missing];
  const header = { headers, columnOf, ignored: inOrder([...ignored, ...strange], headers), nameless };
  return {
    header,
    problems: [...problems, ...broken],
    usable: broken.length === 0 && lacking(columnOf, spec).length === 0,
  };
}

function inOrder(some: readonly string[], all: readonly string[]): readonly string[] {
  const wanted = new Set(some);
  return all.filter(one => wanted.has(one));
}

/** The required fields that are not named, nor stood for by another. */
export function lacking<F extends InputField>(
  named: { has(field: F): boolean },
  spec: TableSpec<F>,
): readonly FieldSpec<F>[] {
  const excused = new Set(
    spec.fields.flatMap(({ field, insteadOf }) => (named.has(field) ? (insteadOf ?? []) : [])),
  );
  return spec.fields.filter(({ field, required }) => required && !named.has(field) && !excused.has(field));
}

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  const headers = cells.map(cell => cell.trim().replace(/\s+/g, ' '));
  while (headers.length && headers.at(-1) === '') headers.pop();
  return headers;
}

function mapProblems<F extends InputField>(
  headers: readonly string[],
  spec: TableSpec<F>,
  map: HeaderMap,
  place: Place,
): Problem[] {
  const present = new Set(headers.map(headerKey));
  const fields = spec.fields.map(({ field }) => field);
  return Object.entries(map).flatMap(([header, field]) => {
    if (field !== '-' && fieldNamed(spec, field) === null)
      return [problem('map-field-unknown', { header, field, fields }, place)];
    return present.has(headerKey(header)) ? [] : [problem('map-header-absent', { header, headers }, place)];
  });
}

function duplicates<F extends InputField>(
  columns: ReadonlyMap<F, readonly number[]>,
  headers: readonly string[],
  place: Place,
): Problem[] {
  return [...columns]
    .filter(([, places]) => places.length > 1)
    .map(([field, places]) => {
      const names = places.map(i => headers[i] ?? '');
      return problem(
        'column-duplicate',
        { field, headers: names },
        { ...place, column: names.at(-1) ?? null },
      );
    });
}
