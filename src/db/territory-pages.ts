import type { StreetTerritory } from '../domain/territory/street-flaws.ts';
import { streetLabel } from '../domain/territory/street-label.ts';
import type { Queryable } from './dialect.ts';
import type { OrgTree } from './organisations.ts';
import { territoryVersion } from './territory-version.ts';

/** So many rows are read at once: memory does not grow with the country, and Ctrl-C is heard in between. */
const PAGE = 2000;

/**
 * The streets of one department's list with what its schools have of each, page by page in the order of the streets.
 * A school without territory, or of another department by now, leaves nobody a school, whatever is still stored.
 */
export async function* streetPages(
  db: Queryable,
  year: string,
  department: string,
  orgs: OrgTree,
): AsyncGenerator<StreetTerritory[]> {
  let after = '';
  for (;;) {
    const streets = await db
      .selectFrom('street')
      .select(['street', 'name_kk', 'settlement', 'houses'])
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', '>', after)
      .orderBy('street')
      .limit(PAGE)
      .execute();
    const last = streets.at(-1)?.street;
    if (last === undefined) return;
    const bindings = await db
      .selectFrom('binding')
      .select(['street', 'school', 'houses', 'shared_houses', 'share'])
      .where('year', '=', year)
      .where('department', '=', department)
      .where('street', '>', after)
      .where('street', '<=', last)
      .orderBy('street')
      .orderBy('school')
      .execute();
    let next = 0;
    yield streets.map(row => {
      const first = next;
      while (bindings[next]?.street === row.street) next += 1;
      const bound = bindings.slice(first, next).filter(({ school }) => holds(orgs, school, department));
      return { street: row.street, label: streetLabel(row), houses: row.houses, bound };
    });
    if (streets.length < PAGE) return;
    after = last;
  }
}

/** What one school holds in its own department, in short. */
export interface Holding {
  readonly school: string;
  readonly streets: number;
  /** digest of its territory (db/territory-version) */
  readonly version: string;
}

/**
 * What schools hold, one after the other in the order of their codes.
 * @param among these alone; null: all
 */
export async function* holdings(
  db: Queryable,
  year: string,
  orgs: OrgTree,
  among: readonly string[] | null,
): AsyncGenerator<Holding> {
  let after: readonly [school: string, street: string] = ['', ''];
  let held: { street: string; houses: string }[] = [];
  for (;;) {
    const [school, street] = after;
    let query = db
      .selectFrom('binding')
      .select(['school', 'street', 'department', 'houses'])
      .where('year', '=', year)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('school', 'street'), '>', tuple(school, street)))
      .orderBy('school')
      .orderBy('street')
      .limit(PAGE);
    if (among !== null) query = query.where('school', 'in', among);
    const rows = await query.execute();
    for (const row of rows) {
      if (row.school !== after[0]) {
        if (held.length > 0) yield holding(after[0], held);
        held = [];
      }
      after = [row.school, row.street];
      if (holds(orgs, row.school, row.department)) held.push(row);
    }
    if (rows.length === PAGE) continue;
    if (held.length > 0) yield holding(after[0], held);
    return;
  }
}

function holding(school: string, held: readonly { street: string; houses: string }[]): Holding {
  return { school, streets: held.length, version: territoryVersion(held) };
}

function holds(orgs: OrgTree, school: string, department: string): boolean {
  const org = orgs.get(school);
  return org?.territory === 'yes' && org.department === department;
}
