import type { Queryable } from './dialect.ts';
import type { OrgTree } from './organisations.ts';
import { type ReadBinding, territoryVersion } from './territory-version.ts';

/** So many rows are read at once: memory does not grow with the country, and Ctrl-C is heard in between. */
const PAGE = 2000;

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
  let held: ReadBinding[] = [];
  for (;;) {
    const [school, street] = after;
    let query = db
      .selectFrom('binding')
      .select(['school', 'street', 'department', 'houses', 'shared_houses'])
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

function holding(school: string, held: readonly ReadBinding[]): Holding {
  return { school, streets: held.length, version: territoryVersion(held) };
}

/** A school without territory, or of another department by now, holds nothing, whatever is still stored. */
function holds(orgs: OrgTree, school: string, department: string): boolean {
  const org = orgs.get(school);
  return org?.territory === 'yes' && org.department === department;
}
