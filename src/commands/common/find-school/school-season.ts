import type { Queryable } from '../../../db/dialect.ts';
import { readReadinessFacts } from '../../../db/readiness-facts.ts';
import { checkOrg, isReady, type Selected } from '../../../domain/readiness/catalogue.ts';
import type { SchoolSeason } from '../../../output/address-csv.ts';
import type { Acting } from '../acting.ts';

/** These read the whole territory: they are asked of schools alone that nothing else keeps from taking applications. */
const OF_TERRITORY: readonly string[] = ['territory-bound', 'territory-reviewed'];

/** Whether parents can apply to each of many schools today, and when; by school. */
export async function schoolSeasons(
  db: Queryable,
  acting: Acting,
  schools: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, SchoolSeason>> {
  const found = new Map<string, SchoolSeason>();
  const read = async (codes: readonly string[], selected: Selected) => {
    const passing: string[] = [];
    for (const facts of await readReadinessFacts(db, acting.year, acting.orgs, codes, selected)) {
      const { opens, closes } = facts.rules;
      const isOpen = opens <= today && today <= closes;
      const canApply = isOpen && isReady(checkOrg(facts, selected), false);
      if (canApply) passing.push(facts.code);
      found.set(facts.code, { canApply, opens, closes });
    }
    return passing;
  };
  const passing = await read(schools, id => !OF_TERRITORY.includes(id));
  if (passing.length > 0) await read(passing, () => true);
  return found;
}
