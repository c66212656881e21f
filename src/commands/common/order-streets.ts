import type { StoredStreet } from '../../db/territory.ts';
import { problem } from '../../domain/problem.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import type { ResolvedItem } from './order-resolver.ts';

/**
 * Lines about one street of one school belong together: where one of them was not read, or may be that street's,
 * the others wait for it.
 */
export function holdTogether(items: readonly ResolvedItem[]): void {
  /** school and street → the first line of it that was not read */
  const failed = new Map<string, number>();
  for (const one of items) {
    if (one.problems.length === 0 && one.perhaps === null) continue;
    const names = [...one.streets.map(({ street }) => street), ...mayMean(one)];
    for (const name of names) {
      const key = keyOf(one, name);
      if (!failed.has(key)) failed.set(key, one.item.line);
    }
  }
  for (const one of items) {
    if (one.problems.length > 0 || one.perhaps !== null || one.found === null) continue;
    const line = namesOf(one.found.street).flatMap(name => failed.get(keyOf(one, name)) ?? [])[0];
    if (line === undefined) continue;
    one.problems.push(problem('order-street-incomplete', { street: streetLabel(one.found.street), line }));
  }
}

function keyOf({ school, schoolWords, perhaps }: ResolvedItem, street: string): string {
  return `${school?.code ?? schoolWords ?? perhaps ?? ''}\t${street}`;
}

/** The streets, by their labels, that a name may mean which fits several of them. */
function mayMean({ problems }: ResolvedItem): string[] {
  return problems.flatMap(({ code, args }) => (code === 'street-ambiguous' ? [...args.candidates] : []));
}

/** What the street may be called above: by its key, or by one of its labels. */
function namesOf(street: StoredStreet): string[] {
  const label = streetLabel(street);
  return [street.street, label, `${label} (${street.kind})`];
}
