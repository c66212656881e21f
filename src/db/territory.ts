import type { Queryable } from './dialect.ts';
import type { BindingRow, ReviewRow, StreetRow } from './schema.ts';

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

/** What every school has of one street. */
export async function bindingsOnStreet(
  db: Queryable,
  year: string,
  department: string,
  street: string,
): Promise<StoredBinding[]> {
  return db
    .selectFrom('binding')
    .selectAll()
    .where('year', '=', year)
    .where('department', '=', department)
    .where('street', '=', street)
    .orderBy('school')
    .execute();
}
