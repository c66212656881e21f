import type { Queryable } from '../../db/dialect.ts';
import type { FindingKind, ListFilter } from '../../db/listing.ts';
import { streetPages, streetTerritories } from '../../db/street-pages.ts';
import { type HouseSet, isEmptySet } from '../../domain/territory/house-set.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import { findFlaws, findSharedOf, type StreetTerritory } from '../../domain/territory/street-flaws.ts';
import type { RowView } from '../../output/row-view.ts';

/** Houses of one street that two schools have; `share` is why, where both are meant to. */
export interface OverlapFinding {
  readonly street: string;
  readonly label: string;
  readonly school: string;
  readonly other_school: string;
  readonly houses: HouseSet;
  readonly share: string | null;
}

/** Houses of one street that no school has; `known`: the street's houses are listed, so that there are such houses. */
export interface GapFinding {
  readonly street: string;
  readonly label: string;
  readonly houses: HouseSet;
  readonly known: boolean;
}

/** Every pair of schools that have the same houses of a street: by mistake first, then on purpose. */
export function overlapsOf(territory: StreetTerritory): OverlapFinding[] {
  const { street, label } = territory;
  const found = [
    ...findFlaws(territory).overlaps.map(one => ({ ...one, share: null })),
    ...findSharedOf(territory).map(one => ({ ...one, share: one.reasons.join('; ') })),
  ];
  return found.map(({ schools: [school, other_school], houses, share }) => ({
    ...{ street, label, school, other_school, houses, share },
  }));
}

export function gapsOf(territory: StreetTerritory): GapFinding[] {
  const { street, label, houses } = territory;
  const { gap } = findFlaws(territory);
  return isEmptySet(gap) ? [] : [{ street, label, houses: gap, known: houses !== null }];
}

type Print = (set: HouseSet) => string;

/** The rows of `list overlaps` and `list gaps`, as far as they concern the organisations of the filter. */
export async function listFindings(
  db: Queryable,
  kind: FindingKind,
  filter: ListFilter,
  words: { readonly print: (parts: ReturnType<typeof describeSet>) => string },
): Promise<{ readonly rows: RowView[]; readonly names: ReadonlyMap<string, string> }> {
  const orgs = new Set(filter.orgs);
  const rows: RowView[] = [];
  const names = new Map<string, string>();
  const print: Print = set => words.print(describeSet(set));
  for (const department of filter.departments)
    for await (const territory of streetsOfFilter(db, department, filter)) {
      const concerns = (schools: readonly string[]) =>
        orgs.has(department) || schools.some(school => orgs.has(school));
      const found = kind === 'overlaps' ? overlapRows(territory, print) : gapRows(territory, print);
      const own = found.filter(({ schools }) => concerns(schools));
      if (own.length > 0) names.set(`${department}/${territory.street}`, territory.label);
      for (const { row } of own) rows.push({ year: filter.year, department, ...row });
    }
  return { rows, names };
}

async function* streetsOfFilter(
  db: Queryable,
  department: string,
  { year, streets }: ListFilter,
): AsyncGenerator<StreetTerritory> {
  if (streets !== null) yield* await streetTerritories(db, year, department, streets);
  else for await (const { others } of streetPages(db, year, department)) yield* others;
}

/** A row and the schools that it concerns. */
interface Concerning {
  readonly schools: readonly string[];
  readonly row: RowView;
}

function overlapRows(territory: StreetTerritory, print: Print): Concerning[] {
  return overlapsOf(territory).map(({ street, school, other_school, houses, share }) => ({
    schools: [school, other_school],
    row: { street, school, other_school, houses: print(houses), share },
  }));
}

function gapRows(territory: StreetTerritory, print: Print): Concerning[] {
  const schools = territory.bound.map(({ school }) => school);
  return gapsOf(territory).map(({ street, houses, known }) => ({
    schools,
    row: { street, houses: print(houses), known },
  }));
}
