import { Holder } from '../domain/territory/address/listed-street.ts';
import type { Queryable } from './dialect.ts';
import type { OrgTree } from './organisations.ts';
import type { StreetRow } from './schema.ts';

/** What a street is called. */
export type NamedStreet = Pick<
  StreetRow,
  'department' | 'street' | 'name_kk' | 'name_ru' | 'kind' | 'settlement' | 'aliases'
>;

/** More departments than this are not named one by one: SQLite takes only so many values. */
const NAMED = 500;

/** The names of all streets of some departments' year. */
export async function streetNames(
  db: Queryable,
  year: string,
  departments: readonly string[],
): Promise<NamedStreet[]> {
  const query = db
    .selectFrom('street')
    .select(['department', 'street', 'name_kk', 'name_ru', 'kind', 'settlement', 'aliases'])
    .where('year', '=', year);
  if (departments.length <= NAMED) return query.where('department', 'in', departments).execute();
  const wanted = new Set(departments);
  return (await query.execute()).filter(({ department }) => wanted.has(department));
}

/** A school's houses of one street. */
export interface ServedHouses {
  readonly department: string;
  readonly street: string;
  readonly holder: Holder;
}

/**
 * Who serves the streets of some departments. A school without territory, or of another department by now, serves
 * nobody there, whatever is still stored.
 * @param streets only these; null: all
 */
export async function servedHouses(
  db: Queryable,
  year: string,
  departments: readonly string[],
  orgs: OrgTree,
  streets: readonly string[] | null,
): Promise<ServedHouses[]> {
  if (departments.length === 0 || streets?.length === 0) return [];
  let query = db
    .selectFrom('binding')
    .select(['school', 'department', 'street', 'houses', 'shared_houses', 'share'])
    .where('year', '=', year)
    .orderBy('school');
  if (departments.length <= NAMED) query = query.where('department', 'in', departments);
  if (streets !== null && streets.length <= NAMED) query = query.where('street', 'in', streets);
  const wanted = new Set(departments);
  const found: ServedHouses[] = [];
  for (const { school, department, street, houses, shared_houses, share } of await query.execute()) {
    const org = orgs.get(school);
    if (org?.department !== department || org.territory !== 'yes' || !wanted.has(department)) continue;
    found.push({ department, street, holder: new Holder(school, houses, shared_houses, share) });
  }
  return found;
}

/** The houses that a street is known to have, as a stored set; null where nobody has listed them. */
export async function knownHouses(
  db: Queryable,
  year: string,
  department: string,
  street: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('street')
    .select('houses')
    .where('year', '=', year)
    .where('department', '=', department)
    .where('street', '=', street)
    .executeTakeFirst();
  return row?.houses ?? null;
}

/** The schools among these departments' that any parent may choose, by code. */
export async function freeChoiceSchools(
  db: Queryable,
  year: string,
  departments: ReadonlySet<string>,
  orgs: OrgTree,
): Promise<string[]> {
  const rows = await db
    .selectFrom('year_settings')
    .select('school')
    .where('year', '=', year)
    .where('free_choice', '=', 1)
    .orderBy('school')
    .execute();
  return rows
    .map(({ school }) => school)
    .filter(school => departments.has(orgs.get(school)?.department ?? ''));
}
