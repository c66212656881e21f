import { FIELD_END } from '../domain/territory/address/name-lines.ts';
import { LINE_END } from '../domain/territory/address/name-sieve.ts';
import type { Queryable } from './dialect.ts';

/** The names of all streets of one department, as texts of so many lines. */
export interface StreetNameLines {
  readonly department: string;
  /** what identifies them */
  readonly streets: string;
  readonly kinds: string;
  /** see domain/territory/address/name-lines */
  readonly names: string;
}

/**
 * What the streets of some departments' year are called, a few texts instead of a row a street: of a country's hundred
 * thousand streets one address means a handful, and those are read by themselves.
 */
export async function streetNameLines(
  db: Queryable,
  year: string,
  departments: readonly string[],
): Promise<StreetNameLines[]> {
  const wanted = new Set(departments);
  const [only, more] = departments;
  let query = db
    .selectFrom('street')
    .select(({ cast, fn, val }) => {
      // Of a parameter of `concat` PostgreSQL could not tell the type.
      const end = cast<string>(val(FIELD_END), 'text');
      const fields = ['name_kk', end, 'name_ru', end, 'aliases', end, 'settlement'] as const;
      const line = fn<string>('concat', [...fields]);
      return [
        'department',
        fn<string>('string_agg', ['street', val(LINE_END)]).as('streets'),
        fn<string>('string_agg', ['kind', val(LINE_END)]).as('kinds'),
        fn<string>('string_agg', [line, val(LINE_END)]).as('names'),
      ];
    })
    .where('year', '=', year)
    .groupBy('department')
    .orderBy('department');
  if (only !== undefined && more === undefined) query = query.where('department', '=', only);
  return (await query.execute()).filter(({ department }) => wanted.has(department));
}
