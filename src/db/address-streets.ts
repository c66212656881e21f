import { Holder, StoredHouses } from '../domain/territory/address/listed-street.ts';
import type { Queryable } from './dialect.ts';
import type { OrgTree } from './organisations.ts';
import type { BindingRow, StreetRow } from './schema.ts';

/** What a street is called. */
export type NamedStreet = Pick<
  StreetRow,
  'department' | 'street' | 'name_kk' | 'name_ru' | 'kind' | 'settlement' | 'aliases'
>;

/** More departments than this are not named one by one: SQLite takes only so many values. */
const NAMED = 500;

/** Departments by groups that are read by name: what is read of a country at once stays small. */
export function* fewAtOnce(departments: readonly string[], orgs: OrgTree): Generator<readonly string[]> {
  const schools = new Map<string, number>();
  for (const { department } of orgs.all)
    if (department !== null) schools.set(department, (schools.get(department) ?? 0) + 1);
  let group: string[] = [];
  let size = 0;
  for (const department of departments) {
    const own = 1 + (schools.get(department) ?? 0);
    if (size + own > NAMED && group.length > 0) {
      yield group;
      [group, size] = [[], 0];
    }
    group.push(department);
    size += own;
  }
  if (group.length > 0) yield group;
}

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

type StoredServing = Pick<
  BindingRow,
  'school' | 'department' | 'street' | 'houses' | 'shared_houses' | 'share'
>;

/**
 * Who serves the streets of some departments. A school without territory, or of another department by now, serves
 * nobody there, whatever is still stored.
 */
export async function servedHouses(
  db: Queryable,
  year: string,
  departments: readonly string[],
  orgs: OrgTree,
): Promise<ServedHouses[]> {
  const wanted = new Set(departments);
  const codes = orgs.all.filter(({ department }) => wanted.has(department ?? '')).map(({ code }) => code);
  if (codes.length === 0) return [];
  // By school: bindings lie together by their schools, in the primary key.
  let query = servings(db, year);
  if (codes.length <= NAMED) query = query.where('school', 'in', codes);
  return serving(await query.execute(), orgs).filter(({ department }) => wanted.has(department));
}

/**
 * Who serves one street, by the same rule. The index `binding_street` holds the keys alone, and SQLite without
 * statistics would rather read the whole year than look up its rows: so the keys are asked for first.
 */
export async function servedStreet(
  db: Queryable,
  year: string,
  { department, street }: { readonly department: string; readonly street: string },
  orgs: OrgTree,
): Promise<ServedHouses[]> {
  const schools = db
    .selectFrom('binding')
    .select('school')
    .where('year', '=', year)
    .where('department', '=', department)
    .where('street', '=', street);
  const query = servings(db, year).where('street', '=', street).where('school', 'in', schools);
  const found = serving(await query.execute(), orgs);
  return found.filter(served => served.department === department);
}

function servings(db: Queryable, year: string) {
  return db
    .selectFrom('binding')
    .select(['school', 'department', 'street', 'houses', 'shared_houses', 'share'])
    .where('year', '=', year);
}

/** By school. Equal sets are one. */
function serving(rows: readonly StoredServing[], orgs: OrgTree): ServedHouses[] {
  const found: ServedHouses[] = [];
  const sets = new Map<string, StoredHouses>();
  for (const { school, department, street, houses, shared_houses, share } of rows) {
    const org = orgs.get(school);
    if (org?.department !== department || org.territory !== 'yes') continue;
    const set = sets.get(houses) ?? new StoredHouses(houses);
    sets.set(houses, set);
    found.push({ department, street, holder: new Holder(org.code, set, shared_houses, share) });
  }
  return found.sort((one, other) => compareCodes(one.holder.school, other.holder.school));
}

function compareCodes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
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
  const schools = orgs.all.filter(({ department }) => departments.has(department ?? ''));
  const codes = schools.map(({ code }) => code);
  if (codes.length === 0) return [];
  let query = db
    .selectFrom('year_settings')
    .select('school')
    .where('year', '=', year)
    .where('free_choice', '=', 1)
    .orderBy('school');
  if (codes.length <= NAMED) query = query.where('school', 'in', codes);
  const wanted = new Set(codes);
  return (await query.execute()).map(({ school }) => school).filter(school => wanted.has(school));
}
