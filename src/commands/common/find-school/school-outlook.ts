import type { Queryable } from '../../../db/dialect.ts';
import { readReadinessFacts } from '../../../db/readiness-facts.ts';
import { checkOrg, isReady } from '../../../domain/readiness/catalogue.ts';
import type { SchoolOutlook } from '../../../output/address-report.ts';
import type { Acting } from '../acting.ts';

/** Looks at the readiness of some schools and at the window of their season; by school. */
export async function schoolOutlooks(
  db: Queryable,
  acting: Acting,
  schools: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, SchoolOutlook>> {
  const found = new Map<string, SchoolOutlook>();
  if (schools.length === 0) return found;
  for (const facts of await readReadinessFacts(db, acting.year, acting.orgs, schools)) {
    const checks = checkOrg(facts, () => true);
    const ready = isReady(checks, false);
    const { opens, closes } = facts.rules;
    const window = today < opens ? 'before' : today > closes ? 'after' : 'open';
    const org = acting.orgs.get(facts.code);
    const seen = org !== undefined && acting.may('read', org);
    const failing = checks.filter(({ status }) => status === 'fail' || status === 'not-checked');
    found.set(facts.code, {
      canApply: ready && window === 'open',
      opens,
      closes,
      window,
      ready,
      failing: seen ? failing.map(({ id }) => id) : [],
    });
  }
  return found;
}

/** All of Kazakhstan keeps UTC+5 since 1 March 2024; a window opens at its midnight, not at Greenwich's. */
const KAZAKHSTAN_MS = 5 * 60 * 60 * 1000;

/** The date in Kazakhstan, ISO. */
export function dateInKazakhstan(now: Date): string {
  return new Date(now.getTime() + KAZAKHSTAN_MS).toISOString().slice(0, 10);
}
