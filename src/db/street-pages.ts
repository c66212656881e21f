import type { StreetTerritory } from '../domain/territory/street-flaws.ts';
import { streetLabel } from '../domain/territory/street-label.ts';
import { StreetSweep } from '../domain/territory/street-sweep.ts';
import type { Queryable } from './dialect.ts';

/** So many streets are read at once: memory does not grow with the country, and Ctrl-C is heard in between. */
const PAGE = 2000;
/** So many streets are named in one statement. */
const NAMED = 500;

export interface StreetPage {
  /** streets whose houses all have one school each */
  readonly sound: number;
  /** all others, in their order: those that need a closer look, and those of no school */
  readonly others: readonly StreetTerritory[];
}

/** Looks through the streets of one department's list, page by page in their order. */
export async function* streetPages(
  db: Queryable,
  year: string,
  department: string,
): AsyncGenerator<StreetPage> {
  const sweep = new StreetSweep();
  const schools = await schoolsThatCount(db, department);
  for (let after = ''; ; ) {
    const streets = await db
      .selectFrom('street')
      .select(['street', 'houses'])
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', '>', after)
      .orderBy('street')
      .limit(PAGE)
      .execute();
    const last = streets.at(-1)?.street;
    if (last === undefined) return;
    // One text a street: what every school has of it, which `StreetSweep` takes as it is.
    // By school it is read in the order in which it is stored: an index of the streets would look up each row alone.
    const held = await db
      .selectFrom('binding')
      .select(({ fn, val }) => ['street', fn<string>('string_agg', ['houses', val(';')]).as('houses')])
      .where('year', '=', year)
      .where('school', 'in', schools)
      .where('street', '>', after)
      .where('street', '<=', last)
      .where(({ eb, fn, val }) => eb(fn.coalesce('department', val('')), '=', department))
      .groupBy('street')
      .orderBy('street')
      .execute();
    let next = 0;
    const others = streets.filter(({ street, houses }) => {
      const bound = held[next]?.street === street ? held[next++]?.houses : undefined;
      return bound === undefined || sweep.look(bound, houses) !== 'sound';
    });
    const named = others.map(({ street }) => street);
    yield {
      sound: streets.length - others.length,
      others: await streetTerritories(db, year, department, named),
    };
    if (streets.length < PAGE) return;
    after = last;
  }
}

/** Some streets of a department with what its schools have of each, in the order of the streets. */
export async function streetTerritories(
  db: Queryable,
  year: string,
  department: string,
  streets: readonly string[],
): Promise<StreetTerritory[]> {
  if (streets.length === 0) return [];
  const found: StreetTerritory[] = [];
  const schools = await schoolsThatCount(db, department);
  for (let i = 0; i < streets.length; i += NAMED) {
    const named = streets.slice(i, i + NAMED);
    const rows = await db
      .selectFrom('street')
      .select(['street', 'name_kk', 'settlement', 'houses'])
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', 'in', named)
      .orderBy('street')
      .execute();
    const bindings = await db
      .selectFrom('binding')
      .select(['street', 'school', 'houses', 'shared_houses', 'share'])
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', 'in', named)
      // The schools are named in a way that no index answers: nothing may tempt the database to begin with them.
      .where(({ eb, fn, val }) => eb(fn.coalesce('school', val('')), 'in', schools))
      // By the school alone SQLite would take the index of the schools, and read the whole year.
      .orderBy('street')
      .orderBy('school')
      .execute();
    const bound = Map.groupBy(bindings, ({ street }) => street);
    for (const row of rows)
      found.push({
        street: row.street,
        label: streetLabel(row),
        houses: row.houses,
        bound: bound.get(row.street) ?? [],
      });
  }
  return found;
}

/**
 * The schools of a department whose bindings count: one without territory, or of another department by now, leaves
 * nobody a school, whatever is still stored. They are asked for once, and not for each of thousands of bindings.
 * @returns one that is no school's code where there are none, for what must be `in` something
 */
async function schoolsThatCount(db: Queryable, department: string): Promise<string[]> {
  const rows = await db
    .selectFrom('org')
    .select('code')
    .where('department', '=', department)
    .where('territory', '=', 'yes')
    .execute();
  return rows.length > 0 ? rows.map(({ code }) => code) : [''];
}
