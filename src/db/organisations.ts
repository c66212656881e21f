import { nameKey } from '../domain/name-key.ts';
import { schoolNumbers } from '../domain/territory/order/school-words.ts';
import type { Queryable } from './dialect.ts';
import type { OrgRow } from './schema.ts';

export type StoredOrg = OrgRow & { readonly change: number };

/** All organisations as a tree, kept in memory: a country has some thousands. */
export interface OrgTree {
  readonly all: readonly StoredOrg[];
  get(code: string): StoredOrg | undefined;
  withBin(bin: string): StoredOrg | undefined;
  /** the organisations whose code or name in either language has this key (domain/name-key) */
  named(key: string): readonly StoredOrg[];
  /** the schools that have this number in one of their names (domain/territory/order/school-words) */
  numbered(number: string): readonly StoredOrg[];
  /** the keys of all codes and names, in the order of the organisations */
  readonly nameKeys: readonly string[];
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
  // Made when first asked for: most commands name their organisations by code, and folding names costs time.
  let bins: ReadonlyMap<string, StoredOrg> | null = null;
  let names: ReadonlyMap<string, readonly StoredOrg[]> | null = null;
  let numbers: ReadonlyMap<string, readonly StoredOrg[]> | null = null;
  const byBin = () => {
    bins ??= indexBins(all);
    return bins;
  };
  const byName = () => {
    names ??= indexNames(all);
    return names;
  };
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
    withBin: bin => byBin().get(bin),
    named: key => byName().get(key) ?? [],
    numbered(number) {
      numbers ??= indexNumbers(all);
      return numbers.get(number) ?? [];
    },
    get nameKeys() {
      return [...byName().keys()];
    },
    ancestors,
    reaches: (above, code) => above === code || ancestors(code).includes(above),
  };
}

/** The first of those that have a BIN in common, as a file still to be judged may hold. */
function indexBins(all: readonly StoredOrg[]): ReadonlyMap<string, StoredOrg> {
  const found = new Map<string, StoredOrg>();
  for (const org of all) if (org.bin !== null && !found.has(org.bin)) found.set(org.bin, org);
  return found;
}

function indexNumbers(all: readonly StoredOrg[]): ReadonlyMap<string, readonly StoredOrg[]> {
  const found = new Map<string, StoredOrg[]>();
  for (const org of all)
    for (const number of new Set(
      org.kind === 'school' ? [org.name_kk, org.name_ru].flatMap(schoolNumbers) : [],
    ))
      found.set(number, [...(found.get(number) ?? []), org]);
  return found;
}

function indexNames(all: readonly StoredOrg[]): ReadonlyMap<string, readonly StoredOrg[]> {
  const found = new Map<string, StoredOrg[]>();
  for (const org of all)
    for (const key of new Set([org.code, org.name_kk, org.name_ru].map(nameKey))) {
      const same = found.get(key);
      if (same) same.push(org);
      else found.set(key, [org]);
    }
  return found;
}
