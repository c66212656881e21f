import type { Problem } from '../../domain/problem.ts';
import { FirstHolders } from '../../domain/territory/first-holders.ts';
import { intersect } from '../../domain/territory/house-set.ts';
import { BindingClaims, type Clash, rowsOverlap } from './binding-claims.ts';
import type { Resolved } from './binding-resolver.ts';

/** What an earlier row of another school has of a row's houses, as far as neither says that they are shared. */
export type ClashesOf = (row: Resolved, claims: BindingClaims) => readonly Clash[];

/**
 * Rows that give the same houses to several schools, each with its problem, and the rows without them. Where such rows
 * may be left out, all of them are, for nobody can say which was meant.
 */
export function partContested(
  rows: readonly Resolved[],
  clashesOf: ClashesOf,
): { readonly certain: readonly Resolved[]; readonly contested: ReadonlyMap<Resolved, Problem> } {
  const contested = new Map<Resolved, Problem>();
  let certain = rows;
  for (;;) {
    const found = findContested(certain, clashesOf);
    if (found.size === 0) return { certain, contested };
    for (const [row, one] of found) contested.set(row, one);
    // A row that goes may be the one that said of others that they share.
    certain = certain.filter(row => !found.has(row));
  }
}

function findContested(rows: readonly Resolved[], clashesOf: ClashesOf): ReadonlyMap<Resolved, Problem> {
  const claims = new BindingClaims();
  const contests = new Map<string, FirstHolders<Clash>>();
  const contest = (key: string, clash: Clash) => {
    const one = contests.get(key) ?? new FirstHolders<Clash>();
    contests.set(key, one);
    one.add(clash.common, clash);
  };
  for (const row of rows) {
    for (const clash of clashesOf(row, claims)) {
      contest(keyOf(row), clash);
      const other = { school: row.school.code, line: row.row?.line ?? 0, common: clash.common };
      contest(keyOf(row, clash.school), other);
    }
    claims.add(row);
  }
  return new Map(
    rows.flatMap(row => {
      const clash = contests.get(keyOf(row))?.find(row.houses);
      if (!clash) return [];
      return [[row, rowsOverlap(row, { ...clash, common: intersect(clash.common, row.houses) })] as const];
    }),
  );
}

/** A school on one street. */
function keyOf({ draft, street, school }: Resolved, code: string = school.code): string {
  return `${draft.department}/${street}\t${code}`;
}
