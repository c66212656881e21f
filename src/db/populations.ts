import type { Queryable } from './dialect.ts';
import { countActive } from './staff.ts';

/**
 * How many rows of a kind an organisation has, for the thresholds: employees who work there, bindings or streets of a
 * year.
 */
export async function countPopulation(
  db: Queryable,
  kind: 'staff' | 'binding' | 'street',
  org: string,
  year: string | null,
): Promise<number> {
  if (kind === 'staff' || year === null) return countActive(db, org);
  const { count } = await (kind === 'binding'
    ? db
        .selectFrom('binding')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('school', '=', org)
        .where('year', '=', year)
        .executeTakeFirstOrThrow()
    : db
        .selectFrom('street')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('department', '=', org)
        .where('year', '=', year)
        .executeTakeFirstOrThrow());
  return Number(count);
}
