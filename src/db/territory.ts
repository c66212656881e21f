import type { Queryable } from './dialect.ts';
import type { BindingRow, ReviewRow, StreetRow } from './schema.ts';

/** So many streets are named in one statement. */
const NAMED = 500;

export type StoredStreet = StreetRow & { readonly change: number };
export type StoredBinding = BindingRow & { readonly change: number };
export type StoredReview = ReviewRow & { readonly change: number };

/** The street list of one department's year. */
export async function streetsOf(db: Queryable, year: string, department: string): Promise<StoredStreet[]> {
  return db
    .selectFrom('street')
    .selectAll()
    .where('year', '=', year)
    .where('department', '=', department)
    .orderBy('street')
    .execute();
}

/** Every binding of one department's year, by street and school. */
export async function bindingsOf(db: Queryable, year: string, department: string): Promise<StoredBinding[]> {
  return db
    .selectFrom('binding')
    .selectAll()
    .where('year', '=', year)
    .where('department', '=', department)
    .orderBy('street')
    .orderBy('school')
    .execute();
}

/** What the schools of a year hold in their own departments, by school and street. */
export async function ownBindings(db: Queryable, year: string): Promise<StoredBinding[]> {
  return db
    .selectFrom('binding')
    .innerJoin('org', join =>
      join.onRef('org.code', '=', 'binding.school').onRef('org.department', '=', 'binding.department'),
    )
    .selectAll('binding')
    .where('year', '=', year)
    .orderBy('school')
    .orderBy('street')
    .execute();
}

/** The territory of one school: what it holds in its own department. */
export async function bindingsOfSchool(
  db: Queryable,
  year: string,
  school: string,
): Promise<StoredBinding[]> {
  return db
    .selectFrom('binding')
    .innerJoin('org', join =>
      join.onRef('org.code', '=', 'binding.school').onRef('org.department', '=', 'binding.department'),
    )
    .selectAll('binding')
    .where('year', '=', year)
    .where('school', '=', school)
    .orderBy('street')
    .execute();
}

/** The last confirmed reading of a school's territory. */
export async function findReview(db: Queryable, year: string, school: string): Promise<StoredReview | null> {
  const row = await db
    .selectFrom('territory_review')
    .selectAll()
    .where('year', '=', year)
    .where('school', '=', school)
    .executeTakeFirst();
  return row ?? null;
}

/** Some streets of one department's year, in no order. */
export async function streetsNamed(
  db: Queryable,
  year: string,
  department: string,
  streets: readonly string[],
): Promise<StoredStreet[]> {
  return inChunks(streets, named =>
    db
      .selectFrom('street')
      .selectAll()
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', 'in', named)
      .execute(),
  );
}

/** What every school has of some streets, by school. */
export async function bindingsOnStreets(
  db: Queryable,
  year: string,
  department: string,
  streets: readonly string[],
): Promise<StoredBinding[]> {
  return inChunks(streets, named =>
    db
      .selectFrom('binding')
      .selectAll()
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', 'in', named)
      // By the school alone SQLite would take the index of the schools, and read the whole year.
      .orderBy('street')
      .orderBy('school')
      .execute(),
  );
}

async function inChunks<R>(
  streets: readonly string[],
  read: (named: readonly string[]) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (let i = 0; i < streets.length; i += NAMED) found.push(...(await read(streets.slice(i, i + NAMED))));
  return found;
}
