import type { Queryable } from './dialect.ts';
import { countActive } from './staff.ts';

/** How many rows of a kind an organisation has, for the thresholds: employees who work there, bindings, streets. */
export async function countPopulation(
  db: Queryable,
  kind: 'staff' | 'binding' | 'street',
  org: string,
): Promise<number> {
  if (kind === 'staff') return countActive(db, org);
  const { count } = await (kind === 'binding'
    ? db
        .selectFrom('binding')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('school', '=', org)
        .executeTakeFirstOrThrow()
    : db
        .selectFrom('street')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('department', '=', org)
        .executeTakeFirstOrThrow());
  return Number(count);
}
