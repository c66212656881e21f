import type { InputField } from '../domain/input-problems.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import { headerKey } from './header-key.ts';
import { nearestField } from './nearest-field.ts';
import type { TableSpec } from './table-spec.ts';

/** Header → field, or `-` for a column to leave out; as given by `--map "Header=field"`. */
export type HeaderMap = Readonly<Record<string, string>>;

/** What the header line says about the columns. */
export interface TableHeader<F extends InputField> {
  /** headers as written, without outer white space; nameless trailing columns are cut off */
  readonly headers: readonly string[];
  /** field → place of its column among the headers, from 0 */
  readonly columnOf: ReadonlyMap<F, number>;
  /** headers of the columns left out: row numbers, our own remarks, what `--map` names with `-` */
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

/** A text file taken for a table may have a thousand "headers". */
const SHOWN_HEADERS = 12;

/** Columns that never hold data: what `--rejects` adds, and row numbers. A header of signs only (`№`, `#`) is one too. */
const ignoredKeys = new Set(['_error_code', '_error', '_fix', '№ п/п', 'р/с', 'қ/с', 'N'].map(headerKey));

/**
 * Which column holds which field. `place` is where the header stands.
 * Problems: header-unrecognised, column-unknown, column-missing, column-duplicate, map-header-absent, map-field-unknown.
 */
export function readHeader<F extends InputField>(
  cells: readonly string[],
  spec: TableSpec<F>,
  map: HeaderMap,
  place: Place,
): HeaderReading<F> {
  const headers = withoutTrailingBlanks(cells);
  const problems = mapProblems(headers, spec, map, place);
  const find = fieldFinder(spec, map);
  const columns = new Map<F, number[]>();
  const ignored: string[] = [];
  const nameless: number[] = [];
  const unknown: string[] = [];
  headers.forEach((header, i) => {
    const field = find(header);
    if (header === '') nameless.push(i);
    else if (field === 'ignored') ignored.push(header);
    else if (field === null) unknown.push(header);
    else columns.set(field, [...(columns.get(field) ?? []), i]);
  });
  const columnOf = new Map([...columns].map(([field, places]) => [field, places[0] ?? 0]));
  const header = { headers, columnOf, ignored, nameless };
  if (columnOf.size === 0) {
    const expected = spec.fields.map(({ field }) => field);
    problems.push(
      problem('header-unrecognised', { headers: headers.slice(0, SHOWN_HEADERS), expected }, place),
    );
    return { header, problems, usable: false };
  }
  for (const text of unknown)
    problems.push(
      problem(
        'column-unknown',
        { header: text, nearest: nearestField(text, spec) },
        { ...place, column: text },
      ),
    );
  const broken = [...duplicates(columns, headers, place), ...missing(columnOf, spec, place)];
  return { header, problems: [...problems, ...broken], usable: broken.length === 0 };
}

/** How many fields these headers name: what a delimiter is judged by. */
export function knownFields<F extends InputField>(
  cells: readonly string[],
  spec: TableSpec<F>,
  map: HeaderMap,
): number {
  const find = fieldFinder(spec, map);
  const found = new Set(cells.map(cell => find(cell.trim())));
  found.delete(null);
  found.delete('ignored');
  return found.size;
}

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  const headers = cells.map(cell => cell.trim().replace(/\s+/g, ' '));
  while (headers.length && headers.at(-1) === '') headers.pop();
  return headers;
}

function fieldFinder<F extends InputField>(
  spec: TableSpec<F>,
  map: HeaderMap,
): (header: string) => F | 'ignored' | null {
  const fields = new Map<string, F>();
  for (const { field, spellings } of spec.fields)
    for (const spelling of [field, ...spellings]) fields.set(headerKey(spelling), field);
  const named = new Map<string, F | 'ignored'>();
  for (const [header, target] of Object.entries(map)) {
    const field = target === '-' ? 'ignored' : fieldNamed(spec, target);
    if (field !== null) named.set(headerKey(header), field);
  }
  return header => {
    const key = headerKey(header);
    const direct = named.get(key) ?? fields.get(key);
    if (direct !== undefined) return direct;
    if (key === '' || ignoredKeys.has(key)) return 'ignored';
    return fieldInParts(header, fields);
  };
}

/** A header in two languages (`ЖСН / ИИН`, `Тегі (Фамилия)`): every part that is known must name the same field. */
function fieldInParts<F>(header: string, fields: ReadonlyMap<string, F>): F | null {
  const parts = header
    .split(/[/()|,;]/)
    .map(headerKey)
    .filter(Boolean);
  if (parts.length < 2) return null;
  const found = new Set(parts.map(part => fields.get(part) ?? null));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function fieldNamed<F extends InputField>(spec: TableSpec<F>, name: string): F | null {
  return spec.fields.find(({ field }) => field === name)?.field ?? null;
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

function missing<F extends InputField>(
  columnOf: ReadonlyMap<F, number>,
  spec: TableSpec<F>,
  place: Place,
): Problem[] {
  const excused = new Set(
    spec.fields.flatMap(({ field, insteadOf }) => (columnOf.has(field) ? (insteadOf ?? []) : [])),
  );
  return spec.fields
    .filter(({ field, required }) => required && !columnOf.has(field) && !excused.has(field))
    .map(({ field, spellings }) => problem('column-missing', { field, spellings }, place));
}
