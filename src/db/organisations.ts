import type { Queryable } from './dialect.ts';
import type { OrgRow } from './schema.ts';

export type StoredOrg = OrgRow & { readonly change: number };

/** All organisations as a tree, kept in memory: a country has some thousands. */
export interface OrgTree {
  readonly all: readonly StoredOrg[];
  get(code: string): StoredOrg | undefined;
  /** the organisations above one, nearest first */
  ancestors(code: string): readonly string[];
  /** whether one is the other or stands above it */
  reaches(above: string, code: string): boolean;
}

/** Reads every organisation. */
export async function readOrgTree(db: Queryable): Promise<OrgTree> {
  return makeOrgTree(await db.selectFrom('org').selectAll().orderBy('code').execute());
}

export function makeOrgTree(all: readonly StoredOrg[]): OrgTree {
  const byCode = new Map(all.map(org => [org.code, org]));
  const ancestors = (code: string): string[] => {
    const above: string[] = [];
    let next = byCode.get(code)?.department ?? null;
    while (next !== null && !above.includes(next)) {
      above.push(next);
      next = byCode.get(next)?.department ?? null;
    }
    return above;
  };
  return {
    all,
    get: code => byCode.get(code),
    ancestors,
    reaches: (above, code) => above === code || ancestors(code).includes(above),
  };
}
