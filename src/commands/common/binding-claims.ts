import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { emptySet, type HouseSet, intersect, isEmptySet, union } from '../../domain/territory/house-set.ts';
import { type Held, heldByOthers } from '../../domain/territory/one-school-per-house.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import type { Resolved } from './binding-resolver.ts';

interface Claim {
  houses: HouseSet;
  shared: HouseSet;
  /** each row's part, to tell which of them has a house already */
  readonly rows: { readonly houses: HouseSet; readonly line: number }[];
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
  clashes(wanted: Resolved, own: Held, meantBy: (school: string) => HouseSet): Problem[] {
    const claimed = [...this.#on(wanted)].map(([school, claim]) => ({
      ...claim,
      school,
      shared: meantBy(school),
    }));
    return heldByOthers(own, claimed).map(({ school, common, rows }) => {
      const line = rows.find(({ houses }) => !isEmptySet(intersect(houses, common)))?.line ?? 0;
      return problem(
        'rows-overlap',
        { street: wanted.label, school, houses: describeSet(common), line },
        placeOf(wanted),
      );
    });
  }

  /** Adds a row. @returns a warning when an earlier row of the same school has some of its houses already */
  add(wanted: Resolved): Problem[] {
    const { school, houses, share, row, label } = wanted;
    const claims = this.#on(wanted);
    const claim: Claim = claims.get(school.code) ?? { houses: emptySet, shared: emptySet, rows: [] };
    claims.set(school.code, claim);
    const twice = intersect(claim.houses, houses);
    const isRepeated = !isEmptySet(twice);
    const earlier = isRepeated && claim.rows.find(one => !isEmptySet(intersect(one.houses, twice)));
    claim.houses = union(claim.houses, houses);
    if (share) claim.shared = union(claim.shared, share.shared);
    if (row) claim.rows.push({ houses, line: row.line });
    if (!earlier) return [];
    const args = { street: label, school: school.code, houses: describeSet(twice), line: earlier.line };
    return [warning('rows-repeat', args, placeOf(wanted))];
  }

  #on({ draft, street }: Resolved): Map<string, Claim> {
    const key = `${draft.department}/${street}`;
    const claims = this.#streets.get(key) ?? new Map<string, Claim>();
    this.#streets.set(key, claims);
    return claims;
  }
}

function placeOf({ row }: Resolved): Place | undefined {
  return row?.place('houses');
}
