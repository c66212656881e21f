import type { StoredOrg } from '../../db/organisations.ts';
import { type Place, type Problem, problem } from '../../domain/problem.ts';
import type { Share } from '../../domain/territory/holding.ts';
import { type HouseListReading, readHouseList } from '../../domain/territory/house-list.ts';
import { equalSets, type HouseSet, intersect, wholeStreet } from '../../domain/territory/house-set.ts';
import type { BindingField } from '../../input/binding-file.ts';

/** One thing to bind, as written; `row` is where it stands in a file. */
export interface BindingRequest {
  readonly school: string;
  readonly street: string;
  readonly houses: string;
  /** why other schools serve the houses too; absent or null = they are not shared */
  readonly share?: string | null;
  /** which of the houses are shared, as a house list; absent or blank = all of them */
  readonly sharedHouses?: string;
  readonly row: RequestRow | null;
}

/** The row of a file that a request stands in. */
export interface RequestRow {
  readonly line: number;
  place(field: BindingField): Place;
}

/** What a request says about houses. */
export interface RequestedHouses {
  readonly houses: HouseSet;
  /** every house there is: unbinding takes whatever the school has of them */
  readonly allOfIt: boolean;
  readonly share: Share | null;
}

/** What all requests of a run are read with. */
export interface RequestReading {
  readonly readHouses: (text: string) => HouseListReading;
  /** why houses are shared where the request does not say it itself */
  readonly reason: string | null;
}

/** A reader of house lists that reads each text once: whole streets and sides repeat in every table. */
export function houseListReader(strictRanges: boolean): RequestReading['readHouses'] {
  const known = new Map<string, HouseListReading>();
  return text => {
    let reading = known.get(text);
    if (!reading) {
      reading = readHouseList(text, { strictRanges });
      known.set(text, reading);
    }
    return reading;
  };
}

/** Reads the house lists of a request. */
export function readRequestedHouses(
  request: BindingRequest,
  { readHouses, reason }: RequestReading,
): { readonly value: RequestedHouses; readonly problems: readonly Problem[] } {
  const { row } = request;
  const list = readHouses(request.houses);
  const problems = list.problems.map(found => placed(found, row, 'houses'));
  const houses = list.set;
  const why = request.share || reason;
  const only = request.sharedHouses ?? '';
  let share: Share | null = why === null ? null : { shared: houses, reason: why };
  if (only !== '') {
    const shared = readHouses(only);
    problems.push(...shared.problems.map(found => placed(found, row, 'shared_houses')));
    if (why === null) problems.push(placed(problem('cell-missing', { field: 'share' }), row, 'share'));
    else share = { shared: intersect(shared.set, houses), reason: why };
  }
  return { value: { houses, allOfIt: equalSets(houses, wholeStreet), share }, problems };
}

/** A problem with the cell it is about. */
export function placed(found: Problem, row: RequestRow | null, field: BindingField): Problem {
  return row ? { ...found, where: row.place(field) } : found;
}

/**
 * What is wrong with a school to bind streets to; null when nothing is.
 * @param only the one school that the run may speak of; null = any
 */
export function schoolObjection(org: StoredOrg, only: StoredOrg | null): Problem | null {
  if (org.kind !== 'school' || org.department === null) return problem('org-not-school', { org: org.code });
  if (only && org.code !== only.code)
    return problem('school-not-this', { school: org.code, only: only.code });
  if (org.territory === 'none') return problem('org-without-territory', { org: org.code });
  return null;
}
