import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { FirstHolders } from '../../domain/territory/first-holders.ts';
import { emptySet, type HouseSet, intersect, union } from '../../domain/territory/house-set.ts';
import { type Held, heldByOthers } from '../../domain/territory/one-school-per-house.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import type { Resolved } from './binding-resolver.ts';

interface Claim {
  shared: HouseSet;
  /** which line has a house first */
  readonly lines: FirstHolders<number>;
}

/** Another school has some of the houses of a row by an earlier row. */
export interface Clash {
  readonly school: string;
  readonly line: number;
  readonly common: HouseSet;
}

/** What the rows of one run have claimed so far: rows of one file are judged against each other too. */
export class BindingClaims {
  /** department and street → school → what its rows claim */
  readonly #streets = new Map<string, Map<string, Claim>>();

  /** What rows of a school share on a street. */
  shared(of: Resolved, school: string): HouseSet {
    return this.#on(of).get(school)?.shared ?? emptySet;
  }

  /**
   * Rows of two schools with the same houses: within one file nobody can say which of them was meant, so `--move`
   * does not help here.
   * @param meantBy what another school shares with this one on purpose
   */
  clashes(wanted: Resolved, own: Held, meantBy: (school: string) => HouseSet): Clash[] {
    const claimed = [...this.#on(wanted)].map(([school, { lines }]) => ({
      school,
      lines,
      houses: lines.houses,
      shared: meantBy(school),
    }));
    return heldByOthers(own, claimed).map(({ school, common, lines }) => ({
      ...{ school, common, line: lines.find(common) ?? 0 },
    }));
  }

  /** Adds a row. @returns a warning when an earlier row of the same school has some of its houses already */
  add(wanted: Resolved): Problem[] {
    const { school, houses, share, row, label } = wanted;
    const claims = this.#on(wanted);
    const claim: Claim = claims.get(school.code) ?? { shared: emptySet, lines: new FirstHolders() };
    claims.set(school.code, claim);
    const twice = intersect(claim.lines.houses, houses);
    const line = claim.lines.find(twice);
    if (row) claim.lines.add(houses, row.line);
    if (share) claim.shared = union(claim.shared, share.shared);
    if (line === null) return [];
    const args = { street: label, school: school.code, houses: describeSet(twice), line };
    return [warning('rows-repeat', args, placeOf(wanted))];
  }

  #on({ draft, street }: Resolved): Map<string, Claim> {
    const key = `${draft.department}/${street}`;
    const claims = this.#streets.get(key) ?? new Map<string, Claim>();
    this.#streets.set(key, claims);
    return claims;
  }
}

/** A clash as the problem of a row. */
export function rowsOverlap(row: Resolved, { school, line, common }: Clash): Problem {
  return problem(
    'rows-overlap',
    { street: row.label, school, houses: describeSet(common), line },
    placeOf(row),
  );
}

function placeOf({ row }: Resolved): Place | undefined {
  return row?.place('houses');
}
