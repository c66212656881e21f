import type { InputField } from '../domain/input-problems.ts';
import { REJECT_COLUMNS } from '../domain/reject-columns.ts';
import { headerKey } from './header-key.ts';
import type { TableSpec } from './table-spec.ts';

/** Header → field, or `-` for a column to leave out; as given by `--map "Header=field"`. */
export type HeaderMap = Readonly<Record<string, string>>;

/**
 * Columns that never hold data: what `--rejects` adds, and row numbers. A header of signs only (`№`, `#`) is one too.
 * `Пол` is here because one letter parts it from `Рөл`.
 */
const ignoredKeys = new Set([...REJECT_COLUMNS, '№ п/п', 'р/с', 'қ/с', 'N', 'Пол'].map(headerKey));

/** What one header means. */
type HeaderMeaning<F extends InputField> =
  | { readonly kind: 'field'; readonly field: F }
  | { readonly kind: 'left-out' }
  /** its parts name several fields */
  | { readonly kind: 'ambiguous'; readonly fields: readonly F[] }
  | { readonly kind: 'unknown' };

const leftOut = { kind: 'left-out' } as const;
const unknownHeader = { kind: 'unknown' } as const;

/** Finds what a header means: by the map, by the spellings of the fields, by its parts. */
export function fieldFinder<F extends InputField>(
  spec: TableSpec<F>,
  map: HeaderMap,
): (header: string) => HeaderMeaning<F> {
  const fields = new Map<string, F>();
  for (const { field, spellings } of spec.fields)
    for (const spelling of [field, ...spellings]) fields.set(headerKey(spelling), field);
  const named = new Map<string, F | 'left-out'>();
  for (const [header, target] of Object.entries(map)) {
    const field = target === '-' ? 'left-out' : fieldNamed(spec, target);
    if (field !== null) named.set(headerKey(header), field);
  }
  return header => {
    const key = headerKey(header);
    const direct = named.get(key) ?? fields.get(key);
    if (direct === 'left-out' || (direct === undefined && (key === '' || ignoredKeys.has(key))))
      return leftOut;
    return direct === undefined ? meaningOfParts(header, fields) : { kind: 'field', field: direct };
  };
}

/** A header in two languages (`ЖСН / ИИН`, `Тегі (Фамилия)`): every part that is known must name the same field. */
function meaningOfParts<F extends InputField>(
  header: string,
  fields: ReadonlyMap<string, F>,
): HeaderMeaning<F> {
  const parts = header
    .split(/[/()|,;\n]/)
    .map(headerKey)
    .filter(Boolean);
  const known = new Set(parts.flatMap(part => fields.get(part) ?? []));
  const [field] = known;
  if (parts.length < 2 || field === undefined) return unknownHeader;
  if (known.size > 1) return { kind: 'ambiguous', fields: [...known] };
  return parts.every(part => fields.has(part)) ? { kind: 'field', field } : unknownHeader;
}

/** Finds the fields that cells name, whole and exactly: what a header and a delimiter are known by. */
export function fieldNamer<F extends InputField>(
  spec: TableSpec<F>,
  map: HeaderMap,
): (cells: readonly string[]) => ReadonlySet<F> {
  const find = fieldFinder(spec, map);
  return cells => {
    const named = new Set<F>();
    for (const cell of cells) {
      const found = find(cell.trim());
      if (found.kind === 'field') named.add(found.field);
    }
    return named;
  };
}

/** The field of this name, as after `=` in a map. */
export function fieldNamed<F extends InputField>(spec: TableSpec<F>, name: string): F | null {
  return spec.fields.find(({ field }) => field === name)?.field ?? null;
}
